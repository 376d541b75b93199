// A stretch is a doubtful word with a neighbour on either side: what it costs grows with its
// width. What hangs into it from the lines above and below touches its edge, and is painted out. A
// poor page full of doubts is read whole by the second model; of unknown words in which the two
// agree, the first one reads the stretches besides.
#include "extractor/read/line_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/read/page_cleanup.h"
#include "extractor/read/word_pairs.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double doubtful = 0.87;           // confidence
constexpr double hopeless = 0.2;            // nothing but dirt and handwriting
constexpr double room_above = 0.3;          // of a row's height
constexpr double room_below = 0.2;          //
constexpr double room_beside = 0.25;        //
constexpr double least_overlap = 0.6;       // of the wider of two words
constexpr double least_level = 0.5;         // of a word's height, on the line of another
constexpr std::size_t few_stretches = 14;   // of a page: more are sooner read with all of it,
constexpr std::size_t most_stretches = 60;  // or, by the first model, not at all

// Words [first, last] of a page.
struct Stretch {
  std::size_t first = 0, last = 0;
};

bool is_sign(unsigned char byte) { return byte < 0x80 && std::isalnum(byte) == 0; }

// A word between the signs around it.
std::string_view core_of(std::string_view text) {
  while (!text.empty() && is_sign(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && is_sign(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

// No text has such a word, but beside this neighbour one of the same letters with other marks.
bool is_unknown(const PageWord& word, const PageWord* before, const PageWord* after) {
  const std::string small = lowercase(core_of(word.text));
  const std::vector<std::string_view>& known = words_like(small);
  if (known.empty() || std::find(known.begin(), known.end(), small) != known.end()) return false;
  const std::string first = before == nullptr ? "" : lowercase(core_of(before->text));
  const std::string second = after == nullptr ? "" : lowercase(core_of(after->text));
  return std::any_of(known.begin(), known.end(), [&](std::string_view other) {
    return pair_of(first, other) != nullptr || pair_of(other, second) != nullptr;
  });
}

enum class Doubts { all, of_unknown_words };

// Signs alone are told by other means (line_dirt.h).
bool is_doubtful(const PageWord& word, const PageWord* before, const PageWord* after,
                 Doubts doubts) {
  if (word.confidence <= hopeless || core_of(word.text).empty() || !word.second.empty())
    return false;
  return (doubts == Doubts::all && word.confidence < doubtful) || is_unknown(word, before, after);
}

std::vector<Stretch> stretches_of(const Recognition& page, Doubts doubts) {
  std::vector<Stretch> stretches;
  for (std::size_t row = 0; row < page.rows.size(); ++row) {
    const std::size_t begin = page.rows[row];
    const std::size_t end = row + 1 < page.rows.size() ? page.rows[row + 1] : page.words.size();
    for (std::size_t at = begin; at < end; ++at) {
      const PageWord* before = at > begin ? &page.words[at - 1] : nullptr;
      const PageWord* after = at + 1 < end ? &page.words[at + 1] : nullptr;
      if (!is_doubtful(page.words[at], before, after, doubts)) continue;
      const Stretch stretch{at > begin ? at - 1 : at, std::min(at + 1, end - 1)};
      if (!stretches.empty() && stretches.back().last >= stretch.first &&
          stretches.back().first >= begin)
        stretches.back().last = stretch.last;
      else
        stretches.push_back(stretch);
    }
  }
  return stretches;
}

// Where `word` stands on the straightened image.
Box on_image(const PageWord& word, const Recognition& page) {
  return turned_about(word.box, page.width / 2, page.height / 2, page.radians);
}

// What touches the upper or the lower edge belongs to other lines.
void paint_out_other_lines(Pix& cut, int threshold) {
  const PixPtr dark(pixConvertTo1(&cut, threshold));
  const PixPtr seed(dark ? pixCreateTemplate(dark.get()) : nullptr);
  if (!seed) return;
  const int width = pixGetWidth(&cut), height = pixGetHeight(&cut);
  pixRasterop(seed.get(), 0, 0, width, 1, PIX_SET, nullptr, 0, 0);
  pixRasterop(seed.get(), 0, height - 1, width, 1, PIX_SET, nullptr, 0, 0);
  pixAnd(seed.get(), seed.get(), dark.get());
  const PixPtr touching(pixSeedfillBinary(nullptr, seed.get(), dark.get(), 8));
  const PixPtr whole(touching ? pixDilateBrick(nullptr, touching.get(), 3, 3) : nullptr);
  if (whole) pixSetMasked(&cut, whole.get(), 255);
}

bool have_same_letters(std::string_view a, std::string_view b) {
  return fold_marks(lowercase(a)) == fold_marks(lowercase(b));
}

double overlap(const Box& a, const Box& b) {
  return std::min(a.right, b.right) - std::max(a.left, b.left);
}

bool stand_together(const PageWord& a, const PageWord& b) {
  return overlap(a.reach, b.reach) > least_overlap * std::max(a.reach.width(), b.reach.width());
}

bool stands_higher(const PageWord& a, const PageWord& b) { return a.reach.top < b.reach.top; }

// Of words from top to bottom: those on the line of `word`.
std::vector<PageWord> level_with(const PageWord& word, const std::vector<PageWord>& words) {
  PageWord above = word, below = word;
  above.reach.top -= word.reach.height();
  below.reach.top = word.reach.bottom;
  std::vector<PageWord> level;
  std::copy_if(std::lower_bound(words.begin(), words.end(), above, stands_higher),
               std::upper_bound(words.begin(), words.end(), below, stands_higher),
               std::back_inserter(level), [&](const PageWord& other) {
                 return std::min(other.reach.bottom, word.reach.bottom) -
                            std::max(other.reach.top, word.reach.top) >
                        least_level * word.reach.height();
               });
  return level;
}

// On dust and uneven light stretches cut out lose more marks than the whole page does.
bool is_poor(const Recognition& page) {
  return std::any_of(page.cleanup.begin(), page.cleanup.end(),
                     [](const std::string& step) { return step == "light" || step == "specks"; });
}

class LineReader {
 public:
  LineReader(Recognizer& recognizer, Recognition& page) : recognizer_(recognizer), page_(page) {
    const PageMeasures measures = measures_of(*page.image);
    threshold_ = static_cast<int>((measures.print + measures.paper_usual) / 2);
  }

  void read(const Stretch& stretch, bool by_second) {
    PagePart part = part_of(page_, box_of(stretch));
    if (!part.image) return;
    paint_out_other_lines(*part.image, std::clamp(threshold_, 1, 250));
    part.one_line = true;
    part.by_second = by_second;
    const Result<std::vector<PageWord>> second = recognizer_.recognize_part(page_, std::move(part));
    if (!second) return;
    for (std::size_t at = stretch.first; at <= stretch.last; ++at) {
      if (at < stretch.last && join_number(at, *second)) continue;
      compare(at, *second);
    }
  }

  // Word by word beside what the second model reads of the whole page.
  void read_page() {
    std::vector<PageWord> second = recognizer_.recognize_again(page_);
    std::sort(second.begin(), second.end(), stands_higher);
    for (std::size_t at = 0; at < page_.words.size(); ++at) {
      const std::vector<PageWord> level = level_with(page_.words[at], second);
      if (at + 1 < page_.words.size() && join_number(at, level)) continue;
      compare(at, level);
    }
  }

 private:
  [[nodiscard]] Box box_of(const Stretch& stretch) const {
    const PageWord& first = page_.words[stretch.first];
    const double height = first.reach.height();
    Box box = on_image(first, page_);
    for (std::size_t at = stretch.first; at <= stretch.last; ++at)
      box = box.united(on_image(page_.words[at], page_));
    return {box.left - room_beside * height, box.top - room_above * height,
            box.right + room_beside * height, box.bottom + room_below * height};
  }

  // The one word of the second reading that stands where the first reading's does.
  [[nodiscard]] static const PageWord* counterpart(const PageWord& word,
                                                   const std::vector<PageWord>& second) {
    const PageWord* found = nullptr;
    for (const PageWord& other : second) {
      if (!stand_together(word, other)) continue;
      if (found != nullptr) return nullptr;
      found = &other;
    }
    return found;
  }

  // "3318/BY" and "T-PB" are one number where they were read as one.
  bool join_number(std::size_t at, const std::vector<PageWord>& second) {
    PageWord &word = page_.words[at], &next = page_.words[at + 1];
    const std::string joined = word.text + next.text;
    if (joined.find_first_of("0123456789") == std::string::npos) return false;
    const Box both = word.reach.united(next.reach);
    const auto found = std::find_if(second.begin(), second.end(), [&](const PageWord& other) {
      return other.text == joined && overlap(both, other.reach) > least_overlap * both.width();
    });
    if (found == second.end()) return false;
    page_.mends.push_back({word.text + ' ' + next.text, joined, ""});
    word.text.clear();
    next.text = joined;
    next.box = word.box.united(next.box);
    next.reach = both;
    return true;
  }

  void compare(std::size_t at, const std::vector<PageWord>& second) {
    PageWord& word = page_.words[at];
    const PageWord* other = counterpart(word, second);
    if (other == nullptr) return;
    const std::string_view first = core_of(word.text), again = core_of(other->text);
    if (first == again) return;
    word.second = other->text;
    word.second_confidence = other->confidence;
    if (!first.empty() && have_same_letters(first, again)) {
      word.second = word.text;
      word.second.replace(static_cast<std::size_t>(first.data() - word.text.data()), first.size(),
                          again);
    }
  }

  Recognizer& recognizer_;
  Recognition& page_;
  int threshold_ = 0;
};

}  // namespace

void read_lines_again(Recognizer& recognizer, Recognition& page) {
  LineReader reader(recognizer, page);
  const auto read_stretches = [&](Doubts doubts, bool by_second) {
    const std::vector<Stretch> stretches = stretches_of(page, doubts);
    if (by_second && stretches.size() > few_stretches && is_poor(page)) return reader.read_page();
    if (stretches.size() > most_stretches) return;
    for (const Stretch& stretch : stretches) reader.read(stretch, by_second);
  };
  if (recognizer.has_second()) read_stretches(Doubts::all, true);
  read_stretches(recognizer.has_second() ? Doubts::of_unknown_words : Doubts::all, false);
  std::erase_if(page.words, [](const PageWord& word) { return word.text.empty(); });
  page.rows.clear();
}

}  // namespace trichyeu
