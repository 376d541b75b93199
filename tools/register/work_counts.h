// What works say of all their mentions: counted anew, after a run, for those that the run touched.
#pragma once

#include <cstdint>

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
  void drop_unused();
  void count_units();

  Database& database_;
  Statement add_;
  Statement add_of_;
};

}  // namespace trichyeu
