// Stretches of the calendar as documents print them, by the rules of grammars/periods.toml.
//
//   "quý II năm 2024"   2024-04-01 .. 2024-06-30, its year printed
//   "tháng 9"           2024-09-01 .. 2024-09-30, its year lent by the caller
//   "31/2/2024"         nothing: no such day
//
// A rule emits `period`, a function over its captures and whole numbers:
//
//   day(d, m, y)  month(m, y)  months(m1, m2, y)  quarter(q, y)  quarters(q1, q2, y)  year(y)
//   years(y1, y2)  week(n, m, y): n-th seven days of a month  last_week(m, y)  ten_days(n, m, y)
//   school_year(y)  term(n, y): the school term that begins in y
//   lunar_new_year(y)  lunar_month(m, y)  lunar_day(d, m, y): by Vietnam's lunar calendar, as far
//   as lunar-new-year.tsv goes; a capture `name` ("Bính Ngọ") is the year issued(): the document's
//   own day
//
// and may emit `approximate = "true"`, `part` (a capture: 1 first day, 2 middle, 3 last), `shift`
// (a capture: so many years from the lent one) and `next = "true"` (where the lent year's is over
// when the document is issued, the next is meant). A year that took no part in the match is lent.
// Numbers are digits or words of numerals.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/fields/fields.h"
#include "extractor/fields/time_calendar.h"

namespace trichyeu {

struct ReadPeriod {
  DateRange range;
  bool year_lent = false;
  bool year_told = false;  // "năm trước": which year is meant is said, if not printed
  bool approximate = false;
};

class PeriodReader {
 public:
  // Both outlive the reader.
  PeriodReader(const Grammars& grammars, const TimeContext& context)
      : grammars_(grammars), context_(context) {}

  // The whole of `text` as one period. Nothing where no rule takes it, no such day is in the
  // calendar, or it has no year and none is lent (`year` 0).
  [[nodiscard]] std::optional<ReadPeriod> read(std::string_view text, int year) const;

  // The function `expression` over the captures of `match` in `text`.
  [[nodiscard]] std::optional<ReadPeriod> evaluate(std::string_view expression, const Match& match,
                                                   std::string_view text, int year) const;

  // Whether the range is over before the plan's own period begins: a date whose year is lent from
  // the plan lies in the next year then. False where the plan's period is unknown.
  [[nodiscard]] bool precedes_plan(const DateRange& range) const;

  // Digits, or a word of numerals.tsv.
  [[nodiscard]] std::optional<int> number(std::string_view text) const;

 private:
  [[nodiscard]] std::optional<int> named_year(const Match& match, std::string_view text) const;
  [[nodiscard]] std::optional<DateRange> lunar(std::string_view function,
                                               const std::vector<int>& numbers) const;
  [[nodiscard]] std::optional<ReadPeriod> shifted(const Match& match, std::string_view text,
                                                  int year) const;

  const Grammars& grammars_;
  const TimeContext& context_;
};

}  // namespace trichyeu
