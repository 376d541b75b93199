// A doubt that does not fail the document: it stands in the output, with its place.
//
// Codes, severities and wordings (Vietnamese, English) are one list: models/diagnostics.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"

namespace trichyeu {

enum class Severity { info, warning, error };

[[nodiscard]] std::string_view name_of(Severity severity);

struct Diagnostic {
  std::string code;                    // of models/diagnostics.tsv: "number-blank"
  std::vector<std::string> arguments;  // fill {0}, {1} … of the wording
  int page = 0;                        // from 1; 0 where none is to blame
  std::optional<ByteSpan> bytes;       // in DocumentTree::text

  [[nodiscard]] Severity severity() const;
  // In "vi" or "en". A code that this version does not know reads as its first argument.
  [[nodiscard]] std::string text(std::string_view language) const;
};

// One row of diagnostics.tsv; views of static data.
struct DiagnosticKind {
  std::string_view code;
  Severity severity;
  std::string_view vietnamese;
  std::string_view english;
};
[[nodiscard]] const std::vector<DiagnosticKind>& diagnostic_kinds();

// The reverse of Diagnostic::text: arguments with which `code` reads as `text`.
[[nodiscard]] std::vector<std::string> arguments_of(std::string_view code, std::string_view text,
                                                    std::string_view language);

}  // namespace trichyeu
