#include "extractor/read/handwriting.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double lowest_letterhead = 0.35;      // of the page's height
constexpr std::size_t longest_place_date = 12;  // words
constexpr int days = 31;
// Confidence: of a number that stands apart from its symbol, of one in a word with it, of a day.
constexpr double sure_of_number = 0.95, sure_of_printed_number = 0.6, sure_of_day = 0.5;
constexpr double sure_of_print = 0.9;

constexpr std::string_view digits = "0123456789";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

// The slash before a symbol's capital letters.
std::size_t slash_of_symbol(std::string_view text) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    if (at + 1 < text.size() && has_capital(text.substr(at + 1)) &&
        text.find('/', at + 1) != at + 1 && digits.find(text[at + 1]) == std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

// Where what stands behind "Số", with its colon or full stop, begins in the line's first word; 0
// for other words. Handwriting that touches the label takes its mark for another one.
std::size_t behind_label(std::string_view text) {
  constexpr std::string_view label = "so";
  constexpr std::string_view signs = ":.;,";
  const std::size_t sign = text.find_first_of(signs);
  if (sign != std::string_view::npos && fold_marks(lowercase(text.substr(0, sign))) == label)
    return std::min(text.find_first_not_of(signs, sign), text.size());
  constexpr std::string_view marked = "số";
  if (lowercase(text).compare(0, marked.size(), marked) != 0) return 0;
  const bool longer_word = text.size() > marked.size() && has_letter(text.substr(marked.size(), 1));
  return longer_word ? 0 : marked.size();
}

// What stands between the label and the symbol's slash, a number or not.
struct NumberRead {
  std::size_t label_end = 0;  // bytes of the line's first word
  PageLine::iterator symbol;
  std::size_t from = 0, slash = 0;  // bytes of the symbol's word
  bool apart = false;               // no part of it in one word with the symbol
  std::string text;
  double confidence = 1;

  [[nodiscard]] bool is_sure() const {
    return apart ? is_number(text) && confidence >= sure_of_number
                 : confidence >= sure_of_printed_number;
  }
};

std::optional<NumberRead> number_read_in(PageLine& line) {
  NumberRead number;
  number.label_end = behind_label(line.front().text);
  if (number.label_end == 0) return std::nullopt;
  number.symbol = std::find_if(line.begin(), line.end(), [](const PageWord& word) {
    return slash_of_symbol(word.text) != std::string::npos;
  });
  if (number.symbol == line.end()) return std::nullopt;
  number.slash = slash_of_symbol(number.symbol->text);
  const bool in_first = number.symbol == line.begin();
  number.apart = !in_first && number.slash == 0;
  number.from = in_first ? number.label_end : 0;
  if (!in_first) number.text = line.front().text.substr(number.label_end);
  if (!number.text.empty()) number.confidence = line.front().confidence;
  for (auto word = line.begin() + 1; word < number.symbol; ++word) {
    number.text += word->text;
    number.confidence = std::min(number.confidence, word->confidence);
  }
  number.text += number.symbol->text.substr(number.from, number.slash - number.from);
  if (!number.apart) number.confidence = std::min(number.confidence, number.symbol->confidence);
  return number;
}

void leave_out_number(PageLine& line, std::vector<std::string>& left_out) {
  const std::optional<NumberRead> number = number_read_in(line);
  if (!number || number->text.empty() || number->is_sure()) return;
  left_out.push_back(number->text);
  number->symbol->text.erase(number->from, number->slash - number->from);
  if (number->symbol == line.begin()) return;
  line.front().text.resize(number->label_end);
  line.erase(line.begin() + 1, number->symbol);
}

bool is_day(std::string text) {
  for (char& c : text) c = c == 'I' || c == 'l' ? '1' : c == 'O' ? '0' : c;
  if (!is_number(text) || text.size() > 2) return false;
  const int day = std::stoi(text);
  return day >= 1 && day <= days;
}

// Where the words beside it are poorly printed, so may it be; but handwriting runs into the word
// before it alone.
bool is_guess_at_day(const PageWord& before, const PageWord& word, const PageWord& behind) {
  if (!is_day(word.text))
    return has_letter(word.text) || word.text.find_first_of(digits) != std::string::npos;
  if (behind.confidence < sure_of_print) return false;
  return before.confidence < sure_of_day ||
         (word.confidence < sure_of_day && before.confidence >= sure_of_print);
}

// "Vĩnh Sơn, ngày … tháng 11 năm 2017", a line of its own.
void leave_out_day(PageLine& line, std::vector<std::string>& left_out) {
  if (line.size() > longest_place_date || !is_number(line.back().text)) return;
  constexpr std::string_view label = "ngày";
  for (std::size_t at = 1; at + 2 < line.size(); ++at) {
    std::string& text = line[at].text;
    if (line[at - 1].text.back() != ',' || text.compare(0, label.size(), label) != 0) continue;
    if (text.size() > label.size()) {
      if (line[at + 1].text != "tháng" || has_letter(text.substr(label.size(), 1))) return;
      const std::size_t number = text.find_first_of(digits);
      if (number != std::string::npos && is_day(text.substr(number))) return;  // "ngày.19"
      left_out.push_back(text.substr(label.size()));
      text.resize(label.size());
    } else if (line[at + 2].text == "tháng" &&
               is_guess_at_day(line[at], line[at + 1], line[at + 2])) {
      left_out.push_back(line[at + 1].text);
      line.erase(line.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    return;
  }
}

}  // namespace

std::vector<std::string> leave_out_handwriting(PageText& page, double height) {
  std::vector<std::string> left_out;
  for (std::size_t at = 0; at < page.lines.size(); ++at) {
    PageLine& line = page.lines[at];
    if (page.places[at].in_table() || line.front().box.top > lowest_letterhead * height) continue;
    leave_out_number(line, left_out);
    leave_out_day(line, left_out);
  }
  return left_out;
}

}  // namespace trichyeu
