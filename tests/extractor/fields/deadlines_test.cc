#include <gtest/gtest.h>

#include "extractor/fields/fields.h"
#include "tests/support/plain_tree.h"

namespace trichyeu {
namespace {

const Grammars& built_in() {
  static const Result<Grammars> grammars = Grammars::load();
  if (!grammars.ok()) throw std::runtime_error(grammars.error().message);
  return grammars.value();
}

TimeContext plan_of_2024() {
  TimeContext context;
  context.year = 2024;
  context.year_source = "year from the plan";
  context.issued = "2024-03-01";
  return context;
}

// "due ..2024-12-05 | text", one line each.
std::string shown(const std::vector<Deadline>& deadlines) {
  std::string out;
  for (const Deadline& deadline : deadlines) {
    if (!out.empty()) out += '\n';
    out += name_of(deadline.kind);
    out += " " + deadline.start + ".." + deadline.end + deadline.recurrence + deadline.duration;
    if (deadline.exclusive) out += " exclusive";
    out += " | " + deadline.value.text;
  }
  return out;
}

std::string found(const std::string& text, bool labelled,
                  const std::vector<ByteSpan>& masked = {}) {
  const DocumentTree tree = testing::plain_tree(text);
  return shown(
      extract_deadlines({0, text.size()}, labelled, tree, plan_of_2024(), masked, built_in()));
}
std::string labelled(const std::string& text) { return found(text, true); }
std::string running(const std::string& text) { return found(text, false); }

TEST(LabelledDeadlines, OneDateMakesTheWholeValueItsText) {
  EXPECT_EQ(labelled("Theo đề nghị của các xã, từ năm 2024 - 2026."),
            "interval 2024-01-01..2026-12-31 | Theo đề nghị của các xã, từ năm 2024 - 2026");
  EXPECT_EQ(labelled("Thực hiện thường xuyên các năm;"),
            "ongoing .. | Thực hiện thường xuyên các năm");
}

TEST(LabelledDeadlines, SeveralDatesAreSeveralDeadlinesThatShareAYear) {
  EXPECT_EQ(
      labelled("Dự thảo: tháng 5; ban hành: tháng 6/2023"),
      "interval 2023-05-01..2023-05-31 | tháng 5\ninterval 2023-06-01..2023-06-30 | tháng 6/2023");
  EXPECT_EQ(labelled("Tháng 3 và tháng 9"),
            "interval 2024-03-01..2024-03-31 | Tháng 3\ninterval 2024-09-01..2024-09-30 | tháng 9");
}

TEST(LabelledDeadlines, ADurationStandsBesideADate) {
  EXPECT_EQ(labelled("18 tháng, xong trước 30/6/2025"),
            "relative ..P18M | 18 tháng\n"
            "due ..2025-06-30 exclusive | trước 30/6/2025");
}

TEST(LabelledDeadlines, WithoutADateAnOccasionOrNothing) {
  EXPECT_EQ(labelled("Khi có yêu cầu"), "relative .. | Khi có yêu cầu");
  EXPECT_EQ(labelled("Theo lịch của Ban Tổ chức giải"),
            "relative .. | Theo lịch của Ban Tổ chức giải");
  EXPECT_EQ(labelled("Kịp thời"), "unparsed .. | Kịp thời");
  EXPECT_EQ(labelled(" . "), "");
}

TEST(LabelledDeadlines, AnEventKeepsItsOwnYear) {
  EXPECT_EQ(labelled("Sau khi sơ kết mỗi năm học"), "relative .. | Sau khi sơ kết mỗi năm học");
  EXPECT_EQ(labelled("Sau khi có hướng dẫn, trước 30/6"),
            "due ..2024-06-30 exclusive | Sau khi có hướng dẫn, trước 30/6");
}

TEST(LabelledDeadlines, AVagueTimeExplainsAnExactOne) {
  EXPECT_EQ(labelled("dịp hè, từ tháng 6 đến tháng 7"),
            "interval 2024-06-01..2024-07-31 | dịp hè, từ tháng 6 đến tháng 7");
  EXPECT_EQ(labelled("Thường xuyên; báo cáo trước 15/12"),
            "ongoing .. | Thường xuyên\ndue ..2024-12-15 exclusive | trước 15/12");
}

TEST(LabelledDeadlines, TwoDaysOfAYearAreOneRuleWhereTheirNumbersAreEqual) {
  EXPECT_EQ(labelled("trước ngày 10/6 và 10/12 hằng năm"),
            "recurring ..FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10 exclusive | trước ngày 10/6 và "
            "10/12 hằng năm");
  EXPECT_EQ(labelled("trước ngày 10/6 và 05/12 hằng năm"),
            "recurring ..FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10 exclusive | trước ngày 10/6\n"
            "recurring ..FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5 exclusive | 05/12 hằng năm");
}

TEST(LabelledDeadlines, ADayThatIsNotThereIsUnparsed) {
  EXPECT_EQ(labelled("trước ngày 31/02/2024"), "unparsed .. | trước ngày 31/02/2024");
}

TEST(LabelledDeadlines, WithoutAYearADateIsUnparsed) {
  const std::string text = "Tháng 6";
  const auto deadlines = extract_deadlines({0, text.size()}, true, testing::plain_tree(text),
                                           TimeContext{}, {}, built_in());
  EXPECT_EQ(shown(deadlines), "unparsed .. | Tháng 6");
}

TEST(LabelledDeadlines, ALentYearLiesInThePlansPeriod) {
  const std::string text = "Tháng 10, tháng 3";
  TimeContext school_year;
  school_year.year = 2024;
  school_year.period_start = "2024-09-05";
  school_year.period_end = "2025-05-31";
  EXPECT_EQ(shown(extract_deadlines({0, text.size()}, true, testing::plain_tree(text), school_year,
                                    {}, built_in())),
            "interval 2024-10-01..2024-10-31 | Tháng 10\n"
            "interval 2025-03-01..2025-03-31 | tháng 3");
}

TEST(LabelledDeadlines, AFeastWithoutAYearIsTheNextToCome) {
  EXPECT_EQ(labelled("trước Tết Nguyên đán"), "due ..2025-01-29 exclusive | trước Tết Nguyên đán");
  EXPECT_EQ(labelled("trước Tết Nguyên đán Bính Ngọ"),
            "due ..2026-02-17 exclusive | trước Tết Nguyên đán Bính Ngọ");
  EXPECT_EQ(labelled("Tết Dương lịch 2026"),
            "interval 2026-01-01..2026-01-01 | Tết Dương lịch 2026");
}

TEST(LabelledDeadlines, ALunarDayIsConvertedAsFarAsTheCalendarGoes) {
  EXPECT_EQ(labelled("ngày 10/3 âm lịch"), "interval 2024-04-18..2024-04-18 | ngày 10/3 âm lịch");
  // The year of a leap month: the sixth comes twice.
  EXPECT_EQ(labelled("rằm tháng Tám năm 2025"),
            "interval 2025-10-06..2025-10-06 | rằm tháng Tám năm 2025");
  EXPECT_EQ(labelled("ngày 10/3/1995 âm lịch"), "unparsed .. | ngày 10/3/1995 âm lịch");
}

TEST(LabelledDeadlines, AStatusOrATickIsNone) {
  EXPECT_EQ(labelled("Đã hoàn thành"), "");
  EXPECT_EQ(labelled("x"), "");
}

TEST(LabelledDeadlines, OngoingWorkAndItsReportAreTwo) {
  EXPECT_EQ(labelled("Thường xuyên, định kỳ báo cáo trước ngày 20 hằng tháng"),
            "ongoing .. | Thường xuyên\n"
            "recurring ..FREQ=MONTHLY;BYMONTHDAY=20 exclusive | trước ngày 20 hằng tháng");
}

TEST(LabelledDeadlines, ALentYearIsSaid) {
  const std::string text = "Quý IV";
  const auto deadlines = extract_deadlines({0, text.size()}, true, testing::plain_tree(text),
                                           plan_of_2024(), {}, built_in());
  ASSERT_EQ(deadlines.size(), 1U);
  EXPECT_EQ(deadlines[0].end, "2024-12-31");
  EXPECT_EQ(deadlines[0].assumption, "year from the plan");
  EXPECT_EQ(deadlines[0].value.rule, "deadlines.fine-period");
}

TEST(RunningDeadlines, LimitsCountAnywhere) {
  EXPECT_EQ(running("Gửi báo cáo về Phòng Nội vụ trước ngày 05/12/2024 để tổng hợp."),
            "due ..2024-12-05 exclusive | trước ngày 05/12/2024");
  EXPECT_EQ(running("Trình Ủy ban chậm nhất ngày 20/11, đúng mẫu."),
            "due ..2024-11-20 | chậm nhất ngày 20/11");
}

TEST(RunningDeadlines, YearsCountAtTheOpening) {
  EXPECT_EQ(running("a) Năm 2025, mở rộng ra các xã còn lại."),
            "interval 2025-01-01..2025-12-31 | Năm 2025");
  EXPECT_EQ(running("Từ năm 2020 trở đi, duy trì kho dữ liệu."),
            "open 2020-01-01.. | Từ năm 2020 trở đi");
  EXPECT_EQ(running("Thực hiện chủ đề công tác năm 2025 của huyện"), "");
}

TEST(RunningDeadlines, EveryYearCountsAfterAReportNotAfterAPlan) {
  EXPECT_EQ(running("Lập báo cáo kết quả hằng năm gửi Sở Nội vụ."),
            "recurring ..FREQ=YEARLY | hằng năm");
  EXPECT_EQ(running("Báo cáo kết quả thực hiện Kế hoạch này hằng năm."),
            "recurring ..FREQ=YEARLY | hằng năm");
  EXPECT_EQ(running("Hằng năm tổ chức hội thi cấp xã."), "recurring ..FREQ=YEARLY | Hằng năm");
  EXPECT_EQ(running("Đưa vào chương trình công tác hằng năm của đơn vị."), "");
  EXPECT_EQ(running("Rà soát. Lập dự toán kinh phí hằng năm."), "");
  EXPECT_EQ(running("Bố trí cán bộ trực hằng năm."), "");
}

TEST(RunningDeadlines, ShorterTermsCountButAfterAPlan) {
  EXPECT_EQ(running("Cung cấp số liệu cho Sở hằng quý."),
            "recurring ..FREQ=MONTHLY;INTERVAL=3 | hằng quý");
  EXPECT_EQ(running("Duyệt kế hoạch hằng tháng của các tổ."), "");
  EXPECT_EQ(running("Mở cửa 04 buổi mỗi tuần."), "");
}

TEST(RunningDeadlines, DaysAfterARecurrenceComeEveryYear) {
  EXPECT_EQ(running("Định kỳ 6 tháng báo cáo Sở trước ngày 15 tháng 6, trước ngày 01 tháng 12."),
            "recurring ..FREQ=MONTHLY;INTERVAL=6 | Định kỳ 6 tháng\n"
            "recurring ..FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15 exclusive | trước ngày 15 tháng 6\n"
            "recurring ..FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1 exclusive | trước ngày 01 tháng 12");
  EXPECT_EQ(running("Giao ban hằng tháng. Nộp hồ sơ trước 15/6"),
            "recurring ..FREQ=MONTHLY | hằng tháng\ndue ..2024-06-15 exclusive | trước 15/6");
}

TEST(RunningDeadlines, WhatIsOverIsNotDue) {
  EXPECT_EQ(running("Nhân rộng mô hình làm trong năm 2022."), "");
  EXPECT_EQ(running("Lễ kỷ niệm (28/3/1935 - 28/3/2025)"), "");
  EXPECT_EQ(running("Khai mạc hội thi ngày 12/5/2024 tại nhà văn hóa."),
            "interval 2024-05-12..2024-05-12 | ngày 12/5/2024");
  EXPECT_EQ(running("Theo kết luận của cuộc họp ngày 12/1/2024 tại xã."), "");
}

TEST(RunningDeadlines, AConjunctionSharesTheTime) {
  EXPECT_EQ(running("Chi trả trong tháng 5 và tháng 9 tại xã."),
            "interval 2024-05-01..2024-05-31 | tháng 5\n"
            "interval 2024-09-01..2024-09-30 | tháng 9");
}

TEST(RunningDeadlines, ARiderIsDroppedBesideADate) {
  EXPECT_EQ(running("Báo cáo nhanh hằng ngày trong đợt thi."),
            "recurring ..FREQ=DAILY | hằng ngày");
  EXPECT_EQ(running("Cử người trực trong đợt thi."), "relative .. | trong đợt thi");
}

TEST(RunningDeadlines, AdverbsAndNamesAreNone) {
  EXPECT_EQ(running("Thường xuyên kiểm tra bếp ăn."), "");
  EXPECT_EQ(running("Thực hiện Đề án “Làng văn hóa từ tháng 1 đến tháng 6 năm 2024” trên địa bàn"),
            "");
  EXPECT_EQ(running("Sai sót không quá 2/1.000 trường; xếp loại cuối năm"), "");
  EXPECT_EQ(running("Đạt mức độ 3, 4 và 90% hồ sơ; trẻ dưới 24 tháng tuổi"), "");
}

TEST(RunningDeadlines, MaskedSpansHoldNone) {
  const std::string text = "Theo Kế hoạch số 7/KH-SNV trước ngày 05/12/2024, báo cáo.";
  const std::size_t from = text.find("trước");
  EXPECT_EQ(found(text, false, {{from, text.find(',')}}), "");
  EXPECT_NE(found(text, false), "");
}

TEST(RunningDeadlines, PlacesAreOfTheDocument) {
  const std::string text = "Mở đầu.\nNộp trước ngày 5/6 nhé";
  const DocumentTree tree = testing::plain_tree(text);
  const ByteSpan second = tree.blocks[1].bytes;
  const auto deadlines = extract_deadlines(second, false, tree, plan_of_2024(), {}, built_in());
  ASSERT_EQ(deadlines.size(), 1U);
  EXPECT_EQ(deadlines[0].value.place.bytes.of(tree.text), deadlines[0].value.text);
  EXPECT_EQ(deadlines[0].value.place.block, tree.blocks[1].id);
}

}  // namespace
}  // namespace trichyeu
