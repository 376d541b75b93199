// One output to its rows, in a worker's words.
#pragma once

#include <optional>
#include <string>

#include "models/result.h"
#include "tools/register/document_rows.h"
#include "tools/register/row_maker.h"
#include "tools/worker/message.h"

namespace trichyeu {

// What reading an output came to.
struct OutputReading {
  std::string sha256;
  std::optional<DocumentRows> rows;  // none where the bytes are those that were known
  std::optional<Error> error;        // the file is no plan
};

// In the worker: `bytes` to an answer. `known_sha256`: of the bytes that the register knows; may be
// empty.
[[nodiscard]] Message read_output(const Result<std::string>& bytes, const std::string& known_sha256,
                                  RowMaker& rows);

// In the parent.
[[nodiscard]] OutputReading reading_in(const Message& message);

}  // namespace trichyeu
