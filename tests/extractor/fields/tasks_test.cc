#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "extractor/convert.h"
#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A task as a clerk would enter it: path | lead | coordinating | deadlines' kinds.
std::vector<std::string> tasks_of(std::string_view body) {
  const std::string text = "KẾ HOẠCH\nThí điểm năm 2024\n" + std::string(body);
  const Conversion run = convert(testing::source_of(text), testing::built_in_grammars());
  std::vector<std::string> out;
  for (const Task& task : run.plans.front().tasks) {
    std::string line = task.path + " |";
    for (const Unit& unit : task.lead) line += " [" + unit.value.text + "]";
    line += " |";
    for (const Unit& unit : task.coordinating) line += " [" + unit.value.text + "]";
    line += " |";
    for (const Deadline& deadline : task.deadlines)
      line += " " + std::string(name_of(deadline.kind));
    out.push_back(line);
  }
  return out;
}

std::string content_of(std::string_view body) {
  const std::string text = "KẾ HOẠCH\nThí điểm năm 2024\n" + std::string(body);
  const Conversion run = convert(testing::source_of(text), testing::built_in_grammars());
  return run.plans.front().tasks.empty() ? "" : run.plans.front().tasks.front().content.text;
}

TEST(Tasks, LabelledLinesAreFieldsOfTheItemAboveThem) {
  EXPECT_THAT(
      tasks_of(
          "II. NHIỆM VỤ\n1. Nâng cao nhận thức\na) Rà soát tài liệu.\n- Đơn vị chủ trì: Thanh tra "
          "Sở.\n"
          "- Đơn vị phối hợp: Văn phòng Sở; Sở Tư pháp.\n- Thời gian thực hiện: Thường xuyên.\n"),
      ElementsAre("II.1.a | [Thanh tra Sở] | [Văn phòng Sở] [Sở Tư pháp] | ongoing"));
}

TEST(Tasks, LabelsMayBeNumberedItemsThemselves) {
  EXPECT_THAT(
      tasks_of(
          "III. NHIỆM VỤ\n1. Tăng cường\n1.1. Kết nối thư viện\n1.1.1. Nội dung hoạt động\n- Kết "
          "nối mạng.\n"
          "1.1.2. Thời gian thực hiện: Năm 2024\n1.1.3. Trách nhiệm thực hiện: Phòng Văn hóa\n"),
      ElementsAre("III.1.1 | [Phòng Văn hóa] | | interval"));
}

TEST(Tasks, ContentLeavesLabelledLinesAndLabelWordsOut) {
  EXPECT_EQ(
      content_of(
          "III. NHIỆM VỤ\n1. Kết nối thư viện\n1.1. Nội dung hoạt động: Kết nối mạng nội bộ.\n"
          "1.2. Thời gian thực hiện: Năm 2024\n"),
      "Kết nối thư viện Kết nối mạng nội bộ.");
}

TEST(Tasks, SectionsOfPurposeAndBudgetHoldNone) {
  EXPECT_THAT(
      tasks_of(
          "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao nhận thức.\n2. Yêu cầu: đúng tiến độ.\n"
          "II. KINH PHÍ THỰC HIỆN\n1. Sử dụng ngân sách nhà nước.\n"),
      IsEmpty());
}

TEST(Tasks, AScheduleHasTasksInItsTableAlone) {
  EXPECT_THAT(tasks_of("3. Thời gian và địa điểm khảo sát:\n- Xe đi từ trụ sở.\n"
                       "| TT | Tên cơ sở | Địa chỉ | Thời gian |\n|---|---|---|---|\n"
                       "| 1 | Nhà thuốc An Lành | Số 4 | 08h00 - 11h00, ngày 05/3/2024 |\n"
                       "| 2 | Phòng khám nội tổng hợp | Số 5 | 14h00 - 17h00, ngày 05/3/2024 |\n"),
              ElementsAre("3#1 | | | interval", "3#2 | | | interval"));
}

TEST(Tasks, AUnitsHeadingLeadsWhatStandsUnderIt) {
  EXPECT_THAT(tasks_of("IV. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n- Theo dõi, đôn đốc.\n- Phối hợp "
                       "với Sở Nội vụ để rà soát.\n"
                       "2. Các phòng chuyên môn\nXây dựng kế hoạch chi tiết.\n"),
              ElementsAre("IV.1#1 | [Văn phòng Sở] | |", "IV.1#2 | [Văn phòng Sở] | [Sở Nội vụ] |",
                          "IV.2 | [Các phòng chuyên môn] | |"));
}

TEST(Tasks, ABulletWithItsOwnDoerIsLedByIt) {
  EXPECT_THAT(
      tasks_of("IV. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n- Thanh tra Sở chủ trì kiểm tra.\n"),
      ElementsAre("IV.1#1 | [Thanh tra Sở] | |"));
}

TEST(Tasks, AStemOverBulletsLeadsThem) {
  EXPECT_THAT(tasks_of("IV. TỔ CHỨC THỰC HIỆN\n1. Giao Phòng Nghiệp vụ làm đầu mối, có trách "
                       "nhiệm:\n- Hướng dẫn các đơn vị.\n"
                       "- Tổng hợp báo cáo.\n"),
              ElementsAre("IV.1#1 | [Phòng Nghiệp vụ] | |", "IV.1#2 | [Phòng Nghiệp vụ] | |"));
}

TEST(Tasks, InlineAssignments) {
  EXPECT_THAT(
      tasks_of("II. NHIỆM VỤ\n1. Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ và UBND các huyện rà "
               "soát.\n"
               "2. Việc thẩm định do Sở Tài chính chủ trì, Sở Nội vụ phối hợp.\n"
               "3. Các trường phối hợp với Công an xã tuyên truyền.\n"),
      ElementsAre("II.1 | [Sở Y tế] | [Sở Nội vụ] [UBND các huyện] |",
                  "II.2 | [Sở Tài chính] | [Sở Nội vụ] |", "II.3 | [Các trường] | [Công an xã] |"));
}

TEST(Tasks, AUnitBeforeAColonLeadsTheWorkBehindIt) {
  EXPECT_THAT(
      tasks_of("IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Chủ trì, phối hợp với Sở Y tế theo dõi.\n"),
      ElementsAre("IV.1 | [Sở Nội vụ] | [Sở Y tế] |"));
}

TEST(Tasks, ATableUnderAnItemGivesItsRows) {
  EXPECT_THAT(tasks_of("I. NHIỆM VỤ\n2. Danh mục công việc\n| STT | Nội dung | Chủ trì | Thời gian "
                       "|\n|---|---|---|---|\n"
                       "| 1 | Rà soát | Sở A | Quý I |\n| 2 | Tổng hợp | Sở B | Quý II |\n"),
              ElementsAre("I.2#1 | [Sở A] | | interval", "I.2#2 | [Sở B] | | interval"));
}

TEST(Tasks, ALineOfATimeAloneHoldsForTheBulletsBelow) {
  EXPECT_THAT(tasks_of("II. NHIỆM VỤ\n2. Lịch tháng\nTháng 8/2024:\n- Mở hộp thư.\n"
                       "Tháng 9:\n- Chấm thi trước ngày 10/9/2024.\n"),
              ElementsAre("II.2#1 | | | interval", "II.2#2 | | | due"));
}

TEST(Tasks, LabelsInBracketsAreFields) {
  EXPECT_THAT(
      tasks_of("II. NHIỆM VỤ\n1. Mở quầy lưu động (Chủ trì: Trạm Y tế xã; Thời gian: Quý II).\n"),
      ElementsAre("II.1 | [Trạm Y tế xã] | | interval"));
}

TEST(Tasks, SeveralLabelsInOneLine) {
  EXPECT_THAT(tasks_of("II. NHIỆM VỤ\n1. Mở quầy lưu động.\nĐơn vị thực hiện: Trạm Y tế xã. Thời "
                       "gian: Quý I.\n"),
              ElementsAre("II.1 | [Trạm Y tế xã] | | interval"));
}

TEST(Tasks, RowsOfATableByTheirHeadings) {
  EXPECT_THAT(
      tasks_of("I. NHIỆM VỤ\n1. Chung.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n"
               "| STT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian "
               "|\n|---|---|---|---|---|\n"
               "| I | Nhóm một | | | |\n| 1 | Rà soát | Sở A | Sở B | Quý I/2024 |\n| 2 | Tổng hợp "
               "| nt | | Hằng năm |\n"),
      ElementsAre("I.1 | | |", "PL2.1 | [Sở A] | [Sở B] | interval",
                  "PL2.2 | [Sở A] | | recurring"));
}

// Paths of the rows of an annex whose first column reads so, its words with that confidence.
std::vector<std::string> paths_of(const std::vector<std::string>& numbers,
                                  double confidence = 0.9) {
  std::string text =
      "KẾ HOẠCH\nThí điểm năm 2024\nI. NHIỆM VỤ\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC I\nDANH MỤC NHIỆM "
      "VỤ\n| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n";
  for (const std::string& number : numbers) text += "| " + number + " | Rà soát | Sở A |\n";
  SourceText source = testing::source_of(text);
  for (const SourceLine& line : source.lines)
    source.words.push_back({line.bytes, line.page, {}, confidence});
  const Conversion run = convert(std::move(source), testing::built_in_grammars());
  std::vector<std::string> paths;
  for (const Task& task : run.plans.front().tasks) paths.push_back(task.path);
  return paths;
}

TEST(Tasks, RowsTakeTheNumberThatLiesBetweenThoseAroundThem) {
  EXPECT_THAT(paths_of({"1", "", "8", "4", "5"}),
              ElementsAre("PL1.1", "PL1.2", "PL1.3", "PL1.4", "PL1.5"));
  EXPECT_THAT(paths_of({"1", "2", "2,1", "2.2", "H", "4", "5"}),
              ElementsAre("PL1.1", "PL1.2", "PL1.2.1", "PL1.2.2", "PL1.3", "PL1.4", "PL1.5"));
  EXPECT_THAT(paths_of({"3", "4", "9", "7"}), ElementsAre("PL1.3", "PL1.4", "PL1.9", "PL1.7"))
      << "two numbers are missing, one row is there";
  EXPECT_THAT(paths_of({"1", "2", "8", "4"}, 1.0), ElementsAre("PL1.1", "PL1.2", "PL1.8", "PL1.4"))
      << "what a text prints stays";
}

TEST(Tasks, ArticlesThatSetInForceAreNoTasksButTheirParagraphsMayBe) {
  const Conversion run =
      convert(testing::source_of(
                  "QUYẾT ĐỊNH\nVề việc công bố danh mục\nCăn cứ Luật Thư viện;\nQUYẾT ĐỊNH:\n"
                  "Điều 1. Ban hành kèm theo Quyết định này danh mục.\n"
                  "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
                  "Giao Văn phòng Sở chủ trì, phối hợp với Sở Tài chính cập nhật danh mục.\n"
                  "Điều 3. Chánh Văn phòng Sở; Giám đốc các trung tâm chịu trách nhiệm thi hành "
                  "Quyết định này./.\n"),
              testing::built_in_grammars());
  ASSERT_EQ(run.plans.front().tasks.size(), 2U);
  EXPECT_EQ(run.plans.front().tasks[0].path, "Điều 2");
  EXPECT_EQ(run.plans.front().tasks[0].lead.at(0).value.text, "Văn phòng Sở");
  EXPECT_EQ(run.plans.front().tasks[1].path, "Điều 3");
  EXPECT_EQ(run.plans.front().tasks[1].lead.size(), 2U);
}

TEST(Tasks, EqualUnitsShareOneReference) {
  const Conversion run =
      convert(testing::source_of("KẾ HOẠCH\nThí điểm\nII. NHIỆM VỤ\n1. Việc một.\n- Chủ trì: Các "
                                 "phòng chuyên môn\n2. Việc hai.\n"
                                 "- Chủ trì: các phòng chuyên môn; Sở Y tế\n"),
              testing::built_in_grammars());
  ASSERT_EQ(run.plans.front().tasks.size(), 2U);
  EXPECT_EQ(run.plans.front().tasks[0].lead[0].ref, run.plans.front().tasks[1].lead[0].ref);
  EXPECT_NE(run.plans.front().tasks[1].lead[0].ref, run.plans.front().tasks[1].lead[1].ref);
}

TEST(Tasks, AbbreviationsOfTheDocumentAreWrittenOut) {
  const Conversion run =
      convert(testing::source_of("KẾ HOẠCH\nThí điểm\nI. NHIỆM VỤ\n1. Nâng cấp công nghệ thông tin "
                                 "(CNTT).\n- Chủ trì: Trung tâm CNTT\n"),
              testing::built_in_grammars());
  ASSERT_EQ(run.plans.front().tasks.size(), 1U);
  EXPECT_EQ(run.plans.front().tasks[0].lead[0].value.text, "Trung tâm CNTT");
  EXPECT_EQ(run.plans.front().tasks[0].lead[0].full, "Trung tâm công nghệ thông tin");
}

}  // namespace
}  // namespace trichyeu
