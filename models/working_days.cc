#include "models/working_days.h"

#include <map>
#include <string_view>

#include "models/cut.h"
#include "models/embedded_file.h"

namespace trichyeu {
namespace {

struct Holidays {
  Coverage coverage;
  std::map<Day, bool> works;  // days that are not what their weekday says
};

Holidays parsed_table() {
  Holidays holidays;
  std::string_view rest = embedded_file("public-holidays.tsv");
  cut(rest, '\n');  // the columns' names
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    const std::optional<Day> day = day_of(cut(line, '\t'));
    const std::string_view kind = cut(line, '\t');
    if (!day) continue;
    if (kind == "first") holidays.coverage.first = *day;
    if (kind == "last") holidays.coverage.last = *day;
    if (kind == "off" || kind == "work") holidays.works[*day] = kind == "work";
  }
  return holidays;
}

const Holidays& holidays() {
  static const Holidays table = parsed_table();
  return table;
}

}  // namespace

Coverage coverage_of_holidays() { return holidays().coverage; }

std::optional<bool> is_working_day(Day day) {
  const Coverage& coverage = holidays().coverage;
  if (day < coverage.first || coverage.last < day) return std::nullopt;
  const auto exception = holidays().works.find(day);
  if (exception != holidays().works.end()) return exception->second;
  const std::chrono::weekday weekday(day);
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

std::optional<Day> working_days_later(Day day, int count) {
  while (count > 0) {
    day += std::chrono::days(1);
    const std::optional<bool> works = is_working_day(day);
    if (!works) return std::nullopt;
    if (*works) --count;
  }
  return day;
}

std::optional<Day> working_day_from(Day day) {
  for (;; day += std::chrono::days(1)) {
    const std::optional<bool> works = is_working_day(day);
    if (!works) return std::nullopt;
    if (*works) return day;
  }
}

}  // namespace trichyeu
