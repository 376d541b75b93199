// A task and one of its deadlines as a VTODO of iCalendar (RFC 5545, 3.6.2).
//
//   DTSTART, DUE  all-day dates: the first day and the last on which it is not late
//   RRULE         with DTSTART on its first day since the document's date, as a local time without
//                 zone, and DUE at the end of that day; a rule that names no day has no DUE
//   UID           of the source's bytes (its name, where they are not known), the document in it,
//   the task's path and the deadline's
//                 place: the same after every conversion of the same file
//   DTSTAMP       the document's date, 1970-01-01 where it has none: the same plan gives the same
//                 bytes
//   CATEGORIES    the lead units, each a property of its own
//   DESCRIPTION   the task, its units, the deadline as printed, what is approximate or assumed, and
//                 where it stands: document, item, page
//
// No ORGANIZER, no ATTENDEE: nobody is invited.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/plan.h"

namespace trichyeu {

struct Todo {
  const Plan& plan;
  const Task& task;
  const Deadline* deadline = nullptr;  // null: the task has none
  std::string key;                     // of the task in the plan: "II.1.a", "II.1.a 2"
  std::size_t deadline_number = 0;     // from 1; 0 where the task has none
};

// All of a plan, in reading order; views of `plan`.
[[nodiscard]] std::vector<Todo> todos_of(const Plan& plan);

// Its lines, each with CRLF, folded at 75 octets; texts of ours are worded in `language`.
[[nodiscard]] std::string calendar_todo(const Todo& todo, std::string_view language);

// A name-based UUID (RFC 9562, version 8) of SHA-256.
[[nodiscard]] std::string uid_of(const Todo& todo);

}  // namespace trichyeu
