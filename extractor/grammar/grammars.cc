#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

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
    std::ifstream file(entry->path(), std::ios::binary);
    files[name] = std::string(std::istreambuf_iterator<char>(file), {});
    if (!file) return rule_error(name, "", "it cannot be read", "Look at its permissions.");
  }
  if (failed)
    return rule_error(folder, "", failed.message(), "Name a folder of .toml and .tsv files.");
  return std::nullopt;
}

std::string fingerprint_of(const Files& files) {
  std::string all;
  for (const auto& [name, content] : files) {
    all += name + '\n' + std::to_string(content.size()) + '\n' + content;
  }
  return "sha256:" + sha256_hex(all);
}

PatternSources sources_of(const std::vector<RuleFile>& files) {
  PatternSources sources;
  for (const RuleFile& file : files) {
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
    if (!fault && !ours) fault = fault_of(text);
    if (fault) return rule_error(file.name, rule.id, fault->what, fault->advice);
    if (auto error = name_error(file, rule, text)) return *error;
    expanded.push_back(std::move(text));
  }
  return GrammarLoader::make(file.rules, std::move(expanded));
}

std::optional<Error> twice_error(const std::vector<RuleFile>& files) {
  std::map<std::string_view, std::string_view> file_of;
  for (const RuleFile& file : files) {
    for (const Rule& rule : file.rules) {
      if (!file_of.emplace(rule.id, file.name).second) {
        return rule_error(file.name, rule.id, "the id is there twice",
                          "Give one of the rules its own id.");
      }
    }
  }
  return std::nullopt;
}

bool is_same(const std::string& name, const Files& files, const Files& ours) {
  const auto file = files.find(name);
  const auto our = ours.find(name);
  return file != files.end() && our != ours.end() && file->second == our->second;
}

// Whether every list and piece that our rules may use is ours.
bool all_parts_are_same(const Files& files, const Files& ours) {
  return std::all_of(ours.begin(), ours.end(), [&](const auto& our) {
    const bool is_part = our.first == shared_pieces_file || ends_with(our.first, ".tsv");
    return !is_part || is_same(our.first, files, ours);
  });
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
  Pieces shared;
  std::vector<RuleFile> rule_files;
  for (const auto& [name, content] : files) {
    if (ends_with(name, ".tsv")) {
      Result<WordList> list = WordList::parse(content, name);
      if (!list.ok()) return list.error();
      grammars.lists_.emplace(stem_of(name), std::move(list).value());
      continue;
    }
    Result<RuleFile> file = parse_rule_file(content, name);
    if (!file.ok()) return file.error();
    if (name == shared_pieces_file) {
      shared = std::move(file).value().pieces;
    } else {
      rule_files.push_back(std::move(file).value());
    }
  }
  if (auto error = twice_error(rule_files)) return *error;
  const bool parts_are_ours = all_parts_are_same(files, ours);
  const PatternSources sources = sources_of(rule_files);
  for (const RuleFile& file : rule_files) {
    Result<Grammar> grammar =
        grammar_of(file, PatternExpander(file.pieces, shared, grammars.lists_, sources),
                   parts_are_ours && is_same(file.name, files, ours));
    if (!grammar.ok()) return grammar.error();
    grammars.grammars_.emplace(stem_of(file.name), std::move(grammar).value());
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
