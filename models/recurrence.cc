#include "models/recurrence.h"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>
#include <vector>

#include "models/cut.h"

namespace trichyeu {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;  // in the order of the rule

Parts parts_of(std::string_view rule) {
  Parts parts;
  while (!rule.empty()) {
    std::string_view part = cut(rule, ';');
    const std::string name(cut(part, '='));
    parts.emplace_back(name, part);
  }
  return parts;
}

std::string rule_of(const Parts& parts) {
  std::string rule;
  for (const auto& [name, value] : parts) rule += (rule.empty() ? "" : ";") + name + '=' + value;
  return rule;
}

std::string* value_of(Parts& parts, std::string_view name) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const auto& part) { return part.first == name; });
  return found == parts.end() ? nullptr : &found->second;
}

// Numbers parted by commas, each a step lower; `first` becomes `last`. Nothing where one is no
// number, or is not to be stepped over.
std::optional<std::string> lowered(std::string_view list, int first, std::optional<int> last) {
  std::string numbers;
  while (!list.empty()) {
    const std::string_view digits = cut(list, ',');
    int number = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (number == first && !last) return std::nullopt;
    numbers += (numbers.empty() ? "" : ",") + std::to_string(number == first ? *last : number - 1);
  }
  return numbers;
}

// The first of a month: the last day of the month before.
bool lower_first_of_month(Parts& parts, std::string& days) {
  if (days != "1") return false;
  if (std::string* months = value_of(parts, "BYMONTH")) {
    const std::optional<std::string> before = lowered(*months, 1, 12);
    if (!before) return false;
    *months = *before;
  }
  days = "-1";
  return true;
}

bool lower_month_days(Parts& parts, std::string& days) {
  const std::optional<std::string> before = lowered(days, 1, std::nullopt);
  if (!before) return lower_first_of_month(parts, days);
  days = *before;
  return true;
}

bool lower_weekdays(std::string& days) {
  static constexpr std::array<std::string_view, 7> week{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  std::string before;
  for (std::string_view rest = days; !rest.empty();) {
    const std::string_view day = cut(rest, ',');
    const auto found = std::find(week.begin(), week.end(), day);
    if (found == week.end()) return false;  // "2MO": the second Monday of a month
    const auto at = static_cast<std::size_t>(found - week.begin());
    before += (before.empty() ? "" : ",") + std::string(week.at((at + 6) % week.size()));
  }
  days = before;
  return true;
}

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

}  // namespace

std::optional<Occurrence> first_occurrence(const std::string& rule, Day from) {
  const std::chrono::year_month_day date(from);
  icaltimetype base = icaltime_null_time();
  base.year = static_cast<int>(date.year());
  base.month = static_cast<int>(static_cast<unsigned>(date.month()));
  base.day = static_cast<int>(static_cast<unsigned>(date.day()));
  const icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.c_str());
  if (recurrence.freq == ICAL_NO_RECURRENCE) return std::nullopt;
  const std::unique_ptr<icalrecur_iterator, FreeIterator> days(
      icalrecur_iterator_new(recurrence, base));
  const icaltimetype first = days ? icalrecur_iterator_next(days.get()) : icaltime_null_time();
  if (icaltime_is_null_time(first) != 0) return std::nullopt;
  const Day day(std::chrono::year(first.year) / first.month / first.day);
  return Occurrence{day, first.hour};
}

std::optional<std::string> a_day_earlier(std::string_view rule) {
  Parts parts = parts_of(rule);
  std::string* month_days = value_of(parts, "BYMONTHDAY");
  std::string* weekdays = value_of(parts, "BYDAY");
  if ((month_days == nullptr) == (weekdays == nullptr)) return std::nullopt;
  const bool done =
      month_days != nullptr ? lower_month_days(parts, *month_days) : lower_weekdays(*weekdays);
  if (!done) return std::nullopt;
  return rule_of(parts);
}

bool names_days(std::string_view rule) {
  Parts parts = parts_of(rule);
  return value_of(parts, "BYMONTHDAY") != nullptr || value_of(parts, "BYDAY") != nullptr;
}

}  // namespace trichyeu
