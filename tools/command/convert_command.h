// trichyeu convert: documents to plans.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/read/read.h"
#include "models/formats/output_formats.h"
#include "tools/command/dump.h"
#include "tools/worker/limits.h"

namespace trichyeu {

struct ConvertOptions {
  std::vector<std::string> inputs;  // "-" is standard input
  std::string output;               // -o; empty: beside each input
  std::vector<Format> formats{Format::xml};
  bool byte_order_mark = false;  // --bom, of CSV
  std::optional<Stage> stage;    // --dump: instead of formats
  ReadOptions reading;
  std::string grammar;          // folder; empty: the built-in rules alone
  std::string language = "vi";  // of summaries, and where a format has words of its own
  Limits limits;                // for each document
  int jobs = 0;                 // worker processes; 0: one for each core
  bool require_sandbox = false;
};

// The exit code.
[[nodiscard]] int convert_command(const ConvertOptions& options);

}  // namespace trichyeu
