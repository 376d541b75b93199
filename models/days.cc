#include "models/days.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace trichyeu {
namespace {

template <typename Number>
std::optional<Number> number_in(std::string_view digits) {
  Number value{};
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

constexpr std::string_view whole_date = "0000-00-00";

}  // namespace

std::optional<Day> day_of(std::string_view iso) {
  if (iso.size() != whole_date.size() || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number_in<unsigned>(iso.substr(0, 4));
  const auto month = number_in<unsigned>(iso.substr(5, 2));
  const auto day = number_in<unsigned>(iso.substr(8, 2));
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string iso_of(Day day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::optional<Day> first_day_of(std::string_view iso) {
  constexpr std::string_view first = "0000-01-01";
  if (iso.size() >= first.size()) return day_of(iso);
  return day_of(std::string(iso) + std::string(first.substr(iso.size())));
}

}  // namespace trichyeu
