// trichyeu convert: documents to plans.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "extractor/read/read.h"
#include "models/formats/output_formats.h"
#include "tools/command/dump.h"

namespace trichyeu {

struct ConvertOptions {
  std::vector<std::string> inputs;  // "-" is standard input
  std::string output;               // -o; empty: beside each input
  std::vector<Format> formats{Format::xml};
  bool byte_order_mark = false;  // --bom, of CSV
  std::optional<Stage> stage;    // --dump: instead of formats
  ReadOptions reading;
  std::string grammar;                    // folder; empty: the built-in rules alone
  std::string language = "vi";            // of summaries, and where a format has words of its own
  std::chrono::seconds time_limit{3600};  // for each document
};

// The exit code.
[[nodiscard]] int convert_command(const ConvertOptions& options);

}  // namespace trichyeu
