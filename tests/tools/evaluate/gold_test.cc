#include "tools/evaluate/gold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/formats/formats.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr const char* annotation = R"({
  "header": {"number": null, "type": "Kế hoạch", "recipients": ["Như trên"], "position": "Chủ tịch",
             "handwritten": ["number"]},
  "citations": [{"text": "Luật Thư viện", "kind": "named", "number": null, "optional": true}],
  "tasks": [{"path": "I.1", "content": "Rà soát", "lead": ["Sở A"], "coordinating": [],
             "deadlines": [{"text": "Năm 2024", "kind": "interval", "start": "2024-01-01",
                            "end": "2024-12-31", "recurrence": null}], "optional": false}]
})";

TEST(GoldFromJson, ReadsAnAnnotation) {
  const Result<Gold> gold = gold_from_json(annotation);
  ASSERT_TRUE(gold.ok()) << gold.error().message;
  EXPECT_THAT(gold->header, ElementsAre("number", "recipients", "type"));
  EXPECT_THAT(gold->handwritten, ElementsAre("number"));
  EXPECT_THAT(gold->optional, ElementsAre("c1"));
  ASSERT_THAT(gold->plan.tasks, SizeIs(1));
  const Task& task = gold->plan.tasks[0];
  EXPECT_EQ(task.lead.at(0).value.text, "Sở A");
  EXPECT_EQ(task.deadlines.at(0).kind, DeadlineKind::interval);
  EXPECT_EQ(task.deadlines.at(0).end, "2024-12-31");
}

TEST(GoldFromJson, RefusesWhatIsNone) {
  for (const char* json : {"", "[]", "{\"header\": {}}",
                           "{\"header\": {\"type\": 3}, "
                           "\"citations\": [], \"tasks\": []}"}) {
    const Result<Gold> gold = gold_from_json(json);
    ASSERT_FALSE(gold.ok()) << json;
    EXPECT_EQ(gold.error().code, ErrorCode::damaged);
  }
}

TEST(GoldFromXml, CountsEveryFieldOfTheHeader) {
  const Result<Gold> gold = gold_from_xml(to_xml(Plan{}));
  ASSERT_TRUE(gold.ok());
  EXPECT_THAT(gold->header, SizeIs(9));
  EXPECT_FALSE(gold_from_xml("<plan/>").ok());
}

}  // namespace
}  // namespace trichyeu
