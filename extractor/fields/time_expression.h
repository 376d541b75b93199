// One match of grammars/deadlines.toml or occasions.toml as a deadline: its captures and emitted
// expressions put together. What the keys of `emit` mean stands at the head of the former.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/fields/fields.h"
#include "extractor/fields/time_period.h"

namespace trichyeu {

struct TimeExpression {
  Deadline deadline;  // its `value` is left empty
  ByteSpan bytes;     // of the text that was searched
};

class TimeExpressionReader {
 public:
  // Both outlive the reader.
  TimeExpressionReader(const Grammars& grammars, const TimeContext& context)
      : grammars_(grammars), periods_(grammars, context) {}

  // Mostly one; two where `from` and `to` do not follow each other; none where the calendar has no
  // such day. `year` is lent to what has none, with `assumption` as its reason (0: none to lend,
  // and what needs one is unparsed).
  [[nodiscard]] std::vector<TimeExpression> read(const Match& match, std::string_view text,
                                                 int year, const std::string& assumption) const;

  // The first year that the match prints, 0 where it prints none.
  [[nodiscard]] int printed_year(const Match& match, std::string_view text) const;

 private:
  struct Dates;
  [[nodiscard]] std::optional<ReadPeriod> period(std::string_view name, const Match& match,
                                                 std::string_view text, int year) const;
  [[nodiscard]] std::optional<Dates> dates(const Match& match, std::string_view text,
                                           int year) const;
  [[nodiscard]] std::string recurrence(const Match& match, std::string_view text) const;
  [[nodiscard]] std::vector<TimeExpression> split(const Match& match, std::string_view text,
                                                  const TimeExpression& whole) const;
  [[nodiscard]] std::string filled(std::string_view pattern, const Match& match,
                                   std::string_view text) const;
  [[nodiscard]] std::string placeholder(std::string_view name, const Match& match,
                                        std::string_view text) const;
  [[nodiscard]] std::string duration(const Match& match, std::string_view text) const;
  [[nodiscard]] int count(std::string_view name, const Match& match, std::string_view text) const;

  const Grammars& grammars_;
  PeriodReader periods_;
};

// Values of a match of deadlines.toml, occasions.toml or periods.toml that their examples may name.
[[nodiscard]] std::map<std::string, std::string> time_values(const Match& match,
                                                             std::string_view text,
                                                             const Grammars& grammars,
                                                             const TimeContext& context);

}  // namespace trichyeu
