// Tables that assign work: one row a task, columns known by their headings.
//
//   | STT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | 2024 | 2025 |
//   | I   | Nhóm nhiệm vụ chung                                                              group
//   | 1   | Rà soát …         | Sở A            | Sở B             | Quý I     |      |      | task
//   | 2   | Tổng hợp …        | nt              |                  |           | x    | x    | task
//
// "nt" is as above; ticks are the years over them. A row with a number and a title only opens a
// group; where the table has no column of units, a group of one ("Sở Y tế") leads its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/fields/labels.h"
#include "extractor/fields/table_columns.h"
#include "extractor/fields/units.h"
#include "extractor/grammar/grammar.h"
#include "models/document_tree.h"

namespace trichyeu {

// One cell of a field, or two that are one value, as from a column "Bắt đầu" to one "Kết thúc", or
// from the first year ticked to the last. Block indices into the tree.
struct FieldCell {
  Role role = Role::other;  // lead, lead_coordinate, coordinate, time or product
  std::size_t first = 0;
  std::size_t last = 0;
  std::string inherited;  // "ditto": the cell is that of an earlier row; "heading": it is a heading
  int year = 0;           // that a heading over a time says; 0 for none
};

// One row of a table of tasks.
struct TaskRow {
  std::string number;               // as printed; empty where it has none
  std::vector<std::size_t> blocks;  // all cells, in reading order
  std::vector<std::size_t> work;    // what is to be done; not empty
  std::vector<FieldCell> fields;    // in the order of their columns
  bool names_whom = false;          // the work is whom it is about: no sentence with a doer
};

struct TaskTable {
  std::vector<TaskRow> rows;
  std::vector<Column> columns;  // empty where the table assigns no work
};

// `before`: a table that this one may go on from. One without a head does so where it is as wide.
// No rows where the table assigns no work: no heading names both work and who, when or what comes
// of it, or its rows are targets with their measures.
[[nodiscard]] TaskTable task_table_of(const Table& table, const TaskTable* before,
                                      const DocumentTree& tree, const UnitReader& units,
                                      const Grammars& grammars);

}  // namespace trichyeu
