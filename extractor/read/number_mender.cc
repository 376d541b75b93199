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
constexpr double widest_gap = 0.6;  // of the font's size, inside a number

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

void mend_line(PageLine& line, std::vector<Mend>& mends) {
  for (std::size_t at = 0; at < line.size(); ++at) {
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

}  // namespace

std::vector<Mend> mend_numbers(PageText& page) {
  std::vector<Mend> mends;
  for (PageLine& line : page.lines) mend_line(line, mends);
  return mends;
}

}  // namespace trichyeu
