#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/formats/formats.h"
#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string replaced(std::string text, std::string_view old_words, std::string_view new_words) {
  const std::size_t at = text.find(old_words);
  EXPECT_NE(at, std::string::npos) << old_words;
  return text.replace(at, old_words.size(), new_words);
}

// The text of the elements named heading, p and cell, each followed by U+000A, of one body.
std::string read_back_text(std::string_view xml) {
  const Result<Plan> plan = from_xml(xml);
  return plan ? plan->body.text : plan.error().message;
}

Plan plan_of_line(const std::string& line) {
  Plan plan;
  testing::TreeBuilder builder;
  Zone zone;
  zone.nodes.emplace_back(builder.item("p1", line, 0));
  plan.body = builder.tree;
  plan.body.zones.push_back(zone);
  return plan;
}

Citation citation_of(const Plan& plan, const std::string& id, std::string_view words) {
  Citation citation;
  citation.id = id;
  citation.value.text = words;
  citation.value.place.block = "p1";
  citation.value.place.bytes.from_byte = plan.body.text.find(words);
  citation.value.place.bytes.to_byte = citation.value.place.bytes.from_byte + words.size();
  return citation;
}

TEST(ToXml, IsValid) { EXPECT_THAT(validate_xml(to_xml(testing::sample_plan())), IsEmpty()); }

TEST(ToXml, OfAnEmptyPlanIsValid) { EXPECT_THAT(validate_xml(to_xml(Plan{})), IsEmpty()); }

TEST(ToXml, ReadAndWrittenAgainIsTheSameBytes) {
  for (const Plan& plan : {testing::sample_plan(), Plan{}}) {
    const std::string xml = to_xml(plan);
    const Result<Plan> read = from_xml(xml);
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(to_xml(*read), xml);
  }
}

TEST(ToXml, CountsCodePoints) {
  Plan plan = plan_of_line("Đề án “Số hoá” theo Luật Giáo dục");
  plan.citations = {citation_of(plan, "c1", "Luật Giáo dục")};
  EXPECT_THAT(to_xml(plan), HasSubstr(R"(in="p1" from="20" to="33")"));
}

TEST(ToXml, AddsNoBlankToText) {
  Plan plan = plan_of_line("Luật A và Luật B");
  plan.citations = {citation_of(plan, "c1", "Luật A"), citation_of(plan, "c2", "Luật B")};
  EXPECT_THAT(
      to_xml(plan),
      HasSubstr(
          R"(<p id="p1"><ref citation="c1">Luật A</ref> và <ref citation="c2">Luật B</ref></p>)"));
}

TEST(ToXml, NestsACitationInsideAnother) {
  Plan plan = plan_of_line("Luật sửa đổi Luật B năm 2020.");
  plan.citations = {citation_of(plan, "c1", "Luật sửa đổi Luật B năm 2020"),
                    citation_of(plan, "c2", "Luật B")};
  EXPECT_THAT(
      to_xml(plan),
      HasSubstr(
          R"(<ref citation="c1">Luật sửa đổi <ref citation="c2">Luật B</ref> năm 2020</ref>.)"));
}

TEST(ToXml, CutsACitationAtTheEndOfItsParagraph) {
  Plan plan;
  testing::TreeBuilder builder;
  Zone zone;
  zone.nodes.emplace_back(builder.item("p1", "Theo Luật", 0));
  zone.nodes.emplace_back(builder.item("p2", "Giáo dục", 0));
  plan.body = builder.tree;
  plan.body.zones.push_back(zone);
  plan.citations = {citation_of(plan, "c1", "Luật\nGiáo dục")};
  const std::string xml = to_xml(plan);
  EXPECT_THAT(xml, HasSubstr(R"(Theo <ref citation="c1">Luật</ref></p>)"));
  EXPECT_THAT(xml, HasSubstr(R"(<p id="p2">Giáo dục</p>)"));
}

TEST(ToXml, KeepsReadingOrderUnderABulletWithChildren) {
  Plan plan;
  testing::TreeBuilder builder;
  Item bullet = builder.item("p1", "- Một", 0);
  bullet.children.emplace_back(builder.item("p2", "+ Hai", 0));
  Zone zone;
  zone.nodes.emplace_back(bullet);
  zone.nodes.emplace_back(builder.item("p3", "- Ba", 0));
  plan.body = builder.tree;
  plan.body.zones.push_back(zone);
  EXPECT_EQ(read_back_text(to_xml(plan)), "- Một\n+ Hai\n- Ba\n");
}

TEST(ToXml, KeepsEveryCharacterOfTheText) {
  const std::string line = "a & b < c > d \"e\" 'f' ]]> &amp; \t g";
  EXPECT_EQ(read_back_text(to_xml(plan_of_line(line))), line + '\n');
}

TEST(ToXml, ReplacesWhatXmlCannotHold) {
  const std::string xml =
      to_xml(plan_of_line(std::string("a\x01"
                                      "b\xFF"
                                      "c\xEF\xBF\xBE"
                                      "d\0e",
                                      11)));
  EXPECT_THAT(validate_xml(xml), IsEmpty());
  EXPECT_EQ(read_back_text(xml), "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\n");
}

TEST(ToXml, GivesABoxForEachPage) {
  const std::string xml = to_xml(testing::sample_plan());
  EXPECT_THAT(xml, HasSubstr(R"(<box page="1" bbox="85.0 100.0 510.3 113.5"/>)"));
  EXPECT_THAT(xml, HasSubstr(R"(<box page="2" bbox="85.0 60.0 510.0 74.0"/>)"));
}

TEST(ToXml, GivesConfidenceWithTwoOrThreeDecimals) {
  Plan plan = plan_of_line("Luật A");
  plan.citations = {citation_of(plan, "c1", "Luật A")};
  for (const auto& [confidence, text] :
       {std::pair{0.975, "\"0.975\""}, {0.9, "\"0.90\""}, {1.0, "\"1.00\""}, {7.0, "\"1.00\""}}) {
    plan.citations[0].value.confidence = confidence;
    EXPECT_THAT(to_xml(plan), HasSubstr(std::string("confidence=") + text));
  }
}

TEST(ToXml, WordsDiagnosticsInTheLanguageAskedFor) {
  const std::string english = to_xml(testing::sample_plan(), "en");
  EXPECT_THAT(english, HasSubstr("Page 3 could not be read (timed-out)."));
  EXPECT_THAT(validate_xml(english), IsEmpty());
  EXPECT_EQ(to_xml(*from_xml(english), "en"), english);
  EXPECT_THAT(to_xml(testing::sample_plan()), HasSubstr("Không đọc được trang 3 (timed-out)."));
}

TEST(ToXml, LeavesOutPlacesOnPagesForSourcesWithoutPages) {
  Plan plan = plan_of_line("Luật A");
  plan.citations = {citation_of(plan, "c1", "Luật A")};
  const std::string xml = to_xml(plan);
  EXPECT_THAT(xml, Not(HasSubstr("page")));
  EXPECT_THAT(xml, Not(HasSubstr("bbox")));
}

TEST(FromXml, RefusesWhatIsNoPlan) {
  for (const std::string xml :
       {"", "no XML", "<plan/>", "<plan xmlns=\"urn:trichyeu:plan:2\" schemaVersion=\"2.0\"/>",
        "<plan xmlns=\"urn:trichyeu:plan:1\" schemaVersion=\"2.0\"/>"}) {
    const Result<Plan> plan = from_xml(xml);
    ASSERT_FALSE(plan.ok()) << xml;
    EXPECT_EQ(plan.error().code, ErrorCode::invalid_xml);
  }
}

TEST(FromXml, ReadsALaterMinorVersion) {
  const std::string xml = replaced(
      replaced(to_xml(testing::sample_plan()), "schemaVersion=\"1.0\"", "schemaVersion=\"1.7\""),
      "<abbreviations>", "<novelty much=\"so\"/><abbreviations>");
  const Result<Plan> plan = from_xml(xml);
  ASSERT_TRUE(plan.ok()) << plan.error().message;
  EXPECT_EQ(plan->abbreviations.size(), 1U);
}

TEST(FromXml, NamesTheLineOfAWrongValue) {
  const Result<Plan> plan =
      from_xml(replaced(to_xml(testing::sample_plan()), "firstPage=\"1\"", "firstPage=\"one\""));
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(plan.error().message, "line 3: firstPage is not a number");
}

TEST(FromXml, KeepsWhichDocumentOfATextItIs) {
  Plan plan;
  plan.source.document = 2;
  plan.source.documents = 3;
  plan.source.first_line = 19;
  plan.source.last_line = 50;
  const std::string xml = to_xml(plan);
  EXPECT_THAT(validate_xml(xml), IsEmpty());
  EXPECT_THAT(
      xml, HasSubstr("<source document=\"2\" documents=\"3\" firstLine=\"19\" lastLine=\"50\"/>"));
  const Result<Plan> read = from_xml(xml);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(to_xml(*read), xml);
}

TEST(FromXml, GivesContentWithoutItsMark) {
  const Result<Plan> plan = from_xml(to_xml(testing::sample_plan()));
  ASSERT_TRUE(plan.ok());
  const Block& heading = plan->body.block_at(plan->body.text.find("NHIỆM VỤ"));
  EXPECT_EQ(heading.content.of(plan->body.text), "NHIỆM VỤ");
  EXPECT_EQ(heading.path, "I");
}

TEST(ValidateXml, SaysWhereItIsWrong) {
  const std::string xml =
      replaced(to_xml(testing::sample_plan()), "kind=\"recurring\"", "kind=\"sometimes\"");
  const std::vector<std::string> problems = validate_xml(xml);
  ASSERT_FALSE(problems.empty());
  EXPECT_THAT(problems.front(), ::testing::MatchesRegex("line [0-9]+: .*kind.*sometimes.*"));
}

struct Damage {
  const char* old_words;
  const char* new_words;
};
class ValidateXmlRefuses : public ::testing::TestWithParam<Damage> {};

TEST_P(ValidateXmlRefuses, Damage) {
  const std::string xml =
      replaced(to_xml(testing::sample_plan()), GetParam().old_words, GetParam().new_words);
  EXPECT_THAT(validate_xml(xml), Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ValidateXmlRefuses,
    ::testing::Values(
        Damage{"<p id=\"p2\"", "<p id=\"p1\""},                      // an id twice
        Damage{"<ref citation=\"c1\">", "<ref citation=\"c9\">"},    // refers to nothing
        Damage{"<ref citation=\"c1\">", "<ref citation=\"p1\">"},    // refers to no citation
        Damage{"in=\"p7\"", "in=\"p99\""},                           // stands in nothing
        Damage{"iso=\"2023-03-22\"", "iso=\"22/3/2023\""},           // no ISO date
        Damage{"bbox=\"290.0 20.0 300.0 32.2\"", "bbox=\"290.0\""},  // no box
        Damage{"<tasks>", "<tasks><novelty/>"},                      // not of this version
        Damage{"status=\"partial\"", ""},                            // a duty left out
        Damage{"role=\"implements\"", "role=\"likes\""}, Damage{"</plan>", ""}));

TEST(ValidateXml, ExpandsNoEntity) {
  std::string bomb =
      "<!DOCTYPE plan [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
  const std::string xml = replaced(to_xml(Plan{}), "<plan", bomb + "<plan");
  EXPECT_THAT(validate_xml(xml), ElementsAre(HasSubstr("DOCTYPE")));
}

TEST(ValidateXml, FetchesNothing) {
  const std::string xml =
      replaced(to_xml(Plan{}), "<plan", "<!DOCTYPE plan SYSTEM \"file:///etc/hostname\"><plan");
  EXPECT_THAT(validate_xml(xml), ElementsAre(HasSubstr("DOCTYPE")));
}

}  // namespace
}  // namespace trichyeu
