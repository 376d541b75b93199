#include "extractor/fields/time_calendar.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace trichyeu {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::optional<int> number_of(const std::string& text, std::size_t from, std::size_t size) {
  int value = 0;
  const char* const begin = text.data() + from;
  const auto [end, error] = std::from_chars(begin, begin + size, value);
  if (error != std::errc() || end != begin + size) return std::nullopt;
  return value;
}

int months_in(const DateRange& range) {
  return (range.last.year - range.first.year) * 12 + range.last.month - range.first.month + 1;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_date(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

Date day_after(const Date& date) {
  if (date.day < days_in_month(date.year, date.month)) return {date.year, date.month, date.day + 1};
  if (date.month < 12) return {date.year, date.month + 1, 1};
  return {date.year + 1, 1, 1};
}

Date days_later(Date date, int days) {
  for (; days > 0; --days) date = day_after(date);
  return date;
}

std::string iso(const Date& date) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::optional<Date> date_of_iso(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number_of(iso, 0, 4);
  const auto month = number_of(iso, 5, 2);
  const auto day = number_of(iso, 8, 2);
  if (!year || !month || !day || !is_date({*year, *month, *day})) return std::nullopt;
  return Date{*year, *month, *day};
}

std::optional<DateRange> day_range(int day, int month, int year) {
  const Date date{year, month, day};
  if (!is_date(date)) return std::nullopt;
  return DateRange{date, date};
}

std::optional<DateRange> months_range(int first_month, int last_month, int year) {
  const Date first{year, first_month, 1};
  if (!is_date(first) || !is_date({year, last_month, 1}) || last_month < first_month)
    return std::nullopt;
  return DateRange{first, {year, last_month, days_in_month(year, last_month)}};
}

std::optional<DateRange> quarter_range(int quarter, int year) {
  return months_range(3 * quarter - 2, 3 * quarter, year);
}

Date middle_of(const DateRange& range) {
  const int months = months_in(range);
  const int middle_month = range.first.month + (months - 1) / 2;
  if (months % 2 == 1) return {range.first.year, middle_month, 15};
  return {range.first.year, middle_month, days_in_month(range.first.year, middle_month)};
}

}  // namespace trichyeu
