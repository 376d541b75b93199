// What works say of all their mentions: counted anew, after a run, for those that the run touched.
#pragma once

#include <cstdint>
#include <vector>

#include "tools/database/database.h"

namespace trichyeu {

class TouchedWorks {
 public:
  explicit TouchedWorks(Database& database);  // outlives this

  void add(std::int64_t work);
  // What a document cites, and what it is itself: before its rows go.
  void add_works_of(std::int64_t document);
  // Counts mentions, documents and what most mentions print, also of forms; drops works, forms and
  // units that nothing leads to any more.
  void settle();

 private:
  void list_touched();
  void drop_unused();
  void drop_unprinted();
  void count_units();

  Database& database_;
  std::vector<bool> touched_;  // by id: they are given out one after the other
  bool loses_ = false;         // documents: only then is anything left that nothing leads to
  Statement add_of_;
};

}  // namespace trichyeu
