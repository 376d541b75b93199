#include <algorithm>
#include <utility>

#include "normalizer/legacy/legacy.h"

namespace trichyeu {

void add_uses(std::vector<EncodingUse>& sum, const std::vector<EncodingUse>& more) {
  for (const EncodingUse& use : more) {
    auto found = std::find_if(sum.begin(), sum.end(), [&](const EncodingUse& known) {
      return known.encoding == use.encoding;
    });
    if (found == sum.end()) found = sum.insert(sum.end(), {use.encoding, 0, 0, 0});
    found->bytes += use.bytes;
    found->unknown += use.unknown;
    found->restored += use.restored;
  }
  std::stable_sort(sum.begin(), sum.end(),
                   [](const EncodingUse& a, const EncodingUse& b) { return a.bytes > b.bytes; });
}

std::string names_of(const std::vector<EncodingUse>& uses) {
  std::string names;
  for (const EncodingUse& use : uses) {
    if (!names.empty()) names += ' ';
    names += name_of(use.encoding);
  }
  return names;
}

namespace {

Diagnostic diagnostic(std::string code, std::vector<std::string> arguments) {
  Diagnostic made;
  made.code = std::move(code);
  made.arguments = std::move(arguments);
  return made;
}

}  // namespace

std::vector<Diagnostic> diagnostics_of(const std::vector<EncodingUse>& uses) {
  std::vector<Diagnostic> diagnostics;
  for (const EncodingUse& use : uses) {
    const std::string name(name_of(use.encoding));
    diagnostics.push_back(diagnostic("text-recoded", {name}));
    if (use.unknown > 0) {
      diagnostics.push_back(
          diagnostic("characters-unrecovered", {std::to_string(use.unknown), name}));
    }
    if (use.restored > 0)
      diagnostics.push_back(diagnostic("letters-restored", {std::to_string(use.restored), name}));
  }
  return diagnostics;
}

std::vector<Diagnostic> diagnostics_of(const DecodedText& text) {
  std::vector<Diagnostic> diagnostics = diagnostics_of(text.uses);
  if (text.garbled_lines > 0)
    diagnostics.push_back(diagnostic("lines-garbled", {std::to_string(text.garbled_lines)}));
  return diagnostics;
}

}  // namespace trichyeu
