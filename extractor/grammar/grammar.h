// Rules as data: what a field looks like is a TOML file, this finds it. Knows no Vietnamese.
//
//   [pieces]                              named parts of patterns, used as {name}
//   number = '[0-9]{1,5}'
//
//   [[rule]]
//   id = "citations.numbered"             unique over all files, begins with the file's name
//   reason = "Type, number and symbol: the common form."
//   zones = ["basis", "main"]             where it fires; absent: everywhere
//   at = "anywhere"                       or "start", "whole" (of the text given); default anywhere
//   pattern = '{type} số (?P<number>{number}/{symbol})'
//   emit = { kind = "numbered" }          fixed values of every match
//   examples = [ { text = "Theo ⟦Kế hoạch số 83/KH-UBND⟧.", number = "83/KH-UBND" } ]
//   counter_examples = [ "Kế hoạch này" ] texts in which this rule matches nothing
//
// Patterns are RE2 with three additions: {name} is a piece of this file or of pieces.toml,
// {list:FILE.COLUMN} any entry of a word list's column, longest first, and {rule:ID} the pattern of
// another rule without its captures. A blank in a pattern
// matches one U+0020 (texts are normalised). Directly before and behind a match stands no letter,
// mark or digit, unless the rule says edges = "none" ("before" and "after" ask for one edge only).
// Letter case counts, unless the pattern says (?i). A class [^…] does not match U+000A.
//
// A capture named as the rule's span, (?P<span>…), makes the match that part of the pattern only:
// what stands around it is context.
//
// What the code makes without a pattern of its own has an entry too, so that every value names a
// rule that can be looked up, and whose examples are run: whole documents through the whole
// conversion.
//
//   [[code]]
//   id = "tasks.item"
//   reason = "An item of a section of tasks."
//   examples = [ { text = "KẾ HOẠCH\nI. NHIỆM VỤ\n1. ⟦Rà soát⟧" } ]   a value of this rule reads so
//   counter_examples = [ "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Rà soát" ]         none is of this rule
//
// Keys of an example besides `text` and `zone` name captures, keys of `emit`, or what the code
// makes of a match: the file lists the latter first, `values = ["start", "end"]`. A {name} in a
// value of `emit` is a capture of the pattern.
//
// A file that breaks any of this does not load: the error names file, line, rule and what to do.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/document_tree.h"
#include "models/result.h"
#include "models/span.h"

namespace trichyeu {

// A TSV file: first line the columns, no quoting. Variants in one cell are parted by "|".
class WordList {
 public:
  static Result<WordList> parse(std::string_view tsv, std::string_view file_name);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  // The cell, empty where the row is short; `column` must exist (see has_column).
  [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const;
  [[nodiscard]] bool has_column(std::string_view column) const;
  // Rows whose `column` holds `key` (whole cell or one of its variants), exactly as written.
  [[nodiscard]] std::vector<std::size_t> rows_with(std::string_view column,
                                                   std::string_view key) const;
  // All variants of all cells of a column, in file order.
  [[nodiscard]] std::vector<std::string> entries(std::string_view column) const;

 private:
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
};

struct Example {
  std::string text;                           // without the span's brackets
  std::optional<ByteSpan> span;               // absent in a counter-example
  std::optional<ZoneKind> zone;               // of `zone = "basis"`; absent: any zone of the rule
  std::map<std::string, std::string> values;  // all other keys
  std::size_t line = 0;                       // of the file, from 1
};

enum class RuleAnchor { anywhere, start, whole };
enum class RuleEdges { both, before, after, none };  // at which ends a word edge is asked for

struct Rule {
  std::string id;
  std::string reason;
  std::set<ZoneKind> zones;  // empty: everywhere
  RuleAnchor at = RuleAnchor::anywhere;
  RuleEdges edges = RuleEdges::both;
  std::string pattern;  // as written, pieces not replaced
  std::map<std::string, std::string> emit;
  int priority = 0;                           // among matches that begin together the higher wins
  std::vector<Example> examples;              // at least one
  std::vector<std::string> counter_examples;  // at least one
  std::string file;
  std::size_t line = 0;  // where it begins, from 1
};

// A rule that the code applies; its examples are whole documents.
struct CodeRule {
  std::string id;
  std::string reason;
  std::vector<Example> examples;              // at least one; `span` is a value that it makes
  std::vector<std::string> counter_examples;  // at least one: it makes nothing there
  std::string file;
  std::size_t line = 0;
};

// One find. Spans are of the text that was searched; `rule` lives as long as the grammar.
struct Match {
  const Rule* rule = nullptr;
  ByteSpan bytes;
  std::map<std::string, ByteSpan, std::less<>> captures;  // of those that took part

  [[nodiscard]] bool has(std::string_view name) const { return captures.contains(name); }
  // Text of a capture; empty where it took no part.
  [[nodiscard]] std::string_view capture(std::string_view name, std::string_view text) const;
  // A fixed value of the rule; empty where it has none.
  [[nodiscard]] std::string_view emitted(std::string_view name) const;
};

class Grammar;

// A search as it was asked for; the text lives during the call only.
enum class SearchKind { all, first, every };  // find_all, find, find_every
struct Search {
  const Grammar* grammar = nullptr;
  std::string_view text;
  std::optional<ZoneKind> zone;
  SearchKind kind = SearchKind::all;
};
using SearchListener = std::function<void(const Search&)>;

// One rule file, compiled. Immutable; safe to use from many threads.
class Grammar {
 public:
  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();

  [[nodiscard]] const std::vector<Rule>& rules() const;
  [[nodiscard]] const Rule* rule(std::string_view id) const;
  [[nodiscard]] const std::vector<CodeRule>& code_rules() const;
  // The RE2 text of a rule of this grammar: its pattern, pieces and lists in their places, no
  // edges.
  [[nodiscard]] const std::string& expanded(const Rule& rule) const;

  // All matches of all rules that fire in `zone` (without a zone: of all), left to right, none
  // overlapping another: of two that overlap the one that begins first stays, then the higher
  // priority, then the longer, then the earlier rule; what follows it is searched anew. Linear in
  // the text for each rule that is in it at all, lost matches counted again.
  [[nodiscard]] std::vector<Match> find_all(std::string_view text,
                                            std::optional<ZoneKind> zone = {}) const;
  // The first of find_all, or nothing.
  [[nodiscard]] std::optional<Match> find(std::string_view text,
                                          std::optional<ZoneKind> zone = {}) const;
  // Every match of every rule, those of different rules overlapping: what `explain` shows.
  [[nodiscard]] std::vector<Match> find_every(std::string_view text,
                                              std::optional<ZoneKind> zone = {}) const;

  // See Grammars::prepare.
  void prepare() const;

 private:
  friend class GrammarLoader;
  friend class Grammars;
  struct Compiled;
  Grammar();
  std::unique_ptr<Compiled> compiled_;
};

// All rule files and word lists of one run.
class Grammars {
 public:
  // The built-in ones and those of `folder`, where given: a file of the same name replaces ours,
  // one of a new name stands beside them, and NAME.add.toml or NAME.add.tsv adds to NAME: rules
  // (one of the same id is replaced), pieces, rows. Fails with grammar_invalid, naming file, line,
  // rule and what to do.
  static Result<Grammars> load(const std::string& folder = {});

  // "citations" for citations.toml; the name must be one of names().
  [[nodiscard]] const Grammar& grammar(std::string_view name) const;
  [[nodiscard]] const WordList& list(std::string_view name) const;  // "document-types"
  [[nodiscard]] std::vector<std::string> grammar_names() const;
  [[nodiscard]] std::vector<std::string> list_names() const;
  // "sha256:…" over names and contents of all files.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

  // Compiles what would be compiled when first needed: before processes are forked that would each
  // do it again.
  void prepare() const;

  // Calls `listener` at every search of every grammar, on the thread that searches: how `explain`
  // learns what a conversion asked. An empty one ends it. Not while another thread searches.
  void listen(const SearchListener& listener);

 private:
  std::map<std::string, Grammar, std::less<>> grammars_;
  std::map<std::string, WordList, std::less<>> lists_;
  std::string fingerprint_;
};

// An example or counter-example that does not come out as written.
struct ExampleFailure {
  std::string what;      // one line that begins with the rule's id
  std::string advice;    // what to do
  std::size_t line = 0;  // of the example; of the rule for a counter-example
};

// The examples and counter-examples of a rule that fail; empty when all is well. `values_of` gives
// the values of a match that examples may name besides its captures and fixed values (a deadline's
// start and end). Examples are searched with find_all, so a rule that wins over this one fails its
// example.
using ValuesOf =
    std::function<std::map<std::string, std::string>(const Match&, std::string_view text)>;
[[nodiscard]] std::vector<ExampleFailure> example_failures(const Grammar& grammar, const Rule& rule,
                                                           const ValuesOf& values_of = {});
// The same, without the advice.
[[nodiscard]] std::vector<std::string> failed_examples(const Grammar& grammar, const Rule& rule,
                                                       const ValuesOf& values_of = {});

// Which of two overlapping matches stays, and why: what find_all goes by.
enum class Precedence { earlier, priority, longer, file_order };
[[nodiscard]] Precedence precedence(const Match& winner, const Match& loser);

}  // namespace trichyeu
