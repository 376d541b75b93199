// How a batch tells, while it runs, how far it is.
//
//   bar    [######..............] 3104/10000 documents, 12.4 pages/s, 0:09:16 left, 3 failed
//   lines  done 2023/83.doc (4 pages, 1.2 s)
//          failed 2023/84.pdf: it is encrypted. Remove its password first. (encrypted)
//   json   {"event":"document","target":"2023/83.doc","state":"done","pages":4, …}
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>

#include "tools/batch/manifest.h"

namespace trichyeu {

enum class ProgressForm { bar, lines, json };

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  virtual ~Progress() = default;
  // Of `inputs`, `waiting` are to do.
  virtual void begin(std::int64_t inputs, std::int64_t waiting) = 0;
  // What a reader of the log should know besides.
  virtual void notice(const std::string& text) = 0;
  // More to do than was known: files that arrived.
  virtual void more(std::int64_t inputs) = 0;
  virtual void finished(const InputRecord& record) = 0;
  // Now and then, while nothing is finished.
  virtual void tick() = 0;
  virtual void end(const Totals& totals, const std::string& outcome) = 0;
};

// Writes to `out`, which outlives it.
[[nodiscard]] std::unique_ptr<Progress> make_progress(ProgressForm form, std::ostream& out);

// How far a batch is.
struct Standing {
  std::int64_t inputs = 0;
  std::int64_t finished = 0;  // those that were so before it began too
  std::int64_t failed = 0;
  std::int64_t finished_now = 0;
  std::int64_t pages_now = 0;
  std::chrono::duration<double> elapsed{0};
};

// The bar, without an end of line, cut to `columns`.
[[nodiscard]] std::string bar_of(const Standing& standing, int columns);

// One line on an input that is finished, as above.
[[nodiscard]] std::string line_of(const InputRecord& record);

}  // namespace trichyeu
