#include <algorithm>

#include "extractor/grammar/grammar.h"

namespace trichyeu {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::optional<ZoneKind> zone_of(const Rule& rule, const std::optional<ZoneKind>& asked) {
  if (asked || rule.zones.empty()) return asked;
  return *rule.zones.begin();
}

std::string value_of(const Match& match, std::string_view text, const std::string& key,
                     const std::map<std::string, std::string>& made) {
  if (const auto found = made.find(key); found != made.end()) return found->second;
  if (match.has(key)) return std::string(match.capture(key, text));
  return std::string(match.emitted(key));
}

std::string finds_in(const std::vector<Match>& matches, std::string_view text) {
  std::string out;
  for (const Match& match : matches) {
    out += (out.empty() ? "" : ", ") + quoted(match.bytes.of(text)) + " by " + match.rule->id;
  }
  return out.empty() ? "nothing" : out;
}

std::string advice_for(const std::vector<Match>& matches, const Rule& rule) {
  if (matches.empty()) return "Widen the pattern, or mend the example.";
  if (matches.front().rule->id == rule.id)
    return "Make the pattern take what stands between ⟦ and ⟧, no more and no less.";
  return "Give this rule the higher priority, or narrow the rule that took the words.";
}

void check_example(const Grammar& grammar, const Rule& rule, const Example& example,
                   const ValuesOf& values_of, std::vector<ExampleFailure>& failures) {
  const std::vector<Match> matches = grammar.find_all(example.text, zone_of(rule, example.zone));
  const auto match = std::find_if(matches.begin(), matches.end(), [&](const Match& candidate) {
    return candidate.rule->id == rule.id && candidate.bytes == *example.span;
  });
  if (match == matches.end()) {
    failures.push_back({rule.id + ": in " + quoted(example.text) + " expected " +
                            quoted(example.span->of(example.text)) + ", found " +
                            finds_in(matches, example.text),
                        advice_for(matches, rule), example.line});
    return;
  }
  const auto made =
      values_of ? values_of(*match, example.text) : std::map<std::string, std::string>{};
  for (const auto& [key, expected] : example.values) {
    const std::string value = value_of(*match, example.text, key, made);
    if (value == expected) continue;
    failures.push_back({rule.id + ": in " + quoted(example.text) + " expected " + key + " = " +
                            quoted(expected) + ", found " + quoted(value),
                        "Look at the capture or the key of emit of that name, or mend the example.",
                        example.line});
  }
}

void check_counter_example(const Grammar& grammar, const Rule& rule, const std::string& text,
                           std::vector<ExampleFailure>& failures) {
  for (const Match& match : grammar.find_all(text, zone_of(rule, {}))) {
    if (match.rule->id != rule.id) continue;
    failures.push_back({rule.id + ": in " + quoted(text) + " expected nothing, found " +
                            quoted(match.bytes.of(text)),
                        "Narrow the pattern, or make the text an example if it should match.",
                        rule.line});
  }
}

}  // namespace

std::vector<ExampleFailure> example_failures(const Grammar& grammar, const Rule& rule,
                                             const ValuesOf& values_of) {
  std::vector<ExampleFailure> failures;
  for (const Example& example : rule.examples)
    check_example(grammar, rule, example, values_of, failures);
  for (const std::string& text : rule.counter_examples)
    check_counter_example(grammar, rule, text, failures);
  return failures;
}

std::vector<std::string> failed_examples(const Grammar& grammar, const Rule& rule,
                                         const ValuesOf& values_of) {
  std::vector<std::string> lines;
  for (ExampleFailure& failure : example_failures(grammar, rule, values_of))
    lines.push_back(std::move(failure.what));
  return lines;
}

}  // namespace trichyeu
