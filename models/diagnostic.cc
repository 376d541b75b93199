#include "models/diagnostic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "models/cut.h"
#include "models/embedded_file.h"
#include "models/names.h"

namespace trichyeu {
namespace {

std::vector<DiagnosticKind> parsed_list() {
  std::vector<DiagnosticKind> kinds;
  std::string_view rest = embedded_file("diagnostics.tsv");
  cut(rest, '\n');  // the columns' names
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.empty()) continue;
    std::array<std::string_view, 4> cells;
    for (std::string_view& cell : cells) cell = cut(line, '\t');
    kinds.push_back(
        {cells[0], value_of<Severity>(cells[1]).value_or(Severity::warning), cells[2], cells[3]});
  }
  return kinds;
}

const DiagnosticKind* kind_of(std::string_view code) {
  const auto& kinds = diagnostic_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const DiagnosticKind& kind) { return kind.code == code; });
  return found == kinds.end() ? nullptr : &*found;
}

std::string_view wording_of(const DiagnosticKind& kind, std::string_view language) {
  return language == "en" ? kind.english : kind.vietnamese;
}

constexpr std::size_t place_size = 3;

// 1 for "{1}…": which argument the place is for, where `wording` begins with one.
std::optional<std::size_t> place_in(std::string_view wording) {
  const bool is_place = wording.size() >= place_size && wording[0] == '{' && wording[2] == '}' &&
                        wording[1] >= '0' && wording[1] <= '9';
  if (!is_place) return std::nullopt;
  return static_cast<std::size_t>(wording[1] - '0');
}

// "{1}" becomes the second argument; a place without an argument stays, so that it is seen.
std::string filled(std::string_view wording, const std::vector<std::string>& arguments) {
  std::string text;
  while (!wording.empty()) {
    const std::optional<std::size_t> place = place_in(wording);
    const bool is_filled = place && *place < arguments.size();
    text += is_filled ? std::string_view(arguments[*place]) : wording.substr(0, 1);
    wording.remove_prefix(is_filled ? place_size : 1);
  }
  return text;
}

// The words of a wording up to its next place.
std::string_view words_before_place(std::string_view wording) {
  std::size_t end = 0;
  while (end < wording.size() && !place_in(wording.substr(end))) ++end;
  return wording.substr(0, end);
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
  if (kind == nullptr) return arguments.empty() ? code : arguments.front();
  return filled(wording_of(*kind, language), arguments);
}

// Each argument reaches to the first occurrence of the words that follow its place.
std::vector<std::string> arguments_of(std::string_view code, std::string_view text,
                                      std::string_view language) {
  const DiagnosticKind* kind = kind_of(code);
  if (kind == nullptr) return {std::string(text)};
  std::vector<std::string> arguments;
  std::string_view wording = wording_of(*kind, language);
  while (!wording.empty()) {
    const std::string_view words = words_before_place(wording);
    if (text.substr(0, words.size()) != words) return arguments;
    text.remove_prefix(words.size());
    wording.remove_prefix(words.size());
    const std::optional<std::size_t> place = place_in(wording);
    if (!place) break;
    wording.remove_prefix(place_size);
    const std::string_view next = words_before_place(wording);
    const std::size_t end = next.empty() ? text.size() : std::min(text.find(next), text.size());
    if (arguments.size() <= *place) arguments.resize(*place + 1);
    arguments[*place] = text.substr(0, end);
    text.remove_prefix(end);
  }
  return arguments;
}

}  // namespace trichyeu
