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
    const Header& header = plan_.header;
    if (header.issuer) value(header.issuer->value, true);
    if (header.number) value(header.number->value, true);
    if (header.place) value(*header.place, true);
    if (header.date) value(header.date->value, true);
    if (header.type) value(header.type->value, true);
    if (header.title) value(*header.title, true);
    if (header.period) value(header.period->value, true);
    for (const auto* part : {&header.signature.capacity, &header.signature.position, &header.signature.signer}) {
      if (*part) value(**part, true);
    }
    for (const Recipient& recipient : header.recipients) value(recipient.value, true);
    for (const Abbreviation& abbreviation : plan_.abbreviations) value(abbreviation.full, false);
    for (const Citation& citation : plan_.citations) value(citation.value, false);
    for (const Task& task : plan_.tasks) check(task);
  }

 private:
  void check(const Task& task) {
    // Labelled lines, label words and item numbers aside: what the content says stands in its place.
    place(task.content);
    const std::string place = folded(task.content.place.bytes.of(plan_.body.text), false);
    EXPECT_FALSE(task.content.text.empty()) << name_ << " " << task.id;
    EXPECT_LE(folded(task.content.text, false).size(), place.size()) << name_ << " " << task.id;
    for (const Unit& unit : task.lead) value(unit.value, false);
    for (const Unit& unit : task.coordinating) value(unit.value, false);
    for (const Deadline& deadline : task.deadlines) value(deadline.value, false);
    for (const Value& product : task.products) value(product, false);
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

  void value(const Value& value, bool header) {
    place(value);
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
    Checker(conversion.plan, GetParam()).check();
  }
}

TEST_P(EachDocument, CitationsAreTheSameAsTextAndAsPdf) {
  const auto cited = [](const Plan& plan) {
    std::vector<std::string> out;
    for (const Citation& c : plan.citations) {
      out.push_back(std::string(name_of(c.kind)) + " " + c.type + " " + c.number + " " + c.date + " " + c.issuer + " " + c.target);
    }
    return out;
  };
  EXPECT_EQ(cited(testing::converted(GetParam(), Form::pdf).plan), cited(testing::converted(GetParam(), Form::text).plan));
}

TEST_P(EachDocument, XmlWrittenAndReadIsWrittenTheSame) {
  const std::string xml = testing::golden_xml(testing::converted(GetParam(), Form::pdf));
  const auto read = from_xml(xml);
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(to_xml(*read), xml);
}

TEST_P(EachDocument, IdsAreUniqueAndBlocksCoverTheText) {
  const Plan plan = testing::converted(GetParam(), Form::scan).plan;
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
