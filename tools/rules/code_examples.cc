#include "tools/rules/code_examples.h"

#include <algorithm>
#include <string>

#include "extractor/convert.h"
#include "models/plan.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// On one line as values are, letter case aside as in the header.
std::string folded(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return lowercase(line);
}

// What the rule makes of the document; nothing where it cannot be read.
Result<std::vector<std::string>> texts_of(const std::string& rule, const std::string& document,
                                          const Grammars& grammars) {
  Result<Conversion> run = convert(document, "example.txt", ReadOptions{}, grammars);
  if (!run) return run.error();
  std::vector<std::string> texts;
  for (Plan& plan : run.value().plans) {
    each_value(plan, [&](const Value& value) {
      if (value.rule == rule) texts.push_back(folded(value.text));
    });
  }
  return texts;
}

std::string listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + quoted(text);
  return list.empty() ? "nothing" : list;
}

}  // namespace

std::vector<ExampleFailure> example_failures(const CodeRule& rule, const Grammars& grammars) {
  std::vector<ExampleFailure> failures;
  const auto add = [&](std::string what, std::string advice, std::size_t line) {
    failures.push_back({rule.id + ": " + std::move(what), std::move(advice), line});
  };
  for (const Example& example : rule.examples) {
    const auto texts = texts_of(rule.id, example.text, grammars);
    const std::string wanted = folded(example.span->of(example.text));
    if (!texts) {
      add(texts.error().message, texts.error().advice, example.line);
    } else if (std::find(texts->begin(), texts->end(), wanted) == texts->end()) {
      add("expected " + quoted(wanted) + ", found " + listed(*texts),
          "See what the document gives: trichyeu explain FILE.", example.line);
    }
  }
  for (const std::string& document : rule.counter_examples) {
    const auto texts = texts_of(rule.id, document, grammars);
    if (texts && texts->empty()) continue;
    add(texts ? "in " + quoted(document) + " expected nothing, found " + listed(*texts)
              : texts.error().message,
        "See what the document gives: trichyeu explain FILE.", rule.line);
  }
  return failures;
}

}  // namespace trichyeu
