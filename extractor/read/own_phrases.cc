#include "extractor/read/own_phrases.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "extractor/read/letter_marks.h"
#include "extractor/read/word_context.h"
#include "extractor/read/word_pairs.h"
#include "normalizer/fold.h"

namespace trichyeu {
namespace {

constexpr double sure = 0.97;        // confidence of what is not changed,
constexpr double least_sure = 0.85;  // and of what counts
constexpr int least_count = 3;       // times as often as what was read comes the other spelling,
constexpr int least_count_of_common_misreading = 2;

bool is_surely_read(const WordPlace& place) { return place.word->confidence >= least_sure; }

std::string phrase_of(const std::string& first, const std::string& second) {
  return first + ' ' + second;
}

// Words of one line or cell that follow each other; signs between them do not part them.
class Page {
 public:
  explicit Page(PageText& page) : places_(places_of(page)) {
    std::size_t at = 0;
    for (std::size_t line = 0; line < page.lines.size(); ++line) {
      const bool apart = line > 0 && !(page.places[line] == page.places[line - 1]);
      if (apart && at < places_.size()) begins_cell_.push_back(at);
      at += page.lines[line].size();
    }
  }

  std::vector<WordPlace>& words() { return places_; }

  [[nodiscard]] bool stand_together(std::size_t first) const {
    if (first + 1 >= places_.size()) return false;
    if (std::binary_search(begins_cell_.begin(), begins_cell_.end(), first + 1)) return false;
    return !places_[first].letters.empty() && !places_[first + 1].letters.empty();
  }

 private:
  std::vector<WordPlace> places_;
  std::vector<std::size_t> begins_cell_;
};

// The second word of a phrase, or the first; nothing where the other one differs.
std::optional<std::string> other_word(const std::string& phrase, const std::string& beside,
                                      bool beside_is_first) {
  if (beside_is_first) {
    if (phrase.compare(0, beside.size() + 1, beside + ' ') != 0) return std::nullopt;
    return phrase.substr(beside.size() + 1);
  }
  const std::size_t blank = phrase.find(' ');
  if (phrase.substr(blank + 1) != beside) return std::nullopt;
  return phrase.substr(0, blank);
}

// Mends the page's words by how the document spells the phrases that they stand in.
class PhraseMender {
 public:
  using Spellings = std::map<std::string, int>;
  PhraseMender(Page& page, std::map<std::string, Spellings>& spellings)
      : page_(page), words_(page.words()), spellings_(spellings) {}

  void count() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (page_.stand_together(at) && is_surely_read(words_[at]) && is_surely_read(words_[at + 1]))
        ++spellings_at(at)[phrase_at(at)];
    }
  }

  std::vector<Mend> mend() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!page_.stand_together(at)) continue;
      mend_word(at + 1, at);
      mend_word(at, at + 1);
    }
    return std::move(mends_);
  }

 private:
  [[nodiscard]] std::string phrase_at(std::size_t first) const {
    return phrase_of(words_[first].letters, words_[first + 1].letters);
  }
  Spellings& spellings_at(std::size_t first) { return spellings_[fold_marks(phrase_at(first))]; }

  void mend_word(std::size_t at, std::size_t beside) {
    WordPlace& place = words_[at];
    if (place.word->confidence >= sure) return;
    const std::size_t first = std::min(at, beside);
    if (pair_of(words_[first].letters, words_[first + 1].letters) != nullptr) return;
    Spellings& spellings = spellings_at(first);
    const int as_read = std::max(1, spellings[phrase_at(first)]);
    for (const auto& [phrase, count] : spellings) {
      const std::optional<std::string> other =
          other_word(phrase, words_[beside].letters, beside < at);
      if (!other || !comes_often(place.letters, *other, count, as_read)) continue;
      std::optional<Mend> mend = respelt(place, *other);
      if (!mend) continue;
      mend->because = phrase;
      mends_.push_back(*std::move(mend));
      return;
    }
  }

  // As often as a word that recognition may have taken for `read` must come.
  static bool comes_often(const std::string& read, const std::string& other, int count,
                          int as_read) {
    if (other == read || !may_be_confused(read, other)) return false;
    const int least =
        is_common_misreading(read, other) ? least_count_of_common_misreading : least_count;
    return count >= least * as_read;
  }

  Page& page_;
  std::vector<WordPlace>& words_;
  std::map<std::string, Spellings>& spellings_;
  std::vector<Mend> mends_;
};

}  // namespace

std::vector<Mend> OwnPhrases::mend(PageText& text) {
  Page page(text);
  PhraseMender mender(page, spellings_);
  mender.count();
  return mender.mend();
}

}  // namespace trichyeu
