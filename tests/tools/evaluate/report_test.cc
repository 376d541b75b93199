#include "tools/evaluate/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

EvaluationReport report() {
  DocumentEvaluation document;
  document.name = "ke-hoach";
  document.judgements = {{Field::task, Outcome::right, true, "t1 I.1", "Rà soát", "Rà soát"},
                         {Field::lead, Outcome::wrong, false, "t1 I.1", "Sở <A>", "Sở B"},
                         {Field::named, Outcome::invented, false, "", "", "Luật & lệ"}};
  document.estimates = {{0.97, true}, {0.6, false}};
  EvaluationReport made;
  made.documents = {document};
  return made;
}

TEST(TextReport, HasTotalsDocumentsAndConfidence) {
  EvaluationReport english = report();
  english.language = "en";
  const std::string text = to_text(english);
  EXPECT_THAT(text, AllOf(HasSubstr("Field "), HasSubstr("\nTask "), HasSubstr("\nke-hoach "),
                          HasSubstr(">= 0.95"), HasSubstr("0.95 or more: 0.500\n"),
                          Not(HasSubstr("Sở B"))));
  english.lists_errors = true;
  EXPECT_THAT(to_text(english), HasSubstr("  lead Wrong, t1 I.1: \"Sở <A>\" <> \"Sở B\"\n"));
}

TEST(JsonReport, IsJson) {
  EvaluationReport made = report();
  made.changes = Changes{};
  const auto json = nlohmann::json::parse(to_json(made));
  EXPECT_EQ(json["total"]["task"]["f1"], 1.0);
  EXPECT_EQ(json["total"]["lead"]["wrong"], 1);
  EXPECT_EQ(json["documents"][0]["errors"].size(), 2U);
  EXPECT_EQ(json["calibration"][0]["values"], 1);
  EXPECT_TRUE(json["changes"]["gains"].empty());
}

TEST(HtmlReport, IsOneFileInItsLanguage) {
  EvaluationReport made = report();
  EXPECT_THAT(to_html(made), AllOf(HasSubstr("<html lang=\"vi\">"), HasSubstr("Chủ trì"),
                                   HasSubstr("Sở &lt;A&gt;"), HasSubstr("Luật &amp; lệ"),
                                   Not(HasSubstr("src=")), Not(HasSubstr("href="))));
  made.language = "en";
  EXPECT_THAT(to_html(made), AllOf(HasSubstr("<html lang=\"en\">"), HasSubstr("Lead unit")));
}

TEST(HtmlReport, ShowsErrorsBesideTheirLines) {
  EvaluationReport made = report();
  made.documents[0].lines = {"Dòng xa", "Dòng trước", "1. Rà soát", "Dòng sau", "Dòng cuối"};
  made.documents[0].judgements[1].line = 3;
  const std::string html = to_html(made);
  EXPECT_THAT(html, AllOf(HasSubstr("<td>3</td><td>1. Rà soát</td><td><ul><li class=\"middle\">"),
                          HasSubstr("Dòng trước"), HasSubstr("Dòng sau"), Not(HasSubstr("Dòng xa")),
                          Not(HasSubstr("Dòng cuối")), HasSubstr("không rõ ở dòng nào"),
                          HasSubstr("prefers-color-scheme:dark")));
}

}  // namespace
}  // namespace trichyeu
