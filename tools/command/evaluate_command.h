// trichyeu evaluate: outputs against what they should be.
#pragma once

#include <string>

namespace trichyeu {

enum class ReportFormat { text, json, html };

struct EvaluateOptions {
  std::string gold;     // a file or a folder: see evaluation_files.h
  std::string outputs;  // likewise
  std::string compare;  // outputs of another version; empty: none
  std::string report;   // where to; empty: standard output
  ReportFormat format = ReportFormat::text;
  bool lists_errors = false;
  std::string language = "vi";
};

// The exit code: exit_some_failed where an output is missing or is no plan, or, with `compare`,
// where a field's F1 is lower than that of the other version.
[[nodiscard]] int evaluate_command(const EvaluateOptions& options);

}  // namespace trichyeu
