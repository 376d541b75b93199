#include "extractor/fields/time_recurrence.h"

namespace trichyeu {
namespace {

std::string rule(const char* frequency, int interval) {
  std::string text = std::string("FREQ=") + frequency;
  if (interval != 1) text += ";INTERVAL=" + std::to_string(interval);
  return text;
}

}  // namespace

std::string every_months(int months) {
  return months % 12 == 0 ? rule("YEARLY", months / 12) : rule("MONTHLY", months);
}

std::string times_in_months(int times, int months) {
  if (times <= 0 || months % times != 0) return {};
  return every_months(months / times);
}

std::string times_in_day(int times) {
  constexpr int hours = 24;
  if (times <= 0 || hours % times != 0) return {};
  return times == 1 ? rule("DAILY", 1) : rule("HOURLY", hours / times);
}

std::string by_last_day(const DateRange& window) {
  const Date& last = window.last;
  const bool ends_february = last.month == 2 && last.day == days_in_month(last.year, 2);
  return "BYMONTH=" + std::to_string(last.month) +
         ";BYMONTHDAY=" + std::to_string(ends_february ? -1 : last.day);
}

}  // namespace trichyeu
