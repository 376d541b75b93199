#include "extractor/read/number_mender.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr int months = 12;
constexpr std::size_t digits_of_year = 4;
constexpr std::size_t words_to_the_issuer = 10;  // "ngày 15 tháng 4 năm 2024 của Thủ tướng"
constexpr double widest_gap = 0.6;               // of the font's size, inside a number

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

// What recognition takes digits for, where a digit must stand.
std::optional<std::string> as_digits(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 11> look_alikes{{{"l", '1'},
                                                                                  {"I", '1'},
                                                                                  {"|", '1'},
                                                                                  {"]", '1'},
                                                                                  {"[", '1'},
                                                                                  {"!", '1'},
                                                                                  {"Í", '1'},
                                                                                  {"Ï", '1'},
                                                                                  {"O", '0'},
                                                                                  {"o", '0'},
                                                                                  {"Ó", '0'}}};
  std::string digits;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      digits += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto* found = std::find_if(look_alikes.begin(), look_alikes.end(), [&](const auto& pair) {
      return text.substr(0, pair.first.size()) == pair.first;
    });
    if (found == look_alikes.end()) return std::nullopt;
    digits += found->second;
    text.remove_prefix(found->first.size());
  }
  return digits;
}

bool is_month(const std::string& digits) {
  return !digits.empty() && digits.size() <= 2 && std::stoi(digits) >= 1 &&
         std::stoi(digits) <= months;
}

// "22/11/2017", with signs behind it.
bool is_date(std::string_view text) {
  std::size_t at = 0;
  for (int part = 0; part < 2; ++part) {
    const std::size_t digits = digits_at(text, at);
    if (digits < 1 || digits > 2 || at + digits >= text.size() || text[at + digits] != '/')
      return false;
    at += digits + 1;
  }
  if (digits_at(text, at) != digits_of_year) return false;
  return text.find_first_not_of(".,;:)", at + digits_of_year) == std::string_view::npos;
}

// "19/QĐ-SYT"
bool is_number_with_symbol(std::string_view text) {
  const std::size_t digits = digits_at(text, 0);
  return digits > 0 && digits + 1 < text.size() && text[digits] == '/' && !starts_lowercase(text) &&
         has_letter(text);
}

bool follow_closely(const PageWord& before, const PageWord& after) {
  return after.reach.left - before.reach.right < widest_gap * before.font_size;
}

// Whether the words at `at` and behind it are one number.
bool is_parted_number(const PageLine& line, std::size_t at) {
  if (at + 1 >= line.size() || !follow_closely(line[at], line[at + 1])) return false;
  const std::string &first = line[at].text, &second = line[at + 1].text;
  if (!first.empty() && !second.empty() && is_digit(first.back()) && is_digit(second.front()) &&
      is_date(first + second))
    return true;
  return at > 0 && lowercase(line[at - 1].text) == "số" && digits_at(first, 0) == first.size() &&
         is_number_with_symbol(second);
}

void join_with_next(PageLine& line, std::size_t at) {
  PageWord &first = line[at], &second = line[at + 1];
  first.text += second.text;
  first.box = first.box.united(second.box);
  first.reach = first.reach.united(second.reach);
  first.joined = second.joined;
  first.confidence = std::min(first.confidence, second.confidence);
  line.erase(line.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

// Strokes for every letter that recognition takes for them; nothing where another stands there.
std::optional<std::string> as_strokes(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> strokes{
      {{"I", "I"},
       {"V", "V"},
       {"X", "X"},
       {"H", "II"},
       {"l", "I"},
       {"1", "I"},
       {"|", "I"},
       {"Í", "I"},
       {"Ï", "I"}}};
  std::string numeral;
  while (!text.empty()) {
    const auto* found = std::find_if(strokes.begin(), strokes.end(), [&](const auto& pair) {
      return text.substr(0, pair.first.size()) == pair.first;
    });
    if (found == strokes.end()) return std::nullopt;
    numeral += found->second;
    text.remove_prefix(found->first.size());
  }
  return numeral;
}

bool is_quarter(std::string_view numeral) {
  return numeral == "I" || numeral == "II" || numeral == "III" || numeral == "IV";
}

// "lÏ" behind "mục": every letter is a stroke, and one of them is no letter of a numeral.
std::optional<std::string> misread_numeral_of(std::string_view part) {
  const bool is_damaged = part.find_first_of("l|") != std::string_view::npos ||
                          part.find("Í") != std::string_view::npos ||
                          part.find("Ï") != std::string_view::npos;
  const bool may_be_number = part.find_first_of("0123456789H") != std::string_view::npos;
  const std::optional<std::string> numeral = as_strokes(part);
  return is_damaged && !may_be_number && numeral && is_quarter(*numeral) ? numeral : std::nullopt;
}

// A quarter's number, or strokes beside an H: "IH". Others with an H may be abbreviations, as "VH".
std::optional<std::string> numeral_of(std::string_view part, bool of_quarter) {
  if (part.find_first_of("IH") == std::string_view::npos) return std::nullopt;
  const bool strokes_and_h = part.find('I') != std::string_view::npos &&
                             part.find('H') != std::string_view::npos &&
                             part.find_first_not_of("IHX") == std::string_view::npos;
  const std::optional<std::string> numeral = as_strokes(part);
  if (!numeral || !(of_quarter || strokes_and_h)) return std::nullopt;
  const std::size_t tens = numeral->find_first_not_of('X');
  if (tens == std::string::npos || !is_quarter(numeral->substr(tens))) return std::nullopt;
  return of_quarter && tens > 0 ? std::nullopt : numeral;
}

// "II-IH/2024.": numerals, a year and the signs between them.
void mend_numerals(PageWord& word, bool of_quarter, std::vector<Mend>& mends) {
  constexpr std::string_view signs = "-/.,;:()";
  const std::string& text = word.text;
  if (!of_quarter && text.find('H') == std::string::npos) return;
  std::string mended;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(signs, at), text.size());
    const std::string part = text.substr(at, end - at);
    const std::optional<std::string> numeral = numeral_of(part, of_quarter);
    if (!part.empty() && !numeral && digits_at(part, 0) != part.size() && !is_quarter(part)) return;
    mended += numeral.value_or(part);
    if (end < text.size()) mended += text[end];
    at = end + 1;
  }
  if (mended == text) return;
  mends.push_back({text, mended, mended});
  word.text = mended;
  word.second.clear();
}

// "Như mục lÏ;"
void mend_numeral_of_part(PageWord& word, std::string_view before, std::vector<Mend>& mends) {
  if (before != "mục" && before != "lục") return;
  const std::size_t end = std::min(word.text.find_first_of(".,;:)"), word.text.size());
  const std::optional<std::string> numeral = misread_numeral_of(word.text.substr(0, end));
  if (!numeral) return;
  const std::string mended = *numeral + word.text.substr(end);
  mends.push_back({word.text, mended, mended});
  word.text = mended;
  word.second.clear();
}

// "104/2016NĐ-CP": a slash parts a number's year from its symbol.
void give_slash(PageWord& word, std::vector<Mend>& mends) {
  const std::string& text = word.text;
  const std::size_t year = digits_at(text, 0) + 1;
  if (year == 1 || year >= text.size() || text[year - 1] != '/') return;
  const std::size_t symbol = year + digits_at(text, year);
  const std::string_view behind = std::string_view(text).substr(symbol);
  const bool is_symbol = !behind.empty() && static_cast<unsigned char>(behind.front()) > '9' &&
                         !starts_lowercase(behind) && behind.find('-') != std::string_view::npos;
  if (symbol - year != digits_of_year || !is_symbol) return;
  const std::string mended = text.substr(0, symbol) + '/' + std::string(behind);
  mends.push_back({text, mended, mended});
  word.text = mended;
  word.second.clear();
}

void mend_line(PageLine& line, std::vector<Mend>& mends) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    give_slash(line[at], mends);
    if (at > 0) mend_numeral_of_part(line[at], lowercase(line[at - 1].text), mends);
    mend_numerals(line[at], at > 0 && lowercase(line[at - 1].text) == "quý", mends);
    if (is_parted_number(line, at)) {
      const std::string read = line[at].text + ' ' + line[at + 1].text;
      join_with_next(line, at);
      mends.push_back({read, line[at].text, line[at].text});
    }
    const bool holds_month = at > 0 && at + 1 < line.size() &&
                             lowercase(line[at - 1].text) == "tháng" &&
                             lowercase(line[at + 1].text) == "năm";
    if (!holds_month) continue;
    const std::optional<std::string> month = as_digits(line[at].text);
    if (!month || *month == line[at].text || !is_month(*month)) continue;
    mends.push_back({line[at].text, *month, "tháng " + *month + " năm"});
    line[at].text = *month;
  }
}

// The page's words in their order, over the ends of lines.
std::vector<PageWord*> words_of(PageText& page) {
  std::vector<PageWord*> words;
  for (PageLine& line : page.lines) {
    for (PageWord& word : line) words.push_back(&word);
  }
  return words;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// "403/QĐ-TT", or "TT" behind "403/QĐ-" in the line above.
bool ends_a_symbol(const std::vector<PageWord*>& words, std::size_t at) {
  const std::string& text = words[at]->text;
  if (text != "TT") return ends_with(text, "-TT") && text.find('/') != std::string::npos;
  if (at == 0) return false;
  const std::string& above = words[at - 1]->text;
  return ends_with(above, "-") && above.find('/') != std::string::npos;
}

bool names_prime_minister(const std::vector<PageWord*>& words, std::size_t from) {
  const std::size_t end = std::min(words.size(), from + words_to_the_issuer);
  for (std::size_t at = from; at + 1 < end; ++at) {
    if (words[at]->text == "Thủ" && words[at + 1]->text.rfind("tướng", 0) == 0) return true;
  }
  return false;
}

// The letter under the line is easily lost.
void mend_symbols_of_prime_minister(PageText& page, std::vector<Mend>& mends) {
  const std::vector<PageWord*> words = words_of(page);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!ends_a_symbol(words, at) || !names_prime_minister(words, at + 1)) continue;
    mends.push_back({words[at]->text, words[at]->text + 'g', "Thủ tướng"});
    words[at]->text += 'g';
    words[at]->second.clear();
  }
}

}  // namespace

std::vector<Mend> mend_numbers(PageText& page) {
  std::vector<Mend> mends;
  for (PageLine& line : page.lines) mend_line(line, mends);
  mend_symbols_of_prime_minister(page, mends);
  return mends;
}

}  // namespace trichyeu
