#include "models/formats/calendar_todo.h"

#include <libical/ical.h>

#include <map>
#include <memory>
#include <optional>

#include "models/deadline_days.h"
#include "models/formats/code_points.h"
#include "models/formats/element.h"
#include "models/formats/tables.h"
#include "models/formats/words.h"
#include "models/recurrence.h"
#include "models/sha256.h"

namespace trichyeu {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

constexpr icaltimetype midnight(icaltimetype day) {
  day.is_date = 0;
  day.hour = day.minute = day.second = 0;
  return day;
}

icaltimetype ical_date(Day day) {
  const std::chrono::year_month_day date(day);
  icaltimetype time = icaltime_null_date();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return time;
}

// A comma in a unit's name is no end of it, but libical escapes none in CATEGORIES, taking its text
// for the whole list. As a value of another type the text stays as it is, and libical says so.
constexpr std::string_view other_type = ";VALUE=STRING";

icalproperty* category(const std::string& unit) {
  std::string escaped;
  for (const char c : unit) {
    if (c == '\\' || c == ',' || c == ';') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  icalproperty* property = icalproperty_new(ICAL_CATEGORIES_PROPERTY);
  icalproperty_set_value(property, icalvalue_new_string(escaped.c_str()));
  return property;
}

// A ; in a text is escaped: at the beginning of a line stands none but the property's.
std::string without_other_type(std::string lines) {
  const std::string typed = "\r\nCATEGORIES" + std::string(other_type) + ':';
  for (std::size_t at = lines.find(typed); at != std::string::npos; at = lines.find(typed, at))
    lines.erase(at + typed.size() - 1 - other_type.size(), other_type.size());
  return lines;
}

// As long as lists of tasks show it.
std::string summary_of(const std::string& content) {
  constexpr std::size_t longest = 160;
  std::string line = content;
  for (char& c : line) c = c == '\n' ? ' ' : c;
  const CodePoints points(line);
  const std::size_t end = points.byte_of(longest);
  return end < line.size() ? line.substr(0, end) + "…" : line;
}

// "Kế hoạch 83/KH-SYT ngày 22/03/2023, Sở Y tế, mục II.1.a, trang 2, ke-hoach.pdf"
std::string source_of(const Todo& todo, std::string_view language) {
  const Header& header = todo.plan.header;
  std::string text = header.type ? header.type->value.text : std::string();
  const auto add = [&](const std::string& part, const char* separator) {
    if (!part.empty()) text += (text.empty() ? "" : separator) + part;
  };
  add(number_of(todo.plan), " ");
  if (const std::string date = date_of(todo.plan); !date.empty())
    add(worded("todo.dated", language, {worded_day(date, language)}), " ");
  add(issuer_of(todo.plan), ", ");
  if (!todo.task.path.empty()) add(worded("todo.item", language, {todo.task.path}), ", ");
  if (const int page = todo.task.content.place.page; page > 0)
    add(worded("todo.page", language, {std::to_string(page)}), ", ");
  add(todo.plan.source.file, ", ");
  return text;
}

class TodoWriter {
 public:
  TodoWriter(const Todo& todo, std::string_view language)
      : todo_(todo), language_(language), component_(icalcomponent_new(ICAL_VTODO_COMPONENT)) {
    if (todo.deadline != nullptr) days_ = days_of(*todo.deadline, date_of(todo.plan));
  }

  std::string text() {
    add(icalproperty_new_uid(uid_of(todo_).c_str()));
    add(icalproperty_new_dtstamp(stamp()));
    add(icalproperty_new_summary(summary_of(xml_text(todo_.task.content.text)).c_str()));
    if (!add_recurrence()) add_days();
    for (const Unit& unit : todo_.task.lead) add(category(xml_text(unit.value.text)));
    add(icalproperty_new_description(xml_text(description()).c_str()));
    const std::unique_ptr<char, decltype(&free)> lines(
        icalcomponent_as_ical_string_r(component_.get()), free);
    return without_other_type(lines.get());
  }

 private:
  void add(icalproperty* property) { icalcomponent_add_property(component_.get(), property); }

  [[nodiscard]] icaltimetype stamp() const {
    const Day day = first_day_of(date_of(todo_.plan)).value_or(Day{});
    icaltimetype time = midnight(ical_date(day));
    time.zone = icaltimezone_get_utc_timezone();
    return time;
  }

  // DUE is later than DTSTART (RFC 5545, 3.8.2.3), so that one day is a DUE alone.
  void add_days() {
    const std::optional<Day> due = days_.due ? days_.due : days_.assumed;
    if (days_.start && (!due || *days_.start < *due))
      add(icalproperty_new_dtstart(ical_date(*days_.start)));
    if (due) add(icalproperty_new_due(ical_date(*due)));
  }

  // Whether the rule is one of RFC 5545 and has a day.
  bool add_recurrence() {
    if (days_.recurrence.empty()) return false;
    const std::optional<Day> base = recurrence_base(*todo_.deadline, date_of(todo_.plan));
    if (!base) return false;
    const std::optional<Occurrence> first = first_occurrence(days_.recurrence, *base);
    if (!first) return false;
    icaltimetype start = midnight(ical_date(first->day));
    start.hour = first->hour;
    add(icalproperty_new_dtstart(start));
    add(icalproperty_new_rrule(icalrecurrencetype_from_string(days_.recurrence.c_str())));
    if (names_days(days_.recurrence)) {
      add(icalproperty_new_due(end_of_day(start)));
    } else {
      recurs_from_ = base;
    }
    return true;
  }

  static icaltimetype end_of_day(icaltimetype day) {
    constexpr int last_hour = 23;
    constexpr int last_minute = 59;
    day.hour = last_hour;
    day.minute = day.second = last_minute;
    return day;
  }

  [[nodiscard]] std::string description() const {
    std::string text = todo_.task.content.text;
    const auto add_line = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) text += '\n' + worded(key, language_) + ": " + value;
    };
    add_line("todo.lead", listed(todo_.task.lead));
    add_line("todo.coordinating", listed(todo_.task.coordinating));
    if (todo_.deadline != nullptr) add_line("todo.deadline", todo_.deadline->value.text);
    for (const Value& product : todo_.task.products) add_line("todo.product", product.text);
    if (const std::string notes = note(); !notes.empty()) text += '\n' + notes;
    add_line("todo.source", source_of(todo_, language_));
    return text;
  }

  [[nodiscard]] std::string note() const {
    if (todo_.deadline == nullptr) return {};
    std::string text = note_on(*todo_.deadline, date_of(todo_.plan), language_);
    if (recurs_from_) {
      text += (text.empty() ? "" : " ") + worded("note.recurrenceFrom", language_,
                                                 {worded_day(iso_of(*recurs_from_), language_)});
    }
    return text;
  }

  const Todo& todo_;
  std::string_view language_;
  Component component_;
  DeadlineDays days_;
  std::optional<Day> recurs_from_;  // where the rule names no day
};

}  // namespace

std::vector<Todo> todos_of(const Plan& plan) {
  std::map<std::string, int> tasks_of_path;
  std::vector<Todo> todos;
  for (const Task& task : plan.tasks) {
    const int number = ++tasks_of_path[task.path];
    const std::string key = task.path + (number > 1 ? ' ' + std::to_string(number) : "");
    std::size_t deadline_number = 0;
    for (const Deadline& deadline : task.deadlines)
      todos.push_back({plan, task, &deadline, key, ++deadline_number});
    if (task.deadlines.empty()) todos.push_back({plan, task, nullptr, key, 0});
  }
  return todos;
}

std::string uid_of(const Todo& todo) {
  const SourceInfo& source = todo.plan.source;
  const std::string& bytes = source.sha256.empty() ? source.file : source.sha256;
  const std::string name = bytes + '\n' + std::to_string(source.document) + '\n' + todo.key + '\n' +
                           std::to_string(todo.deadline_number);
  std::string hex = sha256_hex(name).substr(0, 32);
  constexpr std::string_view variants = "89ab";
  constexpr std::size_t version_digit = 12;
  constexpr std::size_t variant_digit = 16;
  hex[version_digit] = '8';
  hex[variant_digit] = variants[static_cast<unsigned char>(hex[variant_digit]) % variants.size()];
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' +
         hex.substr(16, 4) + '-' + hex.substr(20);
}

std::string calendar_todo(const Todo& todo, std::string_view language) {
  return TodoWriter(todo, language).text();
}

}  // namespace trichyeu
