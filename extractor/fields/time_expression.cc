#include "extractor/fields/time_expression.h"

#include <array>

#include "extractor/fields/time_recurrence.h"

namespace trichyeu {
namespace {

// A capture, or the one of its name and a 2: two alternatives of a pattern cannot share a name.
std::string_view capture_of(std::string_view name, const Match& match, std::string_view text) {
  if (match.has(name)) return match.capture(name, text);
  return match.capture(std::string(name) + "2", text);
}

bool flag(std::string_view key, const Match& match) {
  const std::string_view value = match.emitted(key);
  return value == "true" || (!value.empty() && match.has(value));
}

// "15 (mười lăm)" is "15".
std::string_view without_bracket(std::string_view counted) {
  return counted.substr(0, counted.find(" ("));
}

constexpr int any_leap_year = 2024;  // has every day of the calendar
constexpr int common_year = 2023;

}  // namespace

// The interval of a match, and which of its years were lent.
struct TimeExpressionReader::Dates {
  std::optional<ReadPeriod> start;
  std::optional<ReadPeriod> end;
  bool year_lent = false;
};

std::optional<ReadPeriod> TimeExpressionReader::period(std::string_view name, const Match& match,
                                                       std::string_view text, int year) const {
  const std::string_view printed = capture_of(name, match, text);
  if (!printed.empty()) return periods_.read(printed, year);
  return periods_.evaluate(name, match, text, year);
}

std::optional<TimeExpressionReader::Dates> TimeExpressionReader::dates(const Match& match,
                                                                       std::string_view text,
                                                                       int year) const {
  const std::string_view start_name = match.emitted("start");
  const std::string_view end_name = match.emitted("end");
  Dates found;
  const auto read = [&](std::string_view name, int lent) {
    return name.empty() ? std::nullopt : period(name, match, text, lent);
  };
  // "tháng 3" of a plan from September 2025 to May 2026 is March 2026.
  const auto read_in_plan = [&](std::string_view name) {
    const auto in_year = read(name, year);
    if (!in_year || !in_year->year_lent || in_year->year_told ||
        !periods_.precedes_plan(in_year->range))
      return in_year;
    const auto in_next = read(name, year + 1);
    return in_next ? in_next : in_year;
  };
  const auto reversed = [&] { return found.end->range.last < found.start->range.first; };
  found.start = read(start_name, 0);
  found.end = read(end_name, 0);
  if (start_name.empty() || end_name.empty() || start_name == "issued()") {
    // One end only, or one that needs no year.
    if (!found.start && start_name != "issued()") found.start = read_in_plan(start_name);
    if (!found.end) found.end = read_in_plan(end_name);
    if (!found.end && !found.start) return std::nullopt;
  } else if (found.start && !found.end) {
    found.end = read(end_name, found.start->range.last.year);
    if (found.end && reversed()) found.end = read(end_name, found.start->range.last.year + 1);
  } else if (found.end && !found.start) {
    found.start = read(start_name, found.end->range.first.year);
    if (found.start && reversed()) found.start = read(start_name, found.end->range.first.year - 1);
  } else if (!found.start) {
    found.start = read_in_plan(start_name);
    found.end = read_in_plan(end_name);
    if (found.start && found.end && reversed()) found.end = read(end_name, year + 1);
    found.year_lent = true;
  }
  if ((!start_name.empty() && start_name != "issued()" && !found.start) ||
      (!end_name.empty() && !found.end)) {
    return std::nullopt;
  }
  if (found.start && found.end && reversed()) return std::nullopt;
  if (start_name.empty() || end_name.empty() || start_name == "issued()") {
    found.year_lent =
        (found.start && found.start->year_lent) || (found.end && found.end->year_lent);
  }
  return found;
}

int TimeExpressionReader::count(std::string_view name, const Match& match,
                                std::string_view text) const {
  return periods_.number(without_bracket(capture_of(name, match, text))).value_or(0);
}

std::string TimeExpressionReader::placeholder(std::string_view name, const Match& match,
                                              std::string_view text) const {
  constexpr std::string_view last_day = ".last";
  if (name.size() > last_day.size() && name.substr(name.size() - last_day.size()) == last_day) {
    const auto window =
        period(name.substr(0, name.size() - last_day.size()), match, text, common_year);
    return window ? by_last_day(window->range) : std::string();
  }
  const std::string_view printed = capture_of(name, match, text);
  const WordList& weekdays = grammars_.list("weekdays");
  const std::vector<std::size_t> rows = weekdays.rows_with("weekday", printed);
  if (!rows.empty()) return std::string(weekdays.cell(rows.front(), "code"));
  const auto number = periods_.number(printed);
  return number ? std::to_string(*number) : std::string();
}

std::string TimeExpressionReader::recurrence(const Match& match, std::string_view text) const {
  if (const std::string_view n = match.emitted("every_months"); !n.empty()) {
    const int months = count(n, match, text);
    return months > 0 ? every_months(months) : std::string();
  }
  if (const std::string_view n = match.emitted("every_years"); !n.empty()) {
    const int years = count(n, match, text);
    return years > 0 ? every_months(12 * years) : std::string();
  }
  if (const std::string_view n = match.emitted("times"); !n.empty()) {
    return times_in_months(count(n, match, text),
                           periods_.number(match.emitted("in_months")).value_or(0));
  }
  if (const std::string_view n = match.emitted("times_a_day"); !n.empty())
    return times_in_day(count(n, match, text));
  return filled(match.emitted("recurrence"), match, text);
}

std::string TimeExpressionReader::filled(std::string_view pattern, const Match& match,
                                         std::string_view text) const {
  std::string rule;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    rule += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    const std::string value = placeholder(pattern.substr(open + 1, close - open - 1), match, text);
    if (value.empty()) return {};
    rule += value;
    pattern.remove_prefix(close + 1);
  }
  return rule;
}

std::string TimeExpressionReader::duration(const Match& match, std::string_view text) const {
  if (const std::string_view fixed = match.emitted("duration"); !fixed.empty())
    return std::string(fixed);
  struct DurationUnit {
    std::string_view capture;
    std::string_view before;
    char designator;
  };
  constexpr std::array<DurationUnit, 5> units = {{{"days", "P", 'D'},
                                                  {"weeks", "P", 'W'},
                                                  {"months", "P", 'M'},
                                                  {"years", "P", 'Y'},
                                                  {"hours", "PT", 'H'}}};
  for (const DurationUnit& unit : units) {
    const int n = count(unit.capture, match, text);
    if (n == 0) continue;
    const std::string sign = match.emitted("sign") == "before" ? "-" : "";
    return sign + std::string(unit.before) + std::to_string(n) + unit.designator;
  }
  return {};
}

int TimeExpressionReader::printed_year(const Match& match, std::string_view text) const {
  for (const std::string_view key : {"start", "end"}) {
    const std::string_view name = match.emitted(key);
    if (name.empty() || name == "issued()") continue;
    if (const auto read = period(name, match, text, 0)) return read->range.first.year;
  }
  return 0;
}

std::vector<TimeExpression> TimeExpressionReader::split(const Match& match, std::string_view text,
                                                        const TimeExpression& whole) const {
  const std::string_view pair = match.emitted("split");
  const std::size_t blank = pair.find(' ');
  if (blank == std::string_view::npos) return {};
  if (count(pair.substr(0, blank), match, text) == count(pair.substr(blank + 1), match, text))
    return {};
  std::vector<TimeExpression> both = {whole, whole};
  both[0].bytes = match.captures.find("first")->second;
  both[0].deadline.recurrence = filled(match.emitted("first_recurrence"), match, text);
  both[1].bytes = match.captures.find("second")->second;
  both[1].deadline.recurrence = filled(match.emitted("second_recurrence"), match, text);
  return both;
}

std::vector<TimeExpression> TimeExpressionReader::read(const Match& match, std::string_view text,
                                                       int year,
                                                       const std::string& assumption) const {
  TimeExpression expression;
  expression.bytes = match.bytes;
  Deadline& deadline = expression.deadline;
  deadline.kind = deadline_kind_of(match.emitted("kind")).value_or(DeadlineKind::unparsed);
  deadline.exclusive = flag("exclusive", match);
  deadline.approximate = flag("approximate", match);
  deadline.working_days = match.has("working");
  deadline.recurrence = recurrence(match, text);
  deadline.anchor = std::string(capture_of("anchor", match, text));
  if (deadline.kind == DeadlineKind::relative) deadline.duration = duration(match, text);
  if (auto both = split(match, text, expression); !both.empty()) return both;
  if (match.emitted("start").empty() && match.emitted("end").empty()) return {expression};

  const auto found = dates(match, text, year != 0 ? year : any_leap_year);
  if (!found) return {};
  if (found->year_lent && year == 0) {
    deadline = Deadline{};
    return {expression};
  }
  const auto starts_after_gap = [&] {
    return found->start->range.last < found->end->range.first &&
           day_after(found->start->range.last) != found->end->range.first;
  };
  if (flag("adjacent", match) && starts_after_gap()) {
    std::vector<TimeExpression> both = {expression, expression};
    both[0].bytes = match.captures.find("from")->second;
    both[0].deadline.start = iso(found->start->range.first);
    both[0].deadline.end = iso(found->start->range.last);
    both[1].bytes = match.captures.find("to")->second;
    both[1].deadline.start = iso(found->end->range.first);
    both[1].deadline.end = iso(found->end->range.last);
    return both;
  }
  if (found->start) deadline.start = iso(found->start->range.first);
  if (found->end)
    deadline.end = iso(deadline.exclusive ? found->end->range.first : found->end->range.last);
  deadline.approximate = deadline.approximate || (found->start && found->start->approximate) ||
                         (found->end && found->end->approximate);
  if (found->year_lent) deadline.assumption = assumption;
  return {expression};
}

std::map<std::string, std::string> time_values(const Match& match, std::string_view text,
                                               const Grammars& grammars,
                                               const TimeContext& context) {
  const auto flag_text = [](bool value) { return std::string(value ? "true" : ""); };
  if (!match.emitted("period").empty()) {
    const auto period = PeriodReader(grammars, context).read(match.bytes.of(text), context.year);
    if (!period) return {};
    return {{"start", iso(period->range.first)},
            {"end", iso(period->range.last)},
            {"approximate", flag_text(period->approximate)}};
  }
  const auto read =
      TimeExpressionReader(grammars, context).read(match, text, context.year, context.year_source);
  if (read.empty()) return {};
  const Deadline& deadline = read.front().deadline;
  return {{"start", deadline.start},
          {"end", deadline.end},
          {"recurrence", deadline.recurrence},
          {"duration", deadline.duration},
          {"anchor", deadline.anchor},
          {"exclusive", flag_text(deadline.exclusive)},
          {"working_days", flag_text(deadline.working_days)},
          {"approximate", flag_text(deadline.approximate)},
          {"assumption", deadline.assumption}};
}

}  // namespace trichyeu
