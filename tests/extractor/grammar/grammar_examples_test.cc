// Every example and counter-example of every built-in rule is a test of its own:
// "Rules/citations.numbered.example 1".
#include <gtest/gtest.h>

#include <iostream>
#include <memory>

#include "extractor/grammar/grammar.h"
#include "tools/rules/code_examples.h"
#include "tools/rules/example_values.h"

namespace trichyeu {
namespace {

class ExampleTest : public ::testing::Test {
 public:
  // `rule` holds the one example; `grammar` outlives the test.
  ExampleTest(const Grammar& grammar, Rule rule, ValuesOf values_of)
      : grammar_(grammar), rule_(std::move(rule)), values_of_(std::move(values_of)) {}

  void TestBody() override {
    for (const std::string& failure : failed_examples(grammar_, rule_, values_of_))
      ADD_FAILURE() << failure;
  }

 private:
  const Grammar& grammar_;
  Rule rule_;
  ValuesOf values_of_;
};

void add_test(const Grammar& grammar, const Rule& rule, const std::string& name,
              const ValuesOf& values_of) {
  ::testing::RegisterTest(("Rules/" + rule.id).c_str(), name.c_str(), nullptr, nullptr, __FILE__,
                          __LINE__, [&grammar, rule, values_of]() -> ::testing::Test* {
                            return new ExampleTest(grammar, rule, values_of);
                          });
}

// An example of a rule that the code applies: a whole conversion.
class CodeExampleTest : public ::testing::Test {
 public:
  // `rule` holds the one example; `grammars` outlives the test.
  CodeExampleTest(const Grammars& grammars, CodeRule rule)
      : grammars_(grammars), rule_(std::move(rule)) {}

  void TestBody() override {
    for (const ExampleFailure& failure : example_failures(rule_, grammars_))
      ADD_FAILURE() << failure.what;
  }

 private:
  const Grammars& grammars_;
  CodeRule rule_;
};

void add_test(const Grammars& grammars, const CodeRule& rule, const std::string& name) {
  ::testing::RegisterTest(
      ("Rules/" + rule.id).c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
      [&grammars, rule]() -> ::testing::Test* { return new CodeExampleTest(grammars, rule); });
}

void add_tests(const Grammars& grammars, const CodeRule& rule) {
  CodeRule one = rule;
  one.counter_examples.clear();
  for (std::size_t i = 0; i < rule.examples.size(); ++i) {
    one.examples = {rule.examples[i]};
    add_test(grammars, one, "example " + std::to_string(i + 1));
  }
  one.examples.clear();
  for (std::size_t i = 0; i < rule.counter_examples.size(); ++i) {
    one.counter_examples = {rule.counter_examples[i]};
    add_test(grammars, one, "counter-example " + std::to_string(i + 1));
  }
}

void add_tests(const Grammar& grammar, const Rule& rule, const ValuesOf& values_of) {
  Rule one = rule;
  one.counter_examples.clear();
  for (std::size_t i = 0; i < rule.examples.size(); ++i) {
    one.examples = {rule.examples[i]};
    add_test(grammar, one, "example " + std::to_string(i + 1), values_of);
  }
  one.examples.clear();
  for (std::size_t i = 0; i < rule.counter_examples.size(); ++i) {
    one.counter_examples = {rule.counter_examples[i]};
    add_test(grammar, one, "counter-example " + std::to_string(i + 1), values_of);
  }
}

}  // namespace
}  // namespace trichyeu

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  const trichyeu::Result<trichyeu::Grammars> grammars = trichyeu::Grammars::load();
  if (!grammars.ok()) {
    std::cerr << grammars.error().message << '\n' << grammars.error().advice << '\n';
    return 1;
  }
  for (const std::string& name : grammars->grammar_names()) {
    const trichyeu::Grammar& grammar = grammars->grammar(name);
    for (const trichyeu::Rule& rule : grammar.rules()) {
      trichyeu::add_tests(grammar, rule, trichyeu::example_values(name, *grammars));
    }
    for (const trichyeu::CodeRule& rule : grammar.code_rules())
      trichyeu::add_tests(*grammars, rule);
  }
  return RUN_ALL_TESTS();
}
