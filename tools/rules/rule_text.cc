#include "tools/rules/rule_text.h"

#include <algorithm>

namespace trichyeu {
namespace {

constexpr std::string_view rule_file_ending = ".toml";
constexpr std::size_t shown_pattern_bytes = 2000;
constexpr std::size_t id_width = 32;

std::vector<NamedRule> rules_of(const std::string& grammar, const Grammars& grammars) {
  std::vector<NamedRule> rules;
  for (const Rule& rule : grammars.grammar(grammar).rules()) rules.push_back({grammar, &rule});
  return rules;
}

std::string_view name_of(RuleAnchor anchor) {
  switch (anchor) {
    case RuleAnchor::anywhere: return "anywhere";
    case RuleAnchor::start: return "start";
    case RuleAnchor::whole: return "whole";
  }
  return {};
}

std::string_view name_of(RuleEdges edges) {
  switch (edges) {
    case RuleEdges::both: return "both";
    case RuleEdges::before: return "before";
    case RuleEdges::after: return "after";
    case RuleEdges::none: return "none";
  }
  return {};
}

std::string zones_of(const Rule& rule) {
  std::string zones;
  for (const ZoneKind zone : rule.zones) {
    zones += (zones.empty() ? "" : ", ") + std::string(name_of(zone));
  }
  return zones.empty() ? "all" : zones;
}

std::string cut(const std::string& pattern, bool whole) {
  if (whole || pattern.size() <= shown_pattern_bytes) return pattern;
  std::size_t end = shown_pattern_bytes;
  while ((static_cast<unsigned char>(pattern[end]) & 0xC0U) == 0x80U) --end;
  return pattern.substr(0, end) + "… (" + std::to_string(pattern.size()) +
         " bytes; --whole shows all)";
}

std::string values_line(const std::map<std::string, std::string>& values) {
  std::string line;
  for (const auto& [key, value] : values) line += (line.empty() ? "" : ", ") + key + " = " + value;
  return line;
}

std::string shown(const Example& example) {
  std::string text = example.text;
  text.insert(example.span->to_byte, "⟧").insert(example.span->from_byte, "⟦");
  if (example.zone) text += "   zone = " + std::string(trichyeu::name_of(*example.zone));
  const std::string values = values_line(example.values);
  return values.empty() ? text : text + "   " + values;
}

}  // namespace

std::string grammar_named(std::string_view file, const Grammars& grammars) {
  if (file.ends_with(rule_file_ending)) file.remove_suffix(rule_file_ending.size());
  const std::vector<std::string> names = grammars.grammar_names();
  const auto found = std::find(names.begin(), names.end(), file);
  return found == names.end() ? std::string() : *found;
}

std::vector<NamedRule> rules_named(std::string_view name, const Grammars& grammars) {
  if (const std::string grammar = grammar_named(name, grammars); !grammar.empty()) {
    return rules_of(grammar, grammars);
  }
  // An id begins with the name of its file.
  const std::string grammar = grammar_named(name.substr(0, name.find('.')), grammars);
  if (grammar.empty()) return {};
  const Rule* rule = grammars.grammar(grammar).rule(name);
  if (rule == nullptr) return {};
  return {{grammar, rule}};
}

std::vector<NamedRule> all_rules(const Grammars& grammars) {
  std::vector<NamedRule> rules;
  for (const std::string& grammar : grammars.grammar_names()) {
    const std::vector<NamedRule> more = rules_of(grammar, grammars);
    rules.insert(rules.end(), more.begin(), more.end());
  }
  return rules;
}

std::string rule_list(const std::vector<NamedRule>& rules) {
  std::string text;
  std::string_view grammar;
  for (const NamedRule& named : rules) {
    if (named.grammar != grammar) text += named.rule->file + '\n';
    grammar = named.grammar;
    std::string id = "  " + named.rule->id + ' ';
    id.resize(std::max(id.size(), id_width), ' ');
    text += id + named.rule->reason + '\n';
  }
  return text;
}

std::string rule_page(const NamedRule& named, const Grammars& grammars, bool whole) {
  const Rule& rule = *named.rule;
  std::string text = rule.id + "   (" + rule.file + ")\n  " + rule.reason + '\n';
  text += "zones     " + zones_of(rule) + '\n';
  text += "at        " + std::string(name_of(rule.at)) + '\n';
  text += "edges     " + std::string(name_of(rule.edges)) + '\n';
  text += "priority  " + std::to_string(rule.priority) + '\n';
  if (!rule.emit.empty()) text += "emit      " + values_line(rule.emit) + '\n';
  text += "pattern   " + rule.pattern + '\n';
  text += "expanded  " + cut(grammars.grammar(named.grammar).expanded(rule), whole) + '\n';
  text += "matches\n";
  for (const Example& example : rule.examples) text += "  " + shown(example) + '\n';
  text += "does not match\n";
  for (const std::string& example : rule.counter_examples) text += "  " + example + '\n';
  return text;
}

}  // namespace trichyeu
