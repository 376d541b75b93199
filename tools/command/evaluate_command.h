// trichyeu evaluate: outputs against what they should be.
#pragma once

#include <string>
#include <vector>

namespace trichyeu {

enum class ReportFormat { text, json, html };

struct EvaluateOptions {
  std::vector<std::string> gold;  // files or folders: see evaluation_files.h
  std::string outputs;            // a file or a folder
  std::string compare;            // outputs of another version; empty: none
  std::string report;             // where to; empty: standard output
  ReportFormat format = ReportFormat::text;
  bool lists_errors = false;
  std::vector<std::string> bounds;  // "lead=0.97": see tools/evaluate/bounds.h
  std::string language = "vi";
};

// The exit code: exit_some_failed where an output is missing or is no plan, or, with `compare`,
// where a field's F1 is lower than that of the other version, or where one is below its bound;
// exit_usage for a bound that says nothing.
[[nodiscard]] int evaluate_command(const EvaluateOptions& options);

}  // namespace trichyeu
