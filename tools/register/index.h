// A folder of outputs into the register, in one transaction.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/result.h"
#include "tools/register/indexed_files.h"
#include "tools/register/register.h"

namespace trichyeu {

using ReadFile = std::function<Result<std::string>(const std::string& path)>;
// Called after each file that was read, with how many were and how many will be.
using IndexProgress = std::function<void(std::size_t done, std::size_t of)>;

struct IndexOptions {
  std::vector<std::string> outputs;  // folders and files
  bool rereads = false;              // look at the bytes of every file, whatever its time says
  std::size_t processes = 1;
};

struct IndexReport {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;  // vanished
  // Files that are no plan or cannot be read: by path. What the register held of them is taken out,
  // for it holds what the outputs say.
  std::vector<std::pair<std::string, Error>> failed;
  std::size_t documents = 0;  // of the whole register, afterwards
  std::size_t citations = 0;
  std::size_t works = 0;
  std::size_t tasks = 0;
};

// A file whose size and time of change are those that the register knows is not read; one whose
// bytes are the same is not parsed. What stood below one of `outputs` and is gone leaves the
// register; documents from elsewhere stay. Fails, with the register as it was, where an output is
// not there or the register cannot be written.
[[nodiscard]] Result<IndexReport> index_outputs(Register& register_file,
                                                const IndexOptions& options,
                                                const Grammars& grammars, const ReadFile& read,
                                                const IndexProgress& progress);

}  // namespace trichyeu
