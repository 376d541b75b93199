#include "tools/export/selection.h"

#include <algorithm>

#include "models/deadline_days.h"
#include "models/recurrence.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// The last day of a date that is as precise as its text.
std::optional<Day> last_day_of(const std::string& iso) {
  constexpr std::size_t year_size = 4;
  constexpr std::size_t month_size = 7;
  const std::optional<Day> first = first_day_of(iso);
  if (!first) return std::nullopt;
  const std::chrono::year_month_day date(*first);
  if (iso.size() == year_size) return Day(date.year() / 12 / 31);
  if (iso.size() == month_size)
    return Day(std::chrono::year_month_day_last(date.year() / date.month() / std::chrono::last));
  return first;
}

Selected selected_by_date(const Plan& plan, const Selection& selection) {
  if (!selection.since && !selection.until) return Selected::yes;
  const std::string date = plan.header.date ? plan.header.date->iso : std::string();
  const std::optional<Day> first = first_day_of(date);
  const std::optional<Day> last = last_day_of(date);
  if (!first || !last) return Selected::undated;
  const bool inside = (!selection.since || *selection.since <= *last) &&
                      (!selection.until || *first <= *selection.until);
  return inside ? Selected::yes : Selected::no;
}

std::string key_of(const std::string& name) { return fold_marks(lowercase(name)); }

// `words` stand in `name` from the beginning of a word to the end of one.
bool holds_words(const std::string& name, const std::string& words) {
  const std::string padded = ' ' + key_of(name) + ' ';
  const auto is_edge = [](char c) {
    return std::string_view(" ,;.:()/-").find(c) != std::string_view::npos;
  };
  for (std::size_t at = padded.find(words); at != std::string::npos;
       at = padded.find(words, at + 1)) {
    if (is_edge(padded[at - 1]) && is_edge(padded[at + words.size()])) return true;
  }
  return false;
}

bool has_unit(const Task& task, const std::vector<std::string>& keys) {
  const auto is_asked_for = [&](const Unit& unit) {
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      return holds_words(unit.value.text, key) || holds_words(unit.full, key);
    });
  };
  return std::any_of(task.lead.begin(), task.lead.end(), is_asked_for) ||
         std::any_of(task.coordinating.begin(), task.coordinating.end(), is_asked_for);
}

bool falls_before(const Deadline& deadline, const std::string& issued, Day day) {
  const DeadlineDays days = days_of(deadline, issued);
  if (!days.recurrence.empty()) {
    const std::optional<Day> base = recurrence_base(deadline, issued);
    if (!base || !names_days(days.recurrence)) return false;
    const std::optional<Occurrence> first = first_occurrence(days.recurrence, *base);
    return first && first->day < day;
  }
  const std::optional<Day> due = days.due ? days.due : days.assumed;
  return due && *due < day;
}

}  // namespace

Selected select(Plan& plan, const Selection& selection) {
  const Selected by_date = selected_by_date(plan, selection);
  if (by_date != Selected::yes || !selection.selects_tasks()) return by_date;
  if (!selection.units.empty()) {
    std::vector<std::string> keys;
    for (const std::string& unit : selection.units) keys.push_back(key_of(unit));
    std::erase_if(plan.tasks, [&](const Task& task) { return !has_unit(task, keys); });
  }
  if (selection.due_before) {
    const std::string issued = plan.header.date ? plan.header.date->iso : std::string();
    for (Task& task : plan.tasks) {
      std::erase_if(task.deadlines, [&](const Deadline& deadline) {
        return !falls_before(deadline, issued, *selection.due_before);
      });
    }
    std::erase_if(plan.tasks, [](const Task& task) { return task.deadlines.empty(); });
  }
  return plan.tasks.empty() ? Selected::no : Selected::yes;
}

}  // namespace trichyeu
