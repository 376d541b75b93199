#include "tools/register/first_load.h"

#include <algorithm>

namespace trichyeu {
namespace {

// FTS5's own: how much it gathers before it writes, and of how many segments it makes one.
constexpr int usual_pending_bytes = 1 << 20;
constexpr int usual_automerge = 4;
// Few large segments, each written once.
constexpr int first_pending_bytes = 1 << 25;
constexpr int no_automerge = 0;

bool is_counted(const std::string& table) { return table == "works" || table == "units"; }

}  // namespace

FirstLoad::FirstLoad(Database& database) : database_(database) {
  is_first_ = database_.number("SELECT count(*) FROM documents") == 0;
  if (!is_first_) return;
  std::vector<std::string> names;
  {
    // Those without a definition of their own keep keys unique.
    Statement all = database_.prepare(
        "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
    while (all.step()) {
      names.push_back(all.text(0));
      indexes_.push_back({all.text(1), all.text(2)});
    }
  }
  for (const std::string& name : names) database_.execute("DROP INDEX " + name);
  set_search(first_pending_bytes, no_automerge);
}

void FirstLoad::index_rows() {
  const auto counted = std::stable_partition(
      indexes_.begin(), indexes_.end(), [](const Index& index) { return is_counted(index.table); });
  for (auto index = counted; index != indexes_.end(); ++index) database_.execute(index->definition);
  indexes_.erase(counted, indexes_.end());
}

void FirstLoad::finish() {
  for (const Index& index : indexes_) database_.execute(index.definition);
  indexes_.clear();
  if (is_first_) set_search(usual_pending_bytes, usual_automerge);
}

void FirstLoad::set_search(int pending_bytes, int automerge) {
  Statement set = database_.prepare("INSERT INTO search (search, rank) VALUES (?, ?)");
  set.run("hashsize", pending_bytes);
  set.run("automerge", automerge);
}

}  // namespace trichyeu
