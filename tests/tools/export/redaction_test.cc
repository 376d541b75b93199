#include "tools/export/redaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/formats/formats.h"
#include "tests/models/formats/sample_plan.h"
#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TreeBuilder;

Plan redacted(const Plan& plan) {
  return without_persons(plan, testing::built_in_grammars().grammar("persons"));
}

Plan plan_of(const std::vector<std::string>& lines) {
  Plan plan;
  TreeBuilder builder;
  Zone zone;
  int number = 0;
  for (const std::string& line : lines)
    zone.nodes.emplace_back(builder.item("p" + std::to_string(++number), line, 1));
  plan.body = builder.tree;
  plan.body.zones.push_back(zone);
  return plan;
}

std::string redacted_text(const std::string& line) {
  const std::string text = redacted(plan_of({line})).body.text;
  return text.substr(0, text.size() - 1);
}

TEST(Redaction, LeavesOutTheSignerEverywhere) {
  const std::string xml = to_xml(redacted(testing::sample_plan()));
  EXPECT_THAT(xml, Not(HasSubstr("Trần Thị Bê")));
  EXPECT_THAT(xml, Not(HasSubstr("<signer")));
  EXPECT_THAT(xml, HasSubstr("<position"));
  EXPECT_THAT(validate_xml(xml), IsEmpty());
}

TEST(Redaction, KeepsSpansOnTheirWords) {
  Plan plan = plan_of({"Giao đồng chí Trần Văn Lâm, Phó Giám đốc, chủ trì với Sở Y tế."});
  Task task;
  const std::size_t from = plan.body.text.find("Sở Y tế");
  Unit unit;
  unit.value.text = "Sở Y tế";
  unit.value.place.bytes = {from, from + unit.value.text.size()};
  task.lead = {unit};
  plan.tasks = {task};
  const Plan clean = redacted(plan);
  EXPECT_EQ(clean.body.text, "Giao đồng chí […], Phó Giám đốc, chủ trì với Sở Y tế.\n");
  EXPECT_EQ(clean.tasks.front().lead.front().value.place.bytes.of(clean.body.text), "Sở Y tế");
  EXPECT_EQ(clean.body.blocks.front().bytes.to_byte + 1, clean.body.text.size());
}

TEST(Redaction, LeavesOutANameThatARuleToldOnce) {
  Plan plan =
      plan_of({"Ông Ngô Đức Thịnh là trưởng đoàn.", "Thành viên: Ngô Đức Thịnh, NGÔ ĐỨC THỊNH."});
  Task task;
  task.content.text = "Ngô Đức Thịnh rà soát";
  plan.tasks = {task};
  const Plan clean = redacted(plan);
  EXPECT_EQ(clean.body.text, "Ông […] là trưởng đoàn.\nThành viên: […], […].\n");
  EXPECT_EQ(clean.tasks.front().content.text, "[…] rà soát");
}

TEST(Redaction, TellsPeopleFromPlaces) {
  EXPECT_EQ(redacted_text("Sửa đường Lê Văn Sỹ, thành phố Hồ Chí Minh"),
            "Sửa đường Lê Văn Sỹ, thành phố Hồ Chí Minh");
  EXPECT_EQ(redacted_text("pháp chế (Cô Oanh) làm đầu mối"), "pháp chế (Cô […]) làm đầu mối");
  EXPECT_EQ(redacted_text("liên hệ ThS. Phan Thị Mây, điện thoại 0900 000 123, ptmay@example.vn"),
            "liên hệ ThS. […], điện thoại […], […]");
}

TEST(Redaction, ClearsStampsAndFileNames) {
  Plan plan = plan_of({"Bà Đinh Thị Xuân chủ trì."});
  plan.source.file = "Đinh Thị Xuân.pdf";
  plan.body.zones.front().nodes.emplace_back(Mark{MarkKind::stamp, "Ký bởi: Vũ Minh Hạnh", 1, {}});
  plan.body.zones.front().nodes.emplace_back(Mark{MarkKind::running_head, "Đinh Thị Xuân", 1, {}});
  plan.diagnostics = {{"reading-mended", {"1", "Dinh Thi Xuân", "Đinh Thị Xuân"}, 1, {}}};
  const std::string xml = to_xml(redacted(plan));
  EXPECT_THAT(xml, Not(HasSubstr("Vũ Minh Hạnh")));
  EXPECT_THAT(xml, Not(HasSubstr("Đinh Thị Xuân")));
}

}  // namespace
}  // namespace trichyeu
