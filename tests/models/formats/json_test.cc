#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "models/formats/formats.h"
#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

nlohmann::json sample() { return nlohmann::json::parse(to_json(testing::sample_plan())); }

TEST(ToJson, HasTheNamesOfTheXml) {
  const nlohmann::json plan = sample();
  EXPECT_EQ(plan["status"], "partial");
  EXPECT_EQ(plan["source"]["mediaType"], "application/pdf");
  EXPECT_EQ(plan["source"]["encoding"], "TCVN3 VNI");
  EXPECT_EQ(plan["header"]["number"]["symbol"], "KH-SYT");
  EXPECT_EQ(plan["citations"][0]["number"], "12/KH-UBND");
  EXPECT_EQ(plan["tasks"][0]["lead"][0]["ref"], "u1");
  EXPECT_EQ(plan["tasks"][0]["deadline"][0]["recurrence"], "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30");
}

TEST(ToJson, GivesNumbersAndTruthAsSuch) {
  const nlohmann::json plan = sample();
  EXPECT_TRUE(plan["citations"][0]["from"].is_number_unsigned());
  EXPECT_EQ(plan["citations"][0]["confidence"], 0.975);
  EXPECT_EQ(plan["tasks"][0]["deadline"][0]["exclusive"], true);
  EXPECT_EQ(plan["citations"][0]["bbox"], nlohmann::json({85.0, 100.0, 510.3, 113.5}));
  EXPECT_EQ(plan["source"]["page"].size(), 3U);
}

TEST(ToJson, KeepsBlocksInOrderAndTextWhole) {
  const nlohmann::json section = sample()["body"][2]["content"][0]["section"];
  EXPECT_EQ(section["path"], "I");
  EXPECT_EQ(section["content"][0]["heading"]["text"], "I. NHIỆM VỤ");
  const nlohmann::json line = section["content"][1]["section"]["content"][0]["p"];
  EXPECT_EQ(line["text"],
            "1. Luật \"Khám bệnh\" theo Kế hoạch số 12/KH-UBND ngày 5/1/2023 của UBND tỉnh");
  EXPECT_EQ(line["ref"][0]["citation"], "c1");
}

TEST(ToJson, GivesEmptyListsForNothing) {
  const nlohmann::json plan = nlohmann::json::parse(to_json(Plan{}));
  EXPECT_EQ(plan["citations"], nlohmann::json::array());
  EXPECT_EQ(plan["tasks"], nlohmann::json::array());
}

TEST(ToText, IsTheDocumentsText) {
  const Plan plan = testing::sample_plan();
  EXPECT_EQ(to_text(plan), plan.body.text);
}

}  // namespace
}  // namespace trichyeu
