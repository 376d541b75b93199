#include "extractor/fields/citations/cited_date.h"

#include <charconv>
#include <cstdio>

#include "extractor/fields/time_calendar.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

int number_of(std::string_view figures) {
  int value = 0;
  std::from_chars(figures.data(), figures.data() + figures.size(), value);
  return value;
}

// Figures, or a word of the list: giêng, chạp.
int month_of(std::string_view printed, const Grammars& grammars) {
  if (printed.empty() || (printed.front() >= '0' && printed.front() <= '9'))
    return number_of(printed);
  const WordList& names = grammars.list("month-names");
  const std::vector<std::size_t> rows = names.rows_with("name", lowercase(printed));
  return rows.empty() ? 0 : number_of(names.cell(rows.front(), "number"));
}

std::string iso_of(int year, int month, int day) {
  char buffer[32];
  if (month == 0) {
    std::snprintf(buffer, sizeof buffer, "%04d", year);
  } else if (day == 0) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
  } else {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  }
  return buffer;
}

// The latest year with these last figures that is not after the next one.
int full_year(int two_figures, int latest_year) {
  const int latest = latest_year == 0 ? 2049 : latest_year + 1;
  int year = latest - latest % 100 + two_figures;
  if (year > latest) year -= 100;
  return year;
}

}  // namespace

CitedDate date_of(const CitationFind& find, std::string_view text, std::string_view symbol_year,
                  int latest_year, const Grammars& grammars) {
  CitedDate date;
  const int day = number_of(find.part("day", text));
  const int month = month_of(find.part("month", text), grammars);
  std::string_view printed_year = find.part("year", text);
  if (printed_year.empty()) printed_year = find.part("date_year", text);
  const bool misprinted = printed_year.size() > 4;
  int year = misprinted ? 0 : number_of(printed_year);
  if ((printed_year.empty() || misprinted) && month != 0 && !symbol_year.empty()) {
    year = number_of(symbol_year);
    date.repair = "year taken from the symbol";
    if (misprinted) date.repair = std::string(printed_year) + ": " + date.repair;
  }
  if (year == 0 && printed_year.size() != 2) return date;
  if (printed_year.size() == 2) {
    year = full_year(year, latest_year);
    date.repair = std::string(printed_year) + ": year of two figures";
  }
  const bool month_exists = month >= 1 && month <= 12;
  const bool day_exists = month_exists && day >= 1 && day <= days_in_month(year, month);
  date.impossible = (month != 0 && !month_exists) || (day != 0 && !day_exists);
  date.iso = iso_of(year, month_exists ? month : 0, day_exists ? day : 0);
  return date;
}

}  // namespace trichyeu
