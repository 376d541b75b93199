#include "models/diagnostic.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/names.h"
#include "trichyeu_models_embedded.h"

namespace trichyeu {
namespace {

std::string_view embedded_list() {
  for (const auto& [name, bytes] : trichyeu_models::embedded_files()) {
    if (name == "diagnostics.tsv") return bytes;
  }
  return {};
}

// Cuts what stands before `separator` off `rest`.
std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::vector<DiagnosticKind> parsed_list() {
  std::vector<DiagnosticKind> kinds;
  std::string_view rest = embedded_list();
  cut(rest, '\n');  // the columns' names
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.empty()) continue;
    std::array<std::string_view, 4> cells;
    for (std::string_view& cell : cells) cell = cut(line, '\t');
    kinds.push_back({cells[0], value_of<Severity>(cells[1]).value_or(Severity::warning), cells[2], cells[3]});
  }
  return kinds;
}

const DiagnosticKind* kind_of(std::string_view code) {
  const auto& kinds = diagnostic_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const DiagnosticKind& kind) { return kind.code == code; });
  return found == kinds.end() ? nullptr : &*found;
}

// "{1}" becomes the second argument; a place without an argument stays, so that it is seen.
std::string filled(std::string_view wording, const std::vector<std::string>& arguments) {
  std::string text;
  for (std::size_t at = 0; at < wording.size(); ++at) {
    const bool is_place = wording[at] == '{' && at + 2 < wording.size() && wording[at + 2] == '}' &&
                          wording[at + 1] >= '0' && wording[at + 1] <= '9';
    const std::size_t index = is_place ? static_cast<std::size_t>(wording[at + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      text += arguments[index];
      at += 2;
    } else {
      text += wording[at];
    }
  }
  return text;
}

}  // namespace

const std::vector<DiagnosticKind>& diagnostic_kinds() {
  static const std::vector<DiagnosticKind> kinds = parsed_list();
  return kinds;
}

Severity Diagnostic::severity() const {
  const DiagnosticKind* kind = kind_of(code);
  return kind == nullptr ? Severity::warning : kind->severity;
}

std::string Diagnostic::text(std::string_view language) const {
  const DiagnosticKind* kind = kind_of(code);
  if (kind == nullptr) return code;
  return filled(language == "en" ? kind->english : kind->vietnamese, arguments);
}

}  // namespace trichyeu
