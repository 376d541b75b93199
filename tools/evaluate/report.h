// An evaluation for people (text, HTML) and programs (JSON). The same evaluation gives the same
// bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/evaluate/calibration.h"
#include "tools/evaluate/changes.h"
#include "tools/evaluate/evaluate.h"

namespace trichyeu {

struct EvaluationReport {
  std::vector<DocumentEvaluation> documents;
  std::optional<Changes> changes;  // against another version
  bool lists_errors = false;       // text only: JSON and HTML always do
  std::string language = "vi";     // of labels: "vi" or "en"
};

// Tables of fixed width: fields in total, F1 by document, confidence.
[[nodiscard]] std::string to_text(const EvaluationReport& report);
// {"total": {"citation": {"precision": …}}, "documents": [ … ], "calibration": [ … ], "changes": …}
[[nodiscard]] std::string to_json(const EvaluationReport& report);
// One file that needs no other.
[[nodiscard]] std::string to_html(const EvaluationReport& report);

}  // namespace trichyeu
