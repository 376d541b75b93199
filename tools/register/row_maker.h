// A plan to the register's rows.
#pragma once

#include <memory>
#include <string>

#include "extractor/grammar/grammar.h"
#include "models/plan.h"
#include "tools/register/document_rows.h"

namespace trichyeu {

// Keeps what it learnt of names from one plan to the next; not for several threads at once.
class RowMaker {
 public:
  explicit RowMaker(const Grammars& grammars);  // outlive this
  ~RowMaker();
  RowMaker(const RowMaker&) = delete;
  RowMaker& operator=(const RowMaker&) = delete;

  [[nodiscard]] DocumentRows rows_of(const Plan& plan);

 private:
  class Names;
  std::unique_ptr<Names> names_;
};

}  // namespace trichyeu
