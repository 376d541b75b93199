// The source tree as the house rules see it: what people wrote, not what was built.
#pragma once

#include <string>
#include <vector>

namespace trichyeu::house {

struct SourceFile {
  std::string path;  // from the tree's root: "models/plan.h"
  std::string content;
};

// Sources, scripts, rules, word lists, schema and documents, by path. Sample documents and fuzz
// seeds are not among them: those may be broken on purpose.
[[nodiscard]] std::vector<SourceFile> source_tree();

}  // namespace trichyeu::house
