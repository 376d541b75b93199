// The built-in rules and word lists, loaded once for a test program.
#pragma once

#include <stdexcept>

#include "extractor/grammar/grammar.h"

namespace trichyeu::testing {

inline const Grammars& built_in_grammars() {
  static const Grammars grammars = [] {
    Result<Grammars> loaded = Grammars::load();
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(loaded).value();
  }();
  return grammars;
}

}  // namespace trichyeu::testing
