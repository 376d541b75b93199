// A format is cut into parts once: letters of a date, digits of a number, words to print as they
// are. The first section is that of positive numbers.
#include "extractor/read/flow/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

constexpr double days_of_excel = 2'958'466;  // up to the year 9999
constexpr double largest_integer = 1e15;     // that Excel prints digit by digit
constexpr int most_decimals = 15;
constexpr std::string_view general = "General";

enum class PartKind { words, digits, year, month, day, hour, minute, second, skipped };

struct Part {
  PartKind kind = PartKind::words;
  std::string text;  // as it stands in the format; of words, what is printed
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<PartKind> kind_of_letter(char c) {
  switch (lower(c)) {
    case 'y': return PartKind::year;
    case 'm': return PartKind::month;
    case 'd': return PartKind::day;
    case 'h': return PartKind::hour;
    case 's': return PartKind::second;
    default: return std::nullopt;
  }
}

bool is_digit_place(char c) { return c == '0' || c == '#' || c == '?' || c == '.' || c == ','; }

// "[$-42A]" prints nothing, "[$đ-42A]" its sign, "[Red]" and "[>5]" nothing, "[h]" hours.
Part bracketed(std::string_view inside) {
  if (!inside.empty() && inside.front() == '$')
    return {PartKind::words, std::string(inside.substr(1, inside.find('-') - 1))};
  const bool elapsed = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char c) {
    return lower(c) == 'h' || lower(c) == 's' || lower(c) == 'm';
  });
  if (!elapsed) return {PartKind::skipped, {}};
  return {*kind_of_letter(inside.front()), std::string(inside)};
}

class FormatCutter {
 public:
  explicit FormatCutter(std::string_view format) : rest_(format) {}

  // Up to the next section's ";".
  std::vector<Part> section() {
    std::vector<Part> parts;
    while (!rest_.empty() && rest_.front() != ';') add(next(), parts);
    if (!rest_.empty()) rest_.remove_prefix(1);
    set_minutes(parts);
    return parts;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  static void add(Part part, std::vector<Part>& parts) {
    if (part.kind == PartKind::skipped) return;
    const bool joins = !parts.empty() && parts.back().kind == part.kind &&
                       (part.kind == PartKind::words || part.kind == PartKind::digits);
    if (joins) {
      parts.back().text += part.text;
    } else {
      parts.push_back(std::move(part));
    }
  }

  std::string_view take(std::size_t bytes) {
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view take_until(char end) {
    const std::string_view taken = take(std::min(rest_.find(end), rest_.size()));
    take(1);
    return taken;
  }

  // Names in formats that are no letters of a date.
  bool take_word(std::string_view word) {
    const bool there = rest_.substr(0, word.size()) == word;
    if (there) take(word.size());
    return there;
  }

  Part next() {
    if (take_word(general) || take_word("@")) return {PartKind::digits, std::string(general)};
    if (take_word("AM/PM") || take_word("am/pm")) return {PartKind::skipped, {}};
    const char first = rest_.front();
    if (const auto kind = kind_of_letter(first)) {
      std::size_t size = 1;
      while (size < rest_.size() && lower(rest_[size]) == lower(first)) ++size;
      return {*kind, std::string(take(size))};
    }
    if (is_digit_place(first)) return {PartKind::digits, std::string(take(1))};
    take(1);
    if (first == '"') return {PartKind::words, std::string(take_until('"'))};
    if (first == '[') return bracketed(take_until(']'));
    if (first == '\\') return {PartKind::words, std::string(take(1))};
    if (first == '_' ||
        first == '*') {  // blanks as wide as a letter; a letter up to the cell's end
      take(1);
      return {PartKind::skipped, {}};
    }
    return {PartKind::words, std::string(1, first)};
  }

  // "mm" behind hours or before seconds.
  static void set_minutes(std::vector<Part>& parts) {
    PartKind before = PartKind::words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].kind == PartKind::words) continue;
      const auto behind =
          std::find_if(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1, parts.end(),
                       [](const Part& part) { return part.kind != PartKind::words; });
      const bool before_seconds = behind != parts.end() && behind->kind == PartKind::second;
      if (parts[i].kind == PartKind::month && (before == PartKind::hour || before_seconds))
        parts[i].kind = PartKind::minute;
      before = parts[i].kind;
    }
  }

  std::string_view rest_;
};

bool is_date(const std::vector<Part>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.kind != PartKind::words && part.kind != PartKind::digits;
  });
}

std::string padded(long long number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// Excel takes 1900 for a leap year; its days before March are one off.
std::chrono::year_month_day day_of(double number, DaysFrom from) {
  using std::chrono::days, std::chrono::sys_days, std::chrono::year;
  const auto whole = static_cast<int>(number);
  if (from == DaysFrom::year_1904) return sys_days(year(1904) / 1 / 1) + days(whole);
  return sys_days(year(1899) / 12 / 30) + days(whole < 60 ? whole + 1 : whole);
}

std::string printed_part(const Part& part, std::chrono::year_month_day day, long long seconds) {
  const std::size_t width = part.text.size();
  switch (part.kind) {
    case PartKind::year: {
      const int year = static_cast<int>(day.year());
      return width > 2 ? padded(year, 4) : padded(year % 100, 2);
    }
    case PartKind::month: return padded(unsigned{day.month()}, std::min<std::size_t>(width, 2));
    case PartKind::day: return width > 2 ? std::string() : padded(unsigned{day.day()}, width);
    case PartKind::hour: return padded(seconds / 3600, std::min<std::size_t>(width, 2));
    case PartKind::minute: return padded(seconds / 60 % 60, std::min<std::size_t>(width, 2));
    case PartKind::second: return padded(seconds % 60, std::min<std::size_t>(width, 2));
    default: return part.kind == PartKind::words ? part.text : std::string();
  }
}

std::string printed_date(double number, const std::vector<Part>& parts, DaysFrom from) {
  const double day_part = number - std::floor(number);
  const auto seconds = static_cast<long long>(std::llround(day_part * 86400)) % 86400;
  std::string text;
  for (const Part& part : parts) text += printed_part(part, day_of(number, from), seconds);
  const std::size_t first = text.find_first_not_of(" ,");
  return first == std::string::npos ? std::string() : text.substr(first);
}

std::string as_it_is(double number) {
  std::array<char, 64> buffer{};
  const bool is_whole = number == std::floor(number) && std::abs(number) < largest_integer;
  const auto end =
      is_whole ? std::to_chars(buffer.begin(), buffer.end(), static_cast<long long>(number)).ptr
               : std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::general,
                               most_decimals)
                     .ptr;
  return {buffer.begin(), end};
}

// "#,##0.00"
struct DigitPlaces {
  std::size_t least_digits = 0;
  int decimals = 0;
  bool grouped = false;
};

DigitPlaces places_in(std::string_view digits) {
  DigitPlaces places;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (const char c : digits.substr(0, point)) {
    places.least_digits += c == '0' ? 1U : 0U;
    places.grouped = places.grouped || c == ',';
  }
  const auto decimals = static_cast<int>(digits.size() - point);
  places.decimals = std::clamp(decimals - 1, 0, most_decimals);
  return places;
}

// Of a number that is not negative. Where thousands are parted by points, decimals are by a comma.
std::string printed_digits(double number, const DigitPlaces& places) {
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::fixed, places.decimals)
          .ptr;
  std::string text(buffer.begin(), end);
  std::size_t whole = std::min(text.find('.'), text.size());
  if (whole < places.least_digits) {
    text.insert(0, places.least_digits - whole, '0');
    whole = places.least_digits;
  }
  if (!places.grouped) return text;
  if (whole < text.size()) text[whole] = ',';
  for (std::size_t at = whole; at > 3;) text.insert(at -= 3, 1, '.');
  return text;
}

std::string printed_number(double number, const std::vector<Part>& parts) {
  std::string text;
  bool first = true;
  for (const Part& part : parts) {
    const bool percent = part.kind == PartKind::words && part.text.find('%') != std::string::npos;
    if (percent) number *= 100;
  }
  for (const Part& part : parts) {
    if (part.kind == PartKind::words) {
      text += part.text;
    } else if (std::exchange(first, false)) {
      text +=
          part.text == general ? as_it_is(number) : printed_digits(number, places_in(part.text));
    }
  }
  return text;
}

}  // namespace

std::string formatted_number(double number, std::string_view format, DaysFrom from) {
  if (!std::isfinite(number)) return {};
  FormatCutter cutter(format);
  std::vector<Part> parts = cutter.section();
  if (is_date(parts)) {
    const bool is_day = number >= 0 && number < days_of_excel;
    return is_day ? printed_date(number, parts, from) : as_it_is(number);
  }
  if (parts.empty()) return as_it_is(number);
  const bool negative = number < 0;
  const bool own_section = negative && !cutter.at_end();
  if (own_section) parts = cutter.section();
  const std::string text = printed_number(std::abs(number), parts);
  return negative && !own_section ? "-" + text : text;
}

std::string_view built_in_format(int id) {
  switch (id) {
    case 1: return "0";
    case 2: return "0.00";
    case 3: return "#,##0";
    case 4: return "#,##0.00";
    case 9: return "0%";
    case 10: return "0.00%";
    case 14: return "dd/mm/yyyy";
    case 15: return "dd-mmm-yy";
    case 16: return "dd-mmm";
    case 17: return "mmm-yy";
    case 20: return "h:mm";
    case 21: return "h:mm:ss";
    case 22: return "dd/mm/yyyy h:mm";
    case 37:
    case 38: return "#,##0;(#,##0)";
    case 39:
    case 40: return "#,##0.00;(#,##0.00)";
    default: return "General";
  }
}

}  // namespace trichyeu
