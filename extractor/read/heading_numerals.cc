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

// "khóa XIH)", "quý IH": a numeral in a line, where L and T are letters, with small signs or a
// bracket behind it.
bool stands_alone(const std::string& text, std::size_t length) {
  return length > 1 && text.find_first_of("LT") >= length && text.find_first_of("IVX") < length &&
         text.find_first_not_of(".,;:)", length) == std::string::npos;
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
    if (!heading && !stands_alone(text, length)) continue;
    const std::string read = text.substr(0, length);
    const auto brackets = heading ? 0 : std::count(text.begin(), text.end(), ')');
    const std::optional<std::string> numeral = numeral_by_strokes(
        image, {seen.left, seen.top, seen.right, seen.bottom}, read, static_cast<int>(brackets));
    if (numeral && *numeral != read) {
      page.words[at].word.text.replace(0, length, *numeral);
      mends.push_back({read, *numeral, page.words[at].word.text});
    }
    if (heading) part_heading(page, at, numeral.value_or(read).size());
  }
  return mends;
}

}  // namespace trichyeu
