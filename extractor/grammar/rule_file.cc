// toml++ throws; this file alone knows it, and nothing leaves it by exception.
#include "extractor/grammar/rule_file.h"

#include <algorithm>

#include <toml++/toml.h>

#include "extractor/grammar/file_form.h"

namespace trichyeu {
namespace {

using Strings = std::map<std::string, std::string>;

// Thrown inside this file only, so that reading a value is one expression.
struct Refusal {
  std::string what;
  std::string advice;
  std::size_t line = 0;  // 0: that of the rule or file
};

constexpr std::string_view addition = ".add";
constexpr std::string_view open_bracket = "⟦";
constexpr std::string_view close_bracket = "⟧";

std::string key_of(const toml::key& key) { return std::string(key.str()); }

std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

// Calls `read`; what it refuses without a line of its own is refused at that of `node`.
template <typename Read>
auto at_line(const toml::node& node, const Read& read) {
  try {
    return read();
  } catch (Refusal& refusal) {
    if (refusal.line == 0) refusal.line = line_of(node);
    throw;
  }
}

std::string text_of(const toml::node& node, std::string_view key) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  throw Refusal{std::string(key) + " is no text", "Write it between quotes."};
}

const toml::table& table_of(const toml::node& node, std::string_view key) {
  if (const auto* table = node.as_table()) return *table;
  throw Refusal{std::string(key) + " is no table",
                "Write " + std::string(key) + " = { key = \"value\" }."};
}

const toml::array& array_of(const toml::node& node, std::string_view key) {
  if (const auto* array = node.as_array()) return *array;
  throw Refusal{std::string(key) + " is no list", "Write " + std::string(key) + " = [ … ]."};
}

Strings strings_of(const toml::node& node, std::string_view key) {
  Strings out;
  for (const auto& [name, value] : table_of(node, key))
    out[key_of(name)] = text_of(value, key_of(name));
  return out;
}

std::vector<std::string> list_of(const toml::node& node, std::string_view key) {
  std::vector<std::string> out;
  for (const toml::node& value : array_of(node, key)) out.push_back(text_of(value, key));
  return out;
}

ZoneKind zone_of(const std::string& name) {
  if (const auto zone = zone_kind_of(name)) return *zone;
  throw Refusal{"unknown zone \"" + name + "\"",
                "Zones are letterhead, title, basis, main, signature, recipients, annex, other."};
}

std::size_t bracket(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos || text.find(mark, at + mark.size()) != std::string::npos) {
    throw Refusal{"the example \"" + text + "\" does not hold one ⟦…⟧",
                  "Put ⟦ and ⟧ around what must match."};
  }
  return at;
}

Example example_of(const toml::node& node) {
  Example example;
  example.line = line_of(node);
  std::string marked;
  for (const auto& [name, value] : table_of(node, "examples")) {
    const std::string key = key_of(name);
    const std::string text = text_of(value, key);
    if (key == "text") {
      marked = text;
    } else if (key == "zone") {
      example.zone = zone_of(text);
    } else {
      example.values[key] = text;
    }
  }
  const std::size_t from = bracket(marked, open_bracket);
  const std::size_t to = bracket(marked, close_bracket);
  if (to < from + open_bracket.size()) {
    throw Refusal{"⟧ stands before ⟦ in \"" + marked + "\"", "Put ⟦ and ⟧ around what must match."};
  }
  example.span = ByteSpan{from, to - open_bracket.size()};
  example.text = marked.substr(0, from) +
                 marked.substr(from + open_bracket.size(), example.span->size()) +
                 marked.substr(to + close_bracket.size());
  return example;
}

RuleAnchor anchor_of(const std::string& name) {
  if (name == "anywhere") return RuleAnchor::anywhere;
  if (name == "start") return RuleAnchor::start;
  if (name == "whole") return RuleAnchor::whole;
  throw Refusal{"unknown at = \"" + name + "\"", "Write \"anywhere\", \"start\" or \"whole\"."};
}

RuleEdges edges_of(const std::string& name) {
  if (name == "both") return RuleEdges::both;
  if (name == "before") return RuleEdges::before;
  if (name == "after") return RuleEdges::after;
  if (name == "none") return RuleEdges::none;
  throw Refusal{"unknown edges = \"" + name + "\"",
                "Write \"both\", \"before\", \"after\" or \"none\"."};
}

std::vector<Example> examples_of(const toml::node& node) {
  std::vector<Example> examples;
  for (const toml::node& example : array_of(node, "examples"))
    examples.push_back(at_line(example, [&] { return example_of(example); }));
  return examples;
}

void read_key(const std::string& key, const toml::node& value, Rule& rule) {
  if (key == "id") {
    rule.id = text_of(value, key);
  } else if (key == "reason") {
    rule.reason = text_of(value, key);
  } else if (key == "zones") {
    for (const std::string& zone : list_of(value, key)) rule.zones.insert(zone_of(zone));
  } else if (key == "at") {
    rule.at = anchor_of(text_of(value, key));
  } else if (key == "edges") {
    rule.edges = edges_of(text_of(value, key));
  } else if (key == "pattern") {
    rule.pattern = text_of(value, key);
  } else if (key == "emit") {
    for (auto& [name, text] : strings_of(value, key)) rule.emit[name] = text;
  } else if (key == "priority") {
    const auto* number = value.as_integer();
    if (number == nullptr) throw Refusal{"priority is no whole number", "Write priority = 1."};
    rule.priority = static_cast<int>(number->get());
  } else if (key == "examples") {
    rule.examples = examples_of(value);
  } else if (key == "counter_examples") {
    rule.counter_examples = list_of(value, key);
  } else {
    throw Refusal{"unknown key " + key, "Keys of a rule are those of extractor/grammar/grammar.h."};
  }
}

void read_key(const std::string& key, const toml::node& value, CodeRule& rule) {
  if (key == "id") {
    rule.id = text_of(value, key);
  } else if (key == "reason") {
    rule.reason = text_of(value, key);
  } else if (key == "examples") {
    rule.examples = examples_of(value);
  } else if (key == "counter_examples") {
    rule.counter_examples = list_of(value, key);
  } else {
    throw Refusal{"unknown key " + key,
                  "Keys of [[code]] are id, reason, examples, counter_examples."};
  }
}

// What both kinds of rules must have.
template <typename AnyRule>
void check_form(const AnyRule& rule) {
  if (rule.reason.empty()) throw Refusal{"no reason", "Say in one sentence why the rule is there."};
  if (rule.examples.empty())
    throw Refusal{"no example", "Add a text that must match, with ⟦ and ⟧ around the match."};
  if (rule.counter_examples.empty())
    throw Refusal{"no counter-example", "Add a text that must not match."};
}

// The field that such a rule makes begins its id; the file may have any name.
void check(const CodeRule& rule, std::string_view /*stem*/) {
  if (rule.id.find('.') == std::string::npos)
    throw Refusal{"its id is no FIELD.NAME", "Write id = \"tasks.item\"."};
  check_form(rule);
}

void check(const Rule& rule, std::string_view stem) {
  const std::string prefix = std::string(stem) + ".";
  if (rule.id.substr(0, prefix.size()) != prefix || rule.id.size() == prefix.size()) {
    throw Refusal{"its id does not begin with " + prefix, "Write id = \"" + prefix + "…\"."};
  }
  if (rule.pattern.empty()) throw Refusal{"no pattern", "Write pattern = '…'."};
  check_form(rule);
  for (const Example& example : rule.examples) {
    if (example.zone && !rule.zones.empty() && rule.zones.count(*example.zone) == 0) {
      throw Refusal{"an example stands in a zone where the rule does not fire",
                    "Name one of the rule's zones.", example.line};
    }
  }
}

template <typename AnyRule>
Result<AnyRule> rule_of(const toml::table& table, std::string_view file) {
  AnyRule rule;
  rule.file = file;
  rule.line = line_of(table);
  try {
    // First, so that every other refusal can name it.
    if (const toml::node* id = table.get("id")) rule.id = text_of(*id, "id");
    for (const auto& [key, value] : table) {
      at_line(value, [&, &name = key, &node = value] { read_key(key_of(name), node, rule); });
    }
    check(rule, stem_of(file));
    return rule;
  } catch (const Refusal& refusal) {
    return rule_error(file, refusal.line == 0 ? rule.line : refusal.line, rule.id, refusal.what,
                      refusal.advice);
  }
}

// Appends the rules of [[rule]] or [[code]].
template <typename AnyRule>
std::optional<Error> add_rules(const toml::node& node, std::string_view key, std::string_view file,
                               std::vector<AnyRule>& rules) {
  for (const toml::node& table : array_of(node, key)) {
    Result<AnyRule> rule = rule_of<AnyRule>(table_of(table, key), file);
    if (!rule.ok()) return rule.error();
    rules.push_back(std::move(rule).value());
  }
  return std::nullopt;
}

Result<RuleFile> file_of(const toml::table& root, std::string_view name) {
  RuleFile file;
  file.name = name;
  for (const auto& [key, value] : root) {
    std::optional<Error> error;
    at_line(value, [&, &name_of_key = key, &node = value] {
      if (name_of_key.str() == "pieces") {
        for (auto& [piece, pattern] : strings_of(node, "pieces")) file.pieces[piece] = pattern;
      } else if (name_of_key.str() == "values") {
        file.values = list_of(node, "values");
      } else if (name_of_key.str() == "rule") {
        error = add_rules(node, "rule", name, file.rules);
      } else if (name_of_key.str() == "code") {
        error = add_rules(node, "code", name, file.code_rules);
      } else {
        throw Refusal{"unknown key " + key_of(name_of_key),
                      "A rule file holds [pieces], values, [[rule]] and [[code]]."};
      }
    });
    if (error) return *error;
  }
  return file;
}

// The names of a template: "m" of {m}, "window" of {window.last}.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    names.emplace_back(text.substr(at + 1, text.find_first_of(".}", at) - at - 1));
  }
  return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Result<RuleFile> parse_rule_file(std::string_view toml, std::string_view file_name) {
  if (auto error = form_error(toml, file_name)) return *error;
  try {
    return file_of(toml::parse(toml, file_name), file_name);
  } catch (const toml::parse_error& error) {
    return rule_error(file_name, error.source().begin.line, "", error.description(),
                      "Mend the TOML; patterns stand between single quotes.");
  } catch (const Refusal& refusal) {
    return rule_error(file_name, refusal.line, "", refusal.what, refusal.advice);
  }
}

std::optional<Error> name_error(const RuleFile& file, const Rule& rule, std::string_view expanded) {
  const std::vector<std::string> captures = capture_names(expanded);
  for (const auto& [key, value] : rule.emit) {
    for (const std::string& name : names_in(value)) {
      if (holds(captures, name)) continue;
      return rule_error(rule.file, rule.line, rule.id,
                        "emit's " + key + " names {" + name + "}, which is no capture",
                        "Capture it in the pattern: (?P<" + name + ">…).");
    }
  }
  for (const Example& example : rule.examples) {
    for (const auto& [key, value] : example.values) {
      if (holds(captures, key) || rule.emit.count(key) > 0 || holds(file.values, key)) continue;
      return rule_error(rule.file, example.line, rule.id,
                        "an example's key " + key + " names nothing",
                        "Name a capture, a key of emit, or one of the file's `values`.");
    }
  }
  return std::nullopt;
}

Error rule_error(std::string_view file, std::size_t line, std::string_view rule_id,
                 std::string_view what, std::string advice) {
  Error error;
  error.code = ErrorCode::grammar_invalid;
  error.message = std::string(file) + ": ";
  if (line > 0) error.message += "line " + std::to_string(line) + ": ";
  if (!rule_id.empty()) error.message += "rule " + std::string(rule_id) + ": ";
  error.message += what;
  error.advice = std::move(advice);
  return error;
}

std::string_view stem_of(std::string_view file_name) {
  std::string_view stem = file_name.substr(0, file_name.rfind('.'));
  if (stem.ends_with(addition)) stem.remove_suffix(addition.size());
  return stem;
}

bool is_addition(std::string_view file_name) {
  return file_name.substr(0, file_name.rfind('.')).ends_with(addition);
}

void add_to(RuleFile& file, RuleFile more) {
  for (auto& [name, pattern] : more.pieces) file.pieces.insert_or_assign(name, std::move(pattern));
  file.values.insert(file.values.end(), more.values.begin(), more.values.end());
  const auto add = [](auto& rules, auto& others) {
    for (auto& other : others) {
      const auto known = std::find_if(rules.begin(), rules.end(),
                                      [&](const auto& rule) { return rule.id == other.id; });
      if (known != rules.end()) {
        *known = std::move(other);
      } else {
        rules.push_back(std::move(other));
      }
    }
  };
  add(file.rules, more.rules);
  add(file.code_rules, more.code_rules);
}

}  // namespace trichyeu
