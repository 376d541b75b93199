// The house rules, each a function from source files to problems: one line each, "path:line: what";
// empty when all is well.
#pragma once

#include <string>
#include <vector>

#include "tests/house/tree.h"

namespace trichyeu::house {

using Files = std::vector<SourceFile>;
using Problems = std::vector<std::string>;

// Valid UTF-8 in NFC: an editor that decomposes letters breaks patterns unseen.
[[nodiscard]] Problems not_normal_text(const Files& files);

// \b, \w and \s of RE2 know ASCII only: they miss the edges of Vietnamese words and other blanks.
[[nodiscard]] Problems ascii_classes_in_rules(const Files& files);

// One id, one rule, over all rule files.
[[nodiscard]] Problems duplicate_rule_ids(const Files& files);

// One name, one type, over all headers: two of one name in one binary are one to the linker.
[[nodiscard]] Problems duplicate_type_names(const Files& files);

// models <- normalizer <- extractor/grammar <- read, structure, fields <- extractor <- tools.
[[nodiscard]] Problems includes_upstream(const Files& files);

// Every .cc stands in a CMakeLists.txt of its folder or of one above.
[[nodiscard]] Problems sources_not_built(const Files& files);

// Marks of unfinished work.
[[nodiscard]] Problems unfinished(const Files& files);

// Absolute paths that only one person's machine has.
[[nodiscard]] Problems machine_paths(const Files& files);

// The two languages of the README: headings of the same levels in the same order, equal code
// blocks.
[[nodiscard]] Problems readme_differences(const std::string& english,
                                          const std::string& vietnamese);

}  // namespace trichyeu::house
