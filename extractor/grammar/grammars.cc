#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "extractor/grammar/file_form.h"
#include "extractor/grammar/grammar.h"
#include "extractor/grammar/grammar_loader.h"
#include "extractor/grammar/pattern.h"
#include "extractor/grammar/rule_file.h"
#include "models/sha256.h"
#include "trichyeu_grammar_embedded.h"

namespace trichyeu {
namespace {

constexpr std::string_view shared_pieces_file = "pieces.toml";

using Files = std::map<std::string, std::string>;  // contents by name

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::optional<Error> add_files_of(const std::string& folder, Files& files) {
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (!ends_with(name, ".toml") && !ends_with(name, ".tsv")) continue;
    std::error_code unknown;
    if (entry->file_size(unknown) > largest_rule_file_bytes && !unknown)
      return rule_error(name, 0, "", "it is larger than 4 MB", "Part it into files of their own.");
    std::ifstream file(entry->path(), std::ios::binary);
    files[name] = std::string(std::istreambuf_iterator<char>(file), {});
    if (!file) return rule_error(name, 0, "", "it cannot be read", "Look at its permissions.");
  }
  if (failed)
    return rule_error(folder, 0, "", failed.message(), "Name a folder of .toml and .tsv files.");
  return std::nullopt;
}

std::string fingerprint_of(const Files& files) {
  std::string all;
  for (const auto& [name, content] : files) {
    all += name + '\n' + std::to_string(content.size()) + '\n' + content;
  }
  return "sha256:" + sha256_hex(all);
}

using RuleFiles = std::map<std::string, RuleFile, std::less<>>;  // by stem
using Stems = std::set<std::string, std::less<>>;

PatternSources sources_of(const RuleFiles& files) {
  PatternSources sources;
  for (const auto& [stem, file] : files) {
    for (const Rule& rule : file.rules) sources[rule.id] = {rule.pattern, &file.pieces};
  }
  return sources;
}

Result<Grammar> grammar_of(const RuleFile& file, PatternExpander expander, bool ours) {
  std::vector<std::string> expanded;
  for (const Rule& rule : file.rules) {
    std::string text;
    std::optional<PatternFault> fault = expander.expand(rule.pattern, text);
    // Ours are compiled by the tests of the examples, not at every start.
    if (!fault && !ours) fault = fault_of(text, rule.pattern);
    if (fault) return rule_error(rule.file, rule.line, rule.id, fault->what, fault->advice);
    if (auto error = name_error(file, rule, text)) return *error;
    expanded.push_back(std::move(text));
  }
  return GrammarLoader::make(file.rules, std::move(expanded), file.code_rules);
}

bool is_same(const std::string& name, const Files& files, const Files& ours) {
  const auto file = files.find(name);
  const auto our = ours.find(name);
  return file != files.end() && our != ours.end() && file->second == our->second;
}

// By id, where its rule begins: "labels.toml, line 12".
using RulePlaces = std::map<std::string_view, std::string>;

template <typename AnyRule>
std::optional<Error> twice_error(const std::vector<AnyRule>& rules, RulePlaces& places) {
  for (const AnyRule& rule : rules) {
    const auto [first, is_new] =
        places.emplace(rule.id, rule.file + ", line " + std::to_string(rule.line));
    if (is_new) continue;
    return rule_error(rule.file, rule.line, rule.id,
                      "the id is there twice: first in " + first->second,
                      "Give one of the rules its own id.");
  }
  return std::nullopt;
}

std::optional<Error> twice_error(const RuleFile& file) {
  RulePlaces places;
  if (auto error = twice_error(file.rules, places)) return error;
  return twice_error(file.code_rules, places);
}

std::optional<Error> twice_error(const RuleFiles& files) {
  RulePlaces places;
  for (const auto& [stem, file] : files) {
    if (auto error = twice_error(file.rules, places)) return error;
    if (auto error = twice_error(file.code_rules, places)) return error;
  }
  return std::nullopt;
}

Error nothing_to_add_to(const std::string& name) {
  const std::string whole = std::string(stem_of(name)) + name.substr(name.rfind('.'));
  return rule_error(name, 0, "", "there is no " + whole + " to add to",
                    "Name it " + whole + " if it is a file of its own.");
}

std::string_view first_line(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Appends the rows of every addition ("unit-heads.add.tsv") to its list, and checks the form of
// what is not ours.
std::optional<Error> join_lists(Files& files, const Files& ours) {
  for (auto file = files.begin(); file != files.end();) {
    const auto& [name, content] = *file;
    if (ends_with(name, ".tsv") && !is_same(name, files, ours)) {
      if (auto error = form_error(content, name)) return error;
    }
    if (!ends_with(name, ".tsv") || !is_addition(name)) {
      ++file;
      continue;
    }
    const auto list = files.find(std::string(stem_of(name)) + ".tsv");
    if (list == files.end()) return nothing_to_add_to(name);
    if (first_line(content) != first_line(list->second)) {
      return rule_error(name, 1, "", "its columns are not those of " + list->first,
                        "Begin it with the first line of " + list->first + ".");
    }
    // The list stays well-formed whatever its last line ends in.
    list->second += '\n' + content.substr(std::min(content.find('\n'), content.size()));
    file = files.erase(file);
  }
  return std::nullopt;
}

// Whether every list and piece that our rules may use is ours.
bool all_parts_are_same(const Files& files, const Files& ours) {
  return std::all_of(ours.begin(), ours.end(), [&](const auto& our) {
    const bool is_part = our.first == shared_pieces_file || ends_with(our.first, ".tsv");
    return !is_part || is_same(our.first, files, ours);
  });
}

std::optional<Error> read_lists(const Files& files, WordLists& lists) {
  for (const auto& [name, content] : files) {
    if (!ends_with(name, ".tsv")) continue;
    Result<WordList> list = WordList::parse(content, name);
    if (!list.ok()) return list.error();
    lists.emplace(stem_of(name), std::move(list).value());
  }
  return std::nullopt;
}

// All rule files with what is added to them; `changed` are the stems of those that are not ours.
std::optional<Error> read_rule_files(const Files& files, const Files& ours, RuleFiles& rule_files,
                                     Stems& changed) {
  // What is added waits for what it is added to.
  for (const bool additions : {false, true}) {
    for (const auto& [name, content] : files) {
      if (!ends_with(name, ".toml") || is_addition(name) != additions) continue;
      Result<RuleFile> file = parse_rule_file(content, name);
      if (!file.ok()) return file.error();
      if (auto error = twice_error(*file)) return error;
      const std::string stem(stem_of(name));
      if (!is_same(name, files, ours)) changed.insert(stem);
      const auto known = rule_files.find(stem);
      if (!additions) {
        rule_files.emplace(stem, std::move(file).value());
      } else if (known != rule_files.end()) {
        add_to(known->second, std::move(file).value());
      } else {
        return nothing_to_add_to(name);
      }
    }
  }
  return std::nullopt;
}

template <typename Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map) keys.push_back(entry.first);
  return keys;
}

}  // namespace

Result<Grammars> Grammars::load(const std::string& folder) {
  Files files;
  for (const auto& [name, content] : trichyeu_grammar::embedded_files())
    files.emplace(name, content);
  const Files ours = files;
  if (!folder.empty()) {
    if (auto error = add_files_of(folder, files)) return *error;
  }
  Grammars grammars;
  grammars.fingerprint_ = fingerprint_of(files);
  if (auto error = join_lists(files, ours)) return *error;
  if (auto error = read_lists(files, grammars.lists_)) return *error;
  RuleFiles rule_files;
  Stems changed;
  if (auto error = read_rule_files(files, ours, rule_files, changed)) return *error;
  Pieces shared;
  if (const auto pieces = rule_files.find(stem_of(shared_pieces_file));
      pieces != rule_files.end()) {
    shared = std::move(pieces->second.pieces);
    rule_files.erase(pieces);
  }
  if (auto error = twice_error(rule_files)) return *error;
  const bool parts_are_ours =
      all_parts_are_same(files, ours) && !changed.contains(stem_of(shared_pieces_file));
  const PatternSources sources = sources_of(rule_files);
  for (const auto& [stem, file] : rule_files) {
    Result<Grammar> grammar =
        grammar_of(file, PatternExpander(file.pieces, shared, grammars.lists_, sources),
                   parts_are_ours && !changed.contains(stem));
    if (!grammar.ok()) return grammar.error();
    grammars.grammars_.emplace(stem, std::move(grammar).value());
  }
  return grammars;
}

const Grammar& Grammars::grammar(std::string_view name) const {
  return grammars_.find(name)->second;
}
const WordList& Grammars::list(std::string_view name) const { return lists_.find(name)->second; }
std::vector<std::string> Grammars::grammar_names() const { return keys_of(grammars_); }
std::vector<std::string> Grammars::list_names() const { return keys_of(lists_); }

}  // namespace trichyeu
