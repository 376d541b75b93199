// From a pattern as written in a rule file to RE2's text.
//
//   {day}/{month}      ->  (?:[0-9]{1,2})/(?:[0-9]{1,2})       pieces
//   {list:units.name}  ->  (?:Văn phòng Sở|Văn phòng)           longest first, quoted
//   {rule:periods.day} ->  that rule's pattern, its captures unnamed
//   [^;]               ->  [^\n;]                               no class crosses a line unasked
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

using Pieces = std::map<std::string, std::string, std::less<>>;
using WordLists = std::map<std::string, WordList, std::less<>>;

// Patterns of all files, as written, with the pieces that they use; by rule id.
struct PatternSource {
  std::string_view pattern;
  const Pieces* pieces = nullptr;
};
using PatternSources = std::map<std::string, PatternSource, std::less<>>;

// What is wrong with a pattern, and what to do.
struct PatternFault {
  std::string what;
  std::string advice;
};

// Expands the patterns of one file. Pieces of the file hide shared ones of the same name. The
// arguments outlive it.
class PatternExpander {
 public:
  PatternExpander(const Pieces& own, const Pieces& shared, const WordLists& lists,
                  const PatternSources& rules)
      : own_(own), shared_(shared), lists_(lists), rules_(rules) {}

  // Appends the RE2 text of `pattern` to `out`; the fault, where there is one.
  [[nodiscard]] std::optional<PatternFault> expand(std::string_view pattern, std::string& out);

 private:
  [[nodiscard]] std::optional<PatternFault> expand_name(std::string_view name, std::string& out);
  [[nodiscard]] std::optional<PatternFault> expand_piece(std::string_view name, std::string& out);
  [[nodiscard]] std::optional<PatternFault> expand_list(std::string_view name, std::string& out);
  [[nodiscard]] std::optional<PatternFault> expand_rule(std::string_view id, std::string& out);

  const Pieces& own_;
  const Pieces& shared_;
  const WordLists& lists_;
  const PatternSources& rules_;
  std::vector<std::string> open_;  // names being expanded, outermost first
  std::map<std::string, std::string, std::less<>> expanded_;  // by name as between the braces
};

// Names of (?P<name>…), in order.
[[nodiscard]] std::vector<std::string> capture_names(std::string_view expanded);

// Name of the group that the searched pattern puts around a rule's own.
inline constexpr std::string_view match_group = "_match";
// Name of the capture that narrows a match to a part of the pattern.
inline constexpr std::string_view span_group = "span";

// The pattern that is searched: `expanded` between the edges and anchors that the rule asks for.
[[nodiscard]] std::string searched_pattern(std::string_view expanded, RuleAnchor at,
                                           RuleEdges edges);

// Whether the last character of `text` is a letter, mark or digit. False for an empty text.
[[nodiscard]] bool ends_in_word(std::string_view text);

// RE2's refusal of an expanded pattern, or that it matches the empty text; with the place in
// `written`, the pattern as its file has it, where the refused part stands there.
[[nodiscard]] std::optional<PatternFault> fault_of(const std::string& expanded,
                                                   std::string_view written);

}  // namespace trichyeu
