#include "tools/register/days.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>

namespace trichyeu {
namespace {

using std::chrono::year_month_day;

std::optional<unsigned> number_in(std::string_view digits, std::size_t most_digits) {
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (digits.empty() || digits.size() > most_digits || read.ec != std::errc() || read.ptr != end)
    return std::nullopt;
  return value;
}

std::optional<year_month_day> date_of(std::string_view year, std::string_view month,
                                      std::string_view day) {
  const auto y = number_in(year, 4);
  const auto m = number_in(month, 2);
  const auto d = number_in(day, 2);
  if (!y || !m || !d || year.size() != 4) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(*y)), std::chrono::month(*m),
                            std::chrono::day(*d)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<year_month_day> iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return date_of(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::string iso(const year_month_day& date) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace

bool is_day(std::string_view text) { return iso_day(text).has_value(); }

std::string day_after(std::string_view day) {
  const auto date = iso_day(day);
  if (!date) return {};
  return iso(year_month_day(std::chrono::sys_days(*date) + std::chrono::days(1)));
}

std::string day_in(std::string_view printed) {
  if (is_day(printed)) return std::string(printed);
  const std::size_t first = printed.find_first_of("/-.");
  if (first == std::string_view::npos) return {};
  const std::size_t second = printed.find(printed[first], first + 1);
  if (second == std::string_view::npos) return {};
  const auto date =
      date_of(printed.substr(second + 1), printed.substr(first + 1, second - first - 1),
              printed.substr(0, first));
  return date ? iso(*date) : std::string{};
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
  return text.data();
}

}  // namespace trichyeu
