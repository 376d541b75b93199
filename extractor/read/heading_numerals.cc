#include "extractor/read/heading_numerals.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "extractor/read/roman_numeral.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_of_h_alone = 2;

// Before small letters one letter may be an abbreviation: "H. Bình Sơn".
bool is_heading(const std::string& text, std::size_t length) {
  return is_all_capitals(text) || (length > 1 && has_letter(text) && !starts_lowercase(text));
}

bool goes_on(const SeenPage& page, std::size_t at) {
  return at + 1 < page.words.size() && !page.begins_row(at + 1);
}

// "HI. TỔ CHỨC", "HI- TỔ CHỨC": a numeral with its sign before a heading, at the beginning of a
// line.
bool begins_heading(const SeenPage& page, std::size_t at, std::size_t length) {
  const std::string& text = page.words[at].word.text;
  if (!page.begins_row(at) || length >= text.size() || (text[length] != '.' && text[length] != '-'))
    return false;
  std::string heading = text.substr(length + 1);
  if (heading.empty()) {
    if (!goes_on(page, at)) return false;
    heading = page.words[at + 1].word.text;
  }
  return is_heading(heading, length);
}

// "II NỘI DUNG", where a full stop is printed between the two.
bool lost_its_stop(const SeenPage& page, std::size_t at, std::size_t length, const Pix& image) {
  const SeenWord& word = page.words[at];
  if (!page.begins_row(at) || length != word.word.text.size() || !goes_on(page, at)) return false;
  const SeenWord& next = page.words[at + 1];
  return is_heading(next.word.text, length) &&
         has_stop_behind(image, {word.left, word.top, next.left, word.bottom});
}

Mend give_stop(SeenPage& page, std::size_t at) {
  std::string& text = page.words[at].word.text;
  const std::string read = text;
  text += '.';
  return {read, text, text + ' ' + page.words[at + 1].word.text};
}

// "/2024" at `from`: where it ends; `from` where it is none.
std::size_t end_of_year(const std::string& text, std::size_t from) {
  if (from >= text.size() || text[from] != '/') return from;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", from + 1), text.size());
  return end - from == std::string_view("/2024").size() ? end : from;
}

// "khóa XIH)", "quý IH", "quý H": a numeral in a line, where L and T are letters, with small signs,
// a bracket or a year behind it.
bool stands_alone(const std::string& text, std::size_t length, bool begins_row) {
  const bool of_h_alone = text.find_first_not_of('H') >= length;
  const std::size_t end = end_of_year(text, length);
  const bool sure = of_h_alone ? !begins_row && length <= most_of_h_alone
                               : (length > 1 || end > length) && text.find_first_of("IVX") < length;
  return sure && text.find_first_of("LTli") >= length &&
         text.find_first_not_of(".,;:)", end) == std::string::npos;
}

TallSigns tall_signs_behind(const std::string& text, std::size_t length) {
  const auto behind = text.begin() + static_cast<std::ptrdiff_t>(length);
  const auto digits =
      std::count_if(behind, text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return {text.compare(length, 1, "/") == 0, static_cast<int>(digits),
          static_cast<int>(std::count(behind, text.end(), ')'))};
}

// "I.MỤC" are two words.
void part_heading(SeenPage& page, std::size_t at, std::size_t length) {
  SeenWord& numeral = page.words[at];
  if (length + 1 >= numeral.word.text.size() || numeral.word.text[length] != '.') return;
  SeenWord heading = numeral;
  heading.word.text = numeral.word.text.substr(length + 1);
  numeral.word.text.erase(length + 1);
  const auto letters = static_cast<double>(code_point_count(heading.word.text) + length + 1);
  const double share = static_cast<double>(length + 1) / letters;
  heading.left += static_cast<int>(share * (heading.right - heading.left));
  numeral.right = heading.left;
  page.words.insert(page.words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(heading));
}

}  // namespace

std::vector<Mend> mend_numerals(SeenPage& page, const Pix& image) {
  std::vector<Mend> mends;
  for (std::size_t at = 0; at < page.words.size(); ++at) {
    const std::size_t length = numeral_length(page.words[at].word.text);
    if (length == 0) continue;
    if (lost_its_stop(page, at, length, image)) mends.push_back(give_stop(page, at));
    const SeenWord seen = page.words[at];
    const std::string& text = seen.word.text;
    const bool heading = begins_heading(page, at, length);
    if (!heading && !stands_alone(text, length, page.begins_row(at))) continue;
    const std::string read = text.substr(0, length);
    const TallSigns behind = heading ? TallSigns() : tall_signs_behind(text, length);
    const std::optional<std::string> numeral =
        numeral_by_strokes(image, {seen.left, seen.top, seen.right, seen.bottom}, read, behind);
    if (numeral && *numeral != read) {
      page.words[at].word.text.replace(0, length, *numeral);
      mends.push_back({read, *numeral, page.words[at].word.text});
    }
    if (heading) part_heading(page, at, numeral.value_or(read).size());
  }
  return mends;
}

}  // namespace trichyeu
