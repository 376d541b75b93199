// A plain text on its way to the structure, for tests.
#pragma once

#include <string>
#include <string_view>

#include "models/source_text.h"
#include "normalizer/normalize.h"

namespace trichyeu::testing {

inline SourceText source_of(std::string_view text) {
  SourceText source;
  source.text = std::string(text);
  if (!source.text.empty() && source.text.back() != '\n') source.text += '\n';
  source.media_type = "text/plain";
  for (std::size_t at = 0; at < source.text.size();) {
    const std::size_t end = source.text.find('\n', at);
    SourceLine line;
    line.bytes = {at, end};
    source.lines.push_back(line);
    at = end + 1;
  }
  return source;
}

}  // namespace trichyeu::testing
