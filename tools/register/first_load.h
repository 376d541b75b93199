// A register that is filled for the first time, without what only slows that down.
//
//   FirstLoad load(database);   // holds no document: its indexes go, all in the run's transaction
//   …                           // many rows
//   load.index_rows();          // what counting asks for
//   …                           // works and units get their counts
//   load.finish();              // the register is as schema-1.sql says
//
// An index that is made of all rows at once is made in order. One that grows with them is written
// here and there, and those of counts twice. In a register that holds documents already nothing of
// this happens.
#pragma once

#include <string>
#include <vector>

#include "tools/database/database.h"

namespace trichyeu {

class FirstLoad {
 public:
  explicit FirstLoad(Database& database);  // outlives this

  void index_rows();
  void finish();

 private:
  struct Index {
    std::string table;
    std::string definition;
  };
  void set_search(int pending_bytes, int automerge);

  Database& database_;
  bool is_first_ = false;
  std::vector<Index> indexes_;
};

}  // namespace trichyeu
