// Stretches of the calendar as documents print them, by the rules of grammars/periods.toml.
//
//   "quý II năm 2024"   2024-04-01 .. 2024-06-30, its year printed
//   "tháng 9"           2024-09-01 .. 2024-09-30, its year lent by the caller
//   "31/2/2024"         nothing: no such day
//
// A rule emits `period`, a function over its captures and whole numbers:
//
//   day(d, m, y)  month(m, y)  months(m1, m2, y)  quarter(q, y)  quarters(q1, q2, y)  year(y)
//   years(y1, y2)  week(n, m, y): n-th seven days of a month  ten_days(n, m, y)
//   school_year(y)  term(n, y): the school term that begins in y  lunar_new_year(y)
//   issued(): the document's own day
//
// and may emit `part` (a capture: 1 first day, 2 middle, 3 last) and `approximate = "true"`.
// A year that took no part in the match is lent. Numbers are digits or words of numerals.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/fields/fields.h"
#include "extractor/fields/time_calendar.h"

namespace trichyeu {

struct ReadPeriod {
  DateRange range;
  bool year_lent = false;
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

  // Digits, or a word of numerals.tsv.
  [[nodiscard]] std::optional<int> number(std::string_view text) const;

 private:
  const Grammars& grammars_;
  const TimeContext& context_;
};

}  // namespace trichyeu
