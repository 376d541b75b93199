#include "extractor/fields/time_period.h"

#include <charconv>
#include <functional>
#include <map>
#include <vector>

namespace trichyeu {
namespace {

using Numbers = std::vector<int>;
using Range = std::optional<DateRange>;

Range span_of(const Range& first, const Range& last) {
  if (!first || !last || last->last < first->first) return std::nullopt;
  return DateRange{first->first, last->last};
}

Range week_of_month(int week, int month, int year) {
  return span_of(day_range(7 * week - 6, month, year), day_range(7 * week, month, year));
}

Range last_week(int month, int year) {
  const Range whole = months_range(month, month, year);
  if (!whole) return std::nullopt;
  return DateRange{{year, month, whole->last.day - 6}, whole->last};
}

Range ten_days(int part, int month, int year) {
  if (part == 3) return span_of(day_range(21, month, year), months_range(month, month, year));
  return span_of(day_range(10 * part - 9, month, year), day_range(10 * part, month, year));
}

// The ministry sets each school year anew; these are the days between which it always lies.
Range school_year(int year) { return span_of(day_range(5, 9, year), day_range(31, 5, year + 1)); }

Range school_term(int term, int year) {
  if (term == 1) return span_of(day_range(5, 9, year), day_range(20, 1, year + 1));
  if (term == 2) return span_of(day_range(21, 1, year), day_range(31, 5, year));
  return std::nullopt;
}

struct Function {
  std::size_t arity;
  std::function<Range(const Numbers&)> of;
};

const std::map<std::string, Function, std::less<>>& functions() {
  static const std::map<std::string, Function, std::less<>> all = {
      {"day", {3, [](const Numbers& n) { return day_range(n[0], n[1], n[2]); }}},
      {"month", {2, [](const Numbers& n) { return months_range(n[0], n[0], n[1]); }}},
      {"months", {3, [](const Numbers& n) { return months_range(n[0], n[1], n[2]); }}},
      {"quarter", {2, [](const Numbers& n) { return quarter_range(n[0], n[1]); }}},
      {"quarters",
       {3,
        [](const Numbers& n) {
          return span_of(quarter_range(n[0], n[2]), quarter_range(n[1], n[2]));
        }}},
      {"year", {1, [](const Numbers& n) { return months_range(1, 12, n[0]); }}},
      {"years",
       {2,
        [](const Numbers& n) {
          return span_of(months_range(1, 12, n[0]), months_range(1, 12, n[1]));
        }}},
      {"week", {3, [](const Numbers& n) { return week_of_month(n[0], n[1], n[2]); }}},
      {"last_week", {2, [](const Numbers& n) { return last_week(n[0], n[1]); }}},
      {"ten_days", {3, [](const Numbers& n) { return ten_days(n[0], n[1], n[2]); }}},
      {"school_year", {1, [](const Numbers& n) { return school_year(n[0]); }}},
      {"term", {2, [](const Numbers& n) { return school_term(n[0], n[1]); }}},
  };
  return all;
}

// "month(m, y)" is {"month", "m", "y"}.
std::vector<std::string_view> words_of(std::string_view expression) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < expression.size();) {
    const std::size_t from = expression.find_first_not_of("(), ", at);
    if (from == std::string_view::npos) break;
    at = std::min(expression.find_first_of("(), ", from), expression.size());
    words.push_back(expression.substr(from, at - from));
  }
  return words;
}

bool is_year(std::string_view argument) { return !argument.empty() && argument[0] == 'y'; }

// Days of the months of a lunar year, in order; of a month that comes twice (`leap`) the first
// stays, since a date says when it means the second.
struct LunarYear {
  Date first_day;
  Numbers days;
  int leap = 0;

  [[nodiscard]] Range month(int number) const {
    const int index = number - 1 + (leap != 0 && number > leap ? 1 : 0);
    if (number < 1 || index >= static_cast<int>(days.size())) return std::nullopt;
    int before = 0;
    for (int i = 0; i < index; ++i) before += days[static_cast<std::size_t>(i)];
    const Date first = days_later(first_day, before);
    return DateRange{first, days_later(first, days[static_cast<std::size_t>(index)] - 1)};
  }
};

DateRange part_of(const DateRange& range, int part) {
  if (part == 1) return {range.first, range.first};
  if (part == 3) return {range.last, range.last};
  const Date middle = middle_of(range);
  return {middle, middle};
}

std::optional<LunarYear> lunar_year(const WordList& years, std::size_t row,
                                    const PeriodReader& reader) {
  const auto first_day = date_of_iso(std::string(years.cell(row, "first_day")));
  if (!first_day) return std::nullopt;
  LunarYear year;
  year.first_day = *first_day;
  for (const std::string_view days : words_of(years.cell(row, "months")))
    year.days.push_back(reader.number(days).value_or(0));
  year.leap = reader.number(years.cell(row, "leap")).value_or(0);
  return year;
}

}  // namespace

// "Bính Ngọ" is 2026.
std::optional<int> PeriodReader::named_year(const Match& match, std::string_view text) const {
  const WordList& years = grammars_.list("lunar-new-year");
  const auto rows = years.rows_with("name", match.capture("name", text));
  if (rows.empty()) return std::nullopt;
  return number(years.cell(rows.front(), "year"));
}

// The year is the last of `numbers`.
std::optional<DateRange> PeriodReader::lunar(std::string_view function,
                                             const Numbers& numbers) const {
  const WordList& years = grammars_.list("lunar-new-year");
  if (numbers.empty()) return std::nullopt;
  const auto rows = years.rows_with("year", std::to_string(numbers.back()));
  if (rows.empty()) return std::nullopt;
  const auto year = lunar_year(years, rows.front(), *this);
  if (!year) return std::nullopt;
  if (function == "lunar_new_year") return DateRange{year->first_day, year->first_day};
  if (function == "lunar_month" && numbers.size() == 2) return year->month(numbers[0]);
  if (function != "lunar_day" || numbers.size() != 3) return std::nullopt;
  const Range month = year->month(numbers[1]);
  if (!month) return std::nullopt;
  const Date day = days_later(month->first, numbers[0] - 1);
  return day <= month->last ? Range(DateRange{day, day}) : std::nullopt;
}

std::optional<int> PeriodReader::number(std::string_view text) const {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  const WordList& numerals = grammars_.list("numerals");
  const std::vector<std::size_t> rows = numerals.rows_with("numeral", text);
  if (rows.empty()) return std::nullopt;
  return number(numerals.cell(rows.front(), "value"));
}

std::optional<ReadPeriod> PeriodReader::evaluate(std::string_view expression, const Match& match,
                                                 std::string_view text, int year) const {
  const std::vector<std::string_view> words = words_of(expression);
  if (words.empty()) return std::nullopt;
  ReadPeriod period;
  Numbers numbers;
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::optional<int> value =
        number(match.has(words[i]) ? match.capture(words[i], text) : words[i]);
    if (!value && is_year(words[i])) value = named_year(match, text);
    if (!value && is_year(words[i]) && year != 0) {
      value = year;
      period.year_lent = true;
    }
    if (!value) return std::nullopt;
    numbers.push_back(*value);
  }
  Range range;
  if (words[0] == "issued") {
    if (const auto day = date_of_iso(context_.issued)) range = DateRange{*day, *day};
  } else if (words[0].substr(0, 6) == "lunar_") {
    range = lunar(words[0], numbers);
  } else if (const auto found = functions().find(words[0]);
             found != functions().end() && found->second.arity == numbers.size()) {
    range = found->second.of(numbers);
  }
  if (!range) return std::nullopt;
  period.range = *range;
  return period;
}

// The period in the year that the match means by the lent one.
std::optional<ReadPeriod> PeriodReader::shifted(const Match& match, std::string_view text,
                                                int year) const {
  const std::string_view expression = match.emitted("period");
  const bool told = match.has(match.emitted("shift"));
  if (told && year != 0) year += number(match.capture(match.emitted("shift"), text)).value_or(0);
  auto period = evaluate(expression, match, text, year);
  if (period) period->year_told = told;
  const bool over = period && period->year_lent && iso(period->range.last) < context_.issued;
  if (over && match.emitted("next") == "true") period = evaluate(expression, match, text, year + 1);
  return period;
}

std::optional<ReadPeriod> PeriodReader::read(std::string_view text, int year) const {
  const std::optional<Match> match = grammars_.grammar("periods").find(text);
  if (!match) return std::nullopt;
  std::optional<ReadPeriod> period = shifted(*match, text, year);
  if (!period) return std::nullopt;
  period->approximate = !match->emitted("approximate").empty();
  if (const std::string_view part = match->emitted("part"); !part.empty()) {
    const auto which = number(match->capture(part, text));
    if (!which) return std::nullopt;
    period->range = part_of(period->range, *which);
  }
  return period;
}

bool PeriodReader::precedes_plan(const DateRange& range) const {
  return !context_.period_start.empty() && iso(range.last) < context_.period_start;
}

}  // namespace trichyeu
