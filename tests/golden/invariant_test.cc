// What holds for every document and every value: the text at its place reads as the value, and the
// forms of one document say the same.
#include <gtest/gtest.h>

#include <set>

#include "models/formats/formats.h"
#include "normalizer/letters.h"
#include "tests/golden/corpus.h"

namespace trichyeu {
namespace {

using testing::Form;

std::string folded(std::string_view text, bool header) {
  std::string out;
  for (const char c : header ? lowercase(text) : std::string(text)) {
    if (c != ' ' && c != '\n') out += c;
  }
  return out;
}

class Checker {
 public:
  explicit Checker(const Plan& plan, std::string name) : plan_(plan), name_(std::move(name)) {}

  void check() {
    std::set<const Value*> contents;
    for (const Task& task : plan_.tasks) contents.insert(&task.content);
    each_value(plan_, [&](const Value& value) {
      place(value);
      if (contents.contains(&value)) {
        content(value);
      } else {
        reads(value, value.rule.rfind("header.", 0) == 0 || value.rule.rfind("lines.", 0) == 0);
      }
    });
  }

 private:
  // Labelled lines, label words and item numbers aside: what the content says stands in its place.
  void content(const Value& value) {
    EXPECT_FALSE(value.text.empty()) << name_;
    EXPECT_LE(folded(value.text, false).size(),
              folded(value.place.bytes.of(plan_.body.text), false).size())
        << name_;
  }

  void place(const Value& value) {
    const ByteSpan bytes = value.place.bytes;
    ASSERT_LE(bytes.from_byte, bytes.to_byte) << name_ << " " << value.text;
    ASSERT_LE(bytes.to_byte, plan_.body.text.size()) << name_ << " " << value.text;
    EXPECT_GE(value.confidence, 0) << name_ << " " << value.text;
    EXPECT_LE(value.confidence, 1) << name_ << " " << value.text;
    EXPECT_FALSE(value.rule.empty()) << name_ << " " << value.text;
    for (const PagedBox& box : value.place.boxes) {
      EXPECT_GE(box.page, 1) << name_ << " " << value.text;
      EXPECT_LT(box.box.left, box.box.right) << name_ << " " << value.text;
      EXPECT_LT(box.box.top, box.box.bottom) << name_ << " " << value.text;
    }
  }

  void reads(const Value& value, bool header) {
    if (!value.repair.empty() || !value.restored.empty()) return;
    EXPECT_EQ(folded(value.place.bytes.of(plan_.body.text), header), folded(value.text, header))
        << name_ << " " << value.rule;
  }

  const Plan& plan_;
  std::string name_;
};

class EachDocument : public ::testing::TestWithParam<std::string> {};

TEST_P(EachDocument, TextAtAPlaceReadsAsTheValue) {
  for (const Form form : {Form::text, Form::pdf, Form::scan}) {
    const Conversion conversion = testing::converted(GetParam(), form);
    Checker(conversion.plans.front(), GetParam()).check();
  }
}

TEST_P(EachDocument, CitationsAreTheSameAsTextAndAsPdf) {
  const auto cited = [](const Plan& plan) {
    std::vector<std::string> out;
    for (const Citation& c : plan.citations) {
      out.push_back(std::string(name_of(c.kind)) + " " + c.type + " " + c.number + " " + c.date +
                    " " + c.issuer + " " + c.target);
    }
    return out;
  };
  EXPECT_EQ(cited(testing::converted(GetParam(), Form::pdf).plans.front()),
            cited(testing::converted(GetParam(), Form::text).plans.front()));
}

TEST_P(EachDocument, XmlWrittenAndReadIsWrittenTheSame) {
  const std::string xml = testing::golden_xml(testing::converted(GetParam(), Form::pdf));
  const auto read = from_xml(xml);
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(to_xml(*read), xml);
}

TEST_P(EachDocument, IdsAreUniqueAndBlocksCoverTheText) {
  const Plan plan = testing::converted(GetParam(), Form::scan).plans.front();
  std::set<std::string> ids;
  std::size_t at = 0;
  for (const Block& block : plan.body.blocks) {
    EXPECT_TRUE(ids.insert(block.id).second) << block.id;
    EXPECT_EQ(block.bytes.from_byte, at);
    at = block.bytes.to_byte + 1;
  }
  EXPECT_EQ(at, plan.body.text.size());
}

INSTANTIATE_TEST_SUITE_P(Corpus, EachDocument, ::testing::ValuesIn(testing::corpus_names()),
                         [](const auto& parameter) {
                           std::string name = parameter.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace trichyeu
