#include "extractor/read/word_mender.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "extractor/read/letter_marks.h"
#include "extractor/read/word_context.h"
#include "extractor/read/word_pairs.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double sure = 0.95;               // confidence
constexpr int least_count = 6;              // of pairs with one neighbour, of a doubtful word
constexpr int least_count_where_sure = 20;  // and of one that recognition is sure of
constexpr int times_as_often = 20;          // as the word that was read
constexpr int least_known_of_read = 10;     // counts in the texts: of a word that they have,
constexpr int least_count_over_known = 60;  // and of pairs with one neighbour over such a word
// Where a page has common misreadings (letter_marks.h):
constexpr int least_common_misreadings = 2;  // that are mended by their neighbours
constexpr int least_known = 20;              // counts in the texts
constexpr int times_as_common = 5;           // as the word that was read
constexpr int most_beside_one = 47;          // percent; a pair counts for both of its words

// Not always beside the same word, as "thiểu" behind "tối".
bool stands_freely(std::string_view word) {
  return commonest_count_of(word) * 100 < most_beside_one * count_of(word);
}

// What stands there in the texts, where it is not `read`.
std::optional<std::string_view> better_word(const std::string& read, double confidence,
                                            const Neighbours& beside) {
  const bool known = count_of(read) >= least_known_of_read && stands_freely(read);
  const int least = confidence < sure ? least_count : least_count_where_sure;
  std::optional<std::string_view> best;
  int most = 0;
  for (const std::string_view word : words_like(read)) {
    if (word == read || !may_be_confused(read, word)) continue;
    int support =
        beside.support_of(word, differ_in_stroke(read, word) ? least_count_where_sure : least);
    if (known && !is_common_misreading(read, word) &&
        !(confidence < sure ? support >= least_count_over_known || beside.bear_out_strongly(word)
                            : beside.both_bear_out(word)))
      support = 0;
    if (support > most) best = word, most = support;
  }
  return most >= times_as_often * beside.count_with(read) ? best : std::nullopt;
}

// What stands there where the page's print makes such misreadings, and texts do not have `read`
// beside these neighbours.
std::optional<std::string_view> word_misread_commonly(const std::string& read,
                                                      const Neighbours& beside) {
  if (beside.count_with(read) > 0) return std::nullopt;
  std::optional<std::string_view> best;
  int most = std::max(least_known, times_as_common * count_of(read)) - 1;
  for (const std::string_view word : words_like(read)) {
    const bool knows_both = count_of(read) >= least_known_of_read || stands_freely(word) ||
                            is_breve_read_as_tilde(read, word);
    if (count_of(word) > most && knows_both && is_common_misreading(read, word))
      best = word, most = count_of(word);
  }
  return best;
}

class WordMender {
 public:
  WordMender(PageText& page, const std::vector<Mend>& before) : places_(places_of(page)) {
    for (const Mend& mend : before)
      common_misreadings_ += is_common_misreading(mend.read, mend.meant) ? 1 : 0;
  }

  std::vector<Mend> mend() {
    mend_by([](const WordPlace& place, const Neighbours& beside) {
      return better_word(place.letters, place.word->confidence, beside);
    });
    if (common_misreadings_ >= least_common_misreadings) {
      mend_by([](const WordPlace& place, const Neighbours& beside) {
        return word_misread_commonly(place.letters, beside);
      });
    }
    return std::move(mends_);
  }

 private:
  template <typename BetterWord>
  void mend_by(BetterWord better_word_of) {
    for (std::size_t at = 0; at < places_.size(); ++at) {
      if (places_[at].letters.empty()) continue;
      const Neighbours beside(places_, at);
      if (const auto better = better_word_of(places_[at], beside)) change(at, *better, beside);
    }
  }

  void change(std::size_t at, std::string_view better, const Neighbours& beside) {
    const bool common = is_common_misreading(places_[at].letters, better);
    std::optional<Mend> mend = respelt(places_[at], better);
    if (!mend) return;
    common_misreadings_ += common ? 1 : 0;
    mend->because = beside.phrase_with(better);
    mends_.push_back(*std::move(mend));
  }

  std::vector<WordPlace> places_;
  std::vector<Mend> mends_;
  int common_misreadings_ = 0;
};

}  // namespace

std::vector<Mend> mend_words(PageText& page, const std::vector<Mend>& before) {
  return WordMender(page, before).mend();
}

}  // namespace trichyeu
