// The calendar around the to-dos: libical would hold all of them at once, so its first and last
// lines are written here.
#include <algorithm>
#include <map>
#include <set>

#include "models/formats/calendar_todo.h"
#include "models/formats/element.h"
#include "models/formats/plan_writer.h"
#include "models/sha256.h"

namespace trichyeu {
namespace {

constexpr std::string_view head =
    "BEGIN:VCALENDAR\r\n"
    "VERSION:2.0\r\n"
    "PRODID:-//trichyeu//trichyeu//VI\r\n"
    "CALSCALE:GREGORIAN\r\n";
constexpr std::string_view tail = "END:VCALENDAR\r\n";

// A calendar holds a component (RFC 5545, 3.4): where nothing is to be done, the zone of the
// country, which has been the same since 13 June 1975.
constexpr std::string_view nothing_to_do =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Asia/Ho_Chi_Minh\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19750613T000000\r\n"
    "TZOFFSETFROM:+0800\r\n"
    "TZOFFSETTO:+0700\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

// A unit's name as part of a file's: without what separates folders, and no longer than names may
// be.
std::string suffix_of(const std::string& unit) {
  constexpr std::size_t longest = 100;
  std::string name = xml_text(unit);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || c == '\n'; }, '-');
  if (name.size() > longest) {
    std::size_t end = longest;
    while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;  // inside a letter
    name = name.substr(0, end) + '-' + sha256_hex(unit).substr(0, 8);
  }
  return '.' + name + ".ics";
}

class CalendarWriter : public PlanWriter {
 public:
  CalendarWriter(const FormatOptions& options, OutputSink& sink) : options_(options), sink_(sink) {}

  std::optional<Error> add(const Plan& plan, const std::string& /*source_link*/) override {
    std::map<std::string, std::string> lines;  // of this plan, by suffix
    for (const Todo& todo : todos_of(plan)) {
      const std::string text = calendar_todo(todo, options_.language);
      for (const std::string& suffix : suffixes_of(todo)) lines[suffix] += text;
    }
    for (const auto& [suffix, text] : lines) {
      if (auto error = append(suffix, text)) return error;
    }
    return std::nullopt;
  }

  std::optional<Error> finish() override {
    if (begun_.empty()) {
      if (auto error = append(of_all_, nothing_to_do)) return error;
    }
    for (const std::string& suffix : begun_) {
      if (auto error = sink_.append(suffix, tail)) return error;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::set<std::string> suffixes_of(const Todo& todo) const {
    std::set<std::string> suffixes;
    if (options_.calendar_per_unit) {
      for (const Unit& unit : todo.task.lead) suffixes.insert(suffix_of(unit.value.text));
    }
    if (suffixes.empty()) suffixes.emplace(of_all_);
    return suffixes;
  }

  std::optional<Error> append(const std::string& suffix, std::string_view lines) {
    if (begun_.insert(suffix).second) {
      if (auto error = sink_.append(suffix, head)) return error;
    }
    return sink_.append(suffix, lines);
  }

  const std::string of_all_ = ".ics";
  FormatOptions options_;
  OutputSink& sink_;
  std::set<std::string> begun_;  // calendars that have a head
};

}  // namespace

std::unique_ptr<PlanWriter> calendar_writer(const FormatOptions& options, OutputSink& sink) {
  return std::make_unique<CalendarWriter>(options, sink);
}

}  // namespace trichyeu
