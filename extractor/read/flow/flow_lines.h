// The lines of a document that flows, in reading order, still run by run.
#pragma once

#include <string>
#include <vector>

#include "extractor/read/flow/flow.h"
#include "models/source_text.h"

namespace trichyeu {

struct FlowLine {
  std::vector<FlowRun> runs;  // the list's number first; no line or page breaks in them
  bool page_break_before = false;
  bool running_head = false;
  CellPlace place;  // in FlowLines::tables
};

struct FlowLines {
  std::vector<FlowLine> lines;
  std::vector<SourceTable> tables;
};

// A table that only frames a text is taken out; running heads come last. In tables and running
// heads there are no blank lines.
[[nodiscard]] FlowLines lines_of(const Flow& flow);

}  // namespace trichyeu
