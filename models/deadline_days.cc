#include "models/deadline_days.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "models/cut.h"
#include "models/embedded_file.h"
#include "models/recurrence.h"
#include "models/working_days.h"

namespace trichyeu {
namespace {

// The list is written in small letters; only ASCII letters stand large in what is looked up.
std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

// Whether it counts from the day of the document that says so.
bool is_of_the_document(const std::string& anchor) {
  const std::string wanted = in_small_letters(anchor);
  std::string_view rest = embedded_file("document-anchors.tsv");
  cut(rest, '\n');  // the column's name
  while (!rest.empty()) {
    if (cut(rest, '\n') == wanted) return !wanted.empty();
  }
  return false;
}

// "P15D": a number of one unit; nothing for hours, or what lies before the anchor.
struct Length {
  int count = 0;
  char unit = 'D';  // D W M Y
};
std::optional<Length> length_of(std::string_view duration) {
  if (duration.size() < 3 || duration.front() != 'P') return std::nullopt;
  Length length;
  length.unit = duration.back();
  const std::string_view digits = duration.substr(1, duration.size() - 2);
  const auto [end, problem] =
      std::from_chars(digits.data(), digits.data() + digits.size(), length.count);
  const bool is_number = problem == std::errc() && end == digits.data() + digits.size();
  constexpr int longest = 10000;
  if (!is_number || length.count < 0 || length.count > longest) return std::nullopt;
  return length;
}

std::optional<Day> months_later(Day day, int months) {
  const std::chrono::year_month_day date(day);
  const std::chrono::year_month month = date.year() / date.month() + std::chrono::months(months);
  const std::chrono::year_month_day_last last(month.year(),
                                              std::chrono::month_day_last(month.month()));
  return std::min(Day(month / 1) + (date.day() - std::chrono::day(1)), Day(last));
}

std::optional<Day> later(Day day, const Length& length) {
  constexpr int days_of_week = 7;
  constexpr int months_of_year = 12;
  switch (length.unit) {
    case 'D': return day + std::chrono::days(length.count);
    case 'W': return day + std::chrono::days(days_of_week * length.count);
    case 'M': return months_later(day, length.count);
    case 'Y': return months_later(day, months_of_year * length.count);
    default: return std::nullopt;
  }
}

std::optional<Day> assumed_day(const Deadline& deadline, const std::string& issued) {
  if (deadline.kind != DeadlineKind::relative || !is_of_the_document(deadline.anchor))
    return std::nullopt;
  const std::optional<Day> from = day_of(issued);
  const std::optional<Length> length = length_of(deadline.duration);
  if (!from || !length) return std::nullopt;
  if (deadline.working_days)
    return length->unit == 'D' ? working_days_later(*from, length->count) : std::nullopt;
  const std::optional<Day> last = later(*from, *length);
  return last ? working_day_from(*last) : std::nullopt;
}

}  // namespace

DeadlineDays days_of(const Deadline& deadline, const std::string& issued) {
  DeadlineDays days;
  days.start = day_of(deadline.start);
  days.due = day_of(deadline.end);
  if (days.due && deadline.exclusive) *days.due -= std::chrono::days(1);
  days.assumed = assumed_day(deadline, issued);
  days.recurrence = deadline.recurrence;
  if (deadline.exclusive && !days.recurrence.empty()) {
    const std::optional<std::string> before = a_day_earlier(days.recurrence);
    days.before_recurrence = !before;
    if (before) days.recurrence = *before;
  }
  return days;
}

std::optional<Day> recurrence_base(const Deadline& deadline, const std::string& issued) {
  const std::optional<Day> start = day_of(deadline.start);
  return start ? start : first_day_of(issued);
}

}  // namespace trichyeu
