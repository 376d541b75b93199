// Each document of the corpus, in each form, gives the XML that was accepted for it.
// `tools/accept-golden [NAME]` shows what changed and accepts it.
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "models/formats/formats.h"
#include "tests/golden/corpus.h"

namespace trichyeu {
namespace {

using testing::Form;

constexpr std::pair<Form, const char*> forms[] = {
    {Form::text, "Text"}, {Form::pdf, "Pdf"}, {Form::scan, "Scan"}};

// The first line in which the two differ, for a message that can be read.
std::string first_difference(const std::string& expected, const std::string& actual) {
  std::size_t begin = 0;
  while (begin < expected.size() && begin < actual.size() && expected[begin] == actual[begin])
    ++begin;
  const auto line = [begin](const std::string& text) {
    const std::size_t from =
        begin == 0 ? 0 : text.rfind('\n', std::min(begin, text.size()) - 1) + 1;
    return text.substr(from, std::min<std::size_t>(text.find('\n', from) - from, 400));
  };
  return "accepted: " + line(expected) + "\n  now:      " + line(actual);
}

class GoldenTest : public ::testing::Test {
 public:
  GoldenTest(std::string name, Form form) : name_(std::move(name)), form_(form) {}

  void TestBody() override {
    const std::string actual = testing::golden_xml(testing::converted(name_, form_));
    const std::string expected = testing::bytes_of(testing::expected_of(name_, form_));
    EXPECT_TRUE(actual == expected) << first_difference(expected, actual)
                                    << "\n  Look at it, then: tools/accept-golden " << name_;
    for (const std::string& problem : validate_xml(actual)) ADD_FAILURE() << problem;
  }

 private:
  std::string name_;
  Form form_;
};

}  // namespace
}  // namespace trichyeu

int main(int count, char** arguments) {
  ::testing::InitGoogleTest(&count, arguments);
  for (const std::string& name : trichyeu::testing::corpus_names()) {
    for (const auto& [form, form_name] : trichyeu::forms) {
      ::testing::RegisterTest(("Golden/" + name).c_str(), form_name, nullptr, nullptr, __FILE__,
                              __LINE__, [name, form = form]() -> ::testing::Test* {
                                return new trichyeu::GoldenTest(name, form);
                              });
    }
  }
  return RUN_ALL_TESTS();
}
