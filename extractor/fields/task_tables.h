// Tables that assign work: one row a task, columns known by their headings.
//
//   | STT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
//   | I   | Nhóm nhiệm vụ chung                                              |   group row
//   | 1   | Rà soát …         | Sở A            | Sở B             | Quý I     |   task
//   | 2   | Tổng hợp …        | nt              |                  | Quý II    |   "nt": as above
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "extractor/fields/labels.h"
#include "extractor/grammar/grammar.h"
#include "models/document_tree.h"

namespace trichyeu {

// One row of a table of tasks, by roles. Block indices into the tree; a ditto cell is replaced by
// the cell that it repeats, and its role is listed in `inherited`, as that of a cell that reaches
// down from an earlier row.
struct TaskRow {
  std::vector<std::size_t> blocks;  // all cells, in reading order
  std::vector<std::size_t> work;    // what is to be done
  std::optional<std::size_t> lead, coordinating, time, product;
  bool both_roles = false;  // `lead` is a cell of leading and coordinating units
  std::vector<Role> inherited;
};

// Empty where the table assigns no work: no heading names both work and who, when or what comes
// of it.
[[nodiscard]] std::vector<TaskRow> task_rows_of(const Table& table, const DocumentTree& tree,
                                                const Grammars& grammars);

}  // namespace trichyeu
