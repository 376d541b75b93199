#include "tools/rules/rule_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace trichyeu {
namespace {

constexpr std::string_view rule_file_ending = ".toml";
constexpr std::size_t shown_pattern_bytes = 2000;
constexpr std::size_t id_width = 32;

std::vector<NamedRule> rules_of(const std::string& grammar, const Grammars& grammars) {
  std::vector<NamedRule> rules;
  const Grammar& file = grammars.grammar(grammar);
  for (const Rule& rule : file.rules()) rules.push_back({grammar, &rule, nullptr});
  for (const CodeRule& rule : file.code_rules()) rules.push_back({grammar, nullptr, &rule});
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

// With its brackets.
std::string marked(const Example& example) {
  std::string text = example.text;
  return text.insert(example.span->to_byte, "⟧").insert(example.span->from_byte, "⟦");
}

std::string shown(const Example& example) {
  std::string text = marked(example);
  if (example.zone) text += "   zone = " + std::string(trichyeu::name_of(*example.zone));
  const std::string values = values_line(example.values);
  return values.empty() ? text : text + "   " + values;
}

// A document of several lines, each indented.
std::string indented(const std::string& document) {
  std::string text = "  ";
  for (std::size_t at = 0; at < document.size(); ++at) {
    text += document[at];
    if (document[at] == '\n' && at + 1 < document.size()) text += "  ";
  }
  if (document.empty() || document.back() != '\n') text += '\n';
  return text;
}

std::string code_page(const CodeRule& rule) {
  std::string text = rule.id + "   (" + rule.file + ", the code)\n  " + rule.reason + '\n';
  for (const Example& example : rule.examples) text += "makes\n" + indented(marked(example));
  for (const std::string& document : rule.counter_examples)
    text += "makes nothing\n" + indented(document);
  return text;
}

using Json = nlohmann::ordered_json;

void add_details(const Rule& rule, Json& json) {
  json["zones"] = Json::array();
  for (const ZoneKind zone : rule.zones) json["zones"].push_back(trichyeu::name_of(zone));
  json["emit"] = rule.emit;
  json["priority"] = rule.priority;
  json["pattern"] = rule.pattern;
}

template <typename AnyRule>
void add_form(const AnyRule& rule, Json& json) {
  json["id"] = rule.id;
  json["file"] = rule.file;
  json["line"] = rule.line;
  json["reason"] = rule.reason;
  json["examples"] = Json::array();
  for (const Example& example : rule.examples) json["examples"].push_back(marked(example));
  json["counterExamples"] = rule.counter_examples;
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
  std::vector<NamedRule> rules = all_rules(grammars);
  std::erase_if(rules, [&](const NamedRule& named) { return named.id() != name; });
  return rules;
}

std::string reason_of(std::string_view id, const Grammars& grammars) {
  const std::vector<NamedRule> rules = rules_named(id, grammars);
  return rules.size() == 1 && rules[0].id() == id ? rules[0].reason() : std::string();
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
    if (named.grammar != grammar) text += named.file() + '\n';
    grammar = named.grammar;
    std::string id = "  " + named.id() + ' ';
    id.resize(std::max(id.size(), id_width), ' ');
    text += id + named.reason() + '\n';
  }
  return text;
}

std::string rule_list_json(const std::vector<NamedRule>& rules) {
  Json list = Json::array();
  for (const NamedRule& named : rules) {
    Json json;
    json["kind"] = named.rule != nullptr ? "pattern" : "code";
    if (named.rule != nullptr) {
      add_form(*named.rule, json);
      add_details(*named.rule, json);
    } else {
      add_form(*named.code, json);
    }
    list.push_back(std::move(json));
  }
  return list.dump(1) + '\n';
}

std::string rule_page(const NamedRule& named, const Grammars& grammars, bool whole) {
  if (named.code != nullptr) return code_page(*named.code);
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
