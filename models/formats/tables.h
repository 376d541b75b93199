// A plan as tables: what CSV and spreadsheets show, each in its own way.
//
//   tasks        a row for each task and deadline; a task without one has a row, too
//   citations    a row for each mention
//   documents    a row
//   diagnostics  a row for each
//
// Columns have the names of the XML contract where they say the same. Those of a task that are
// computed end in Day: the days that models/deadline_days.h reads from a deadline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/plan.h"

namespace trichyeu {

enum class CellType {
  text,
  date,    // ISO 8601, as precise as the text
  number,  // in the C locale
  flag,    // "true", or empty
  word,    // a name of the contract; `words` says of which list
  file,    // the source's name
};

struct TableColumn {
  std::string_view name;
  CellType type = CellType::text;
  int width = 0;  // characters, for a sheet; 0: it stands behind the last that is printed
  std::string_view words = {};  // prefix of the keys in words.tsv: "kind"
};

using TableRow = std::vector<std::string>;  // one a column; empty where nothing is said

struct PlanTable {
  std::string_view name;  // "tasks"
  std::vector<TableColumn> columns;
  // Texts that are not the document's are worded in `language`.
  std::vector<TableRow> (*rows)(const Plan& plan, std::string_view language);
};

[[nodiscard]] const PlanTable& task_table();
[[nodiscard]] const PlanTable& citation_table();
[[nodiscard]] const PlanTable& document_table();
[[nodiscard]] const PlanTable& diagnostic_table();

// What a reader should know of a deadline's days, sentence by sentence; empty for most.
[[nodiscard]] std::string note_on(const Deadline& deadline, const std::string& issued,
                                  std::string_view language);

// The document's own number and date; empty where its header has none.
[[nodiscard]] std::string number_of(const Plan& plan);
[[nodiscard]] std::string date_of(const Plan& plan);
[[nodiscard]] std::string issuer_of(const Plan& plan);
// "Sở Nội vụ; Sở Tư pháp"
[[nodiscard]] std::string listed(const std::vector<Unit>& units);

}  // namespace trichyeu
