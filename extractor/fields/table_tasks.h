// From the rows of task tables to tasks: paths, and the cells of each field taken apart.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/fields/task_builder.h"
#include "extractor/fields/task_tables.h"

namespace trichyeu {

class TableTasks {
 public:
  // All arguments outlive it.
  TableTasks(const DocumentTree& tree, const UnitReader& units, const TaskBuilder& builder,
             const Grammars& grammars)
      : tree_(tree), units_(units), builder_(builder), grammars_(grammars) {}

  // A new zone begins: rows count from 1, and no table goes on from one before it.
  void restart();

  // Whether the table, taken alone, assigns work.
  [[nodiscard]] bool assigns_work(const Table& table) const;

  // The tasks of a table that stands under `path`. Rows of an annex ("PL2") have the number that
  // they print, "PL2.14", where the numbers of its rows are plain and each stands once; all others
  // are counted, "II.1#3".
  [[nodiscard]] std::vector<TaskDraft> drafts_of(const Table& table, const std::string& path,
                                                 bool annex);

 private:
  [[nodiscard]] bool numbers_name_rows(const std::vector<TaskRow>& rows,
                                       const std::string& path) const;
  [[nodiscard]] TaskDraft draft_of(const TaskRow& row) const;
  void add_field(TaskDraft& draft, const FieldCell& field) const;
  void add_units(TaskDraft& draft, ByteSpan cell, Role role, const FieldCell& field) const;
  void add_time(TaskDraft& draft, const FieldCell& field) const;
  [[nodiscard]] ByteSpan bytes(std::size_t block) const { return tree_.blocks[block].bytes; }

  const DocumentTree& tree_;
  const UnitReader& units_;
  const TaskBuilder& builder_;
  const Grammars& grammars_;
  std::map<std::string, TaskTable> last_;              // by path: what a table may go on from
  std::map<std::string, int> counted_;                 // rows by path
  std::map<std::string, std::set<std::string>> used_;  // printed numbers by path
};

}  // namespace trichyeu
