// An archive that is small enough to count by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/register/outputs.h"
#include "tools/register/audit_mentions.h"
#include "tools/register/audit_tasks.h"
#include "tools/register/audit_works.h"
#include "tools/register/finding_counts.h"
#include "tools/register/reports.h"
#include "tools/register/search.h"
#include "tools/register/status_findings.h"

namespace trichyeu {
namespace {

using testing::Archive;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::output_of;
using ::testing::Pair;
using testing::plan_text;
using ::testing::SizeIs;

class Audits : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = new Archive;
    archive_->add(
        "a.xml",
        output_of(plan_text(
            "12/KH-UBND", "05/01/2023",
            "Căn cứ Nghị định số 5/2021/NĐ-CP ngày 03/02/2021 của Chính phủ về quản lý bến bãi;\n\n"
            "Căn cứ Quyết định số 45/QĐ-UBND ngày 10/01/2022 của Ủy ban nhân dân tỉnh Đại An;\n\n"
            "I. NHIỆM VỤ\n\n1. Rà soát các bến bãi ven sông trên địa bàn tỉnh.\n\n"
            "- Cơ quan chủ trì: Sở Giao thông vận tải.\n\n"
            "- Thời gian hoàn thành: Quý I năm 2023.\n\n"
            "2. Tuyên truyền quy định về bến bãi.\n")));
    archive_->add(
        "b.xml",
        output_of(plan_text(
            "77/KH-UBND", "09/05/2023",
            "Căn cứ Nghị định số 05/2021/NĐ-CP ngày 13/02/2021 của Chính phủ;\n\n"
            "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 05/01/2023 của Ủy ban nhân dân tỉnh "
            "Đại An.\n\n"
            "I. NHIỆM VỤ\n\n1. Rà soát các bến bãi ven sông trên địa bàn tỉnh.\n\n"
            "- Cơ quan chủ trì: Sở Xây dựng.\n\n"
            "- Thời gian hoàn thành: trước ngày 30/6/2023.\n")));
    archive_->add(
        "c.xml",
        output_of(plan_text(
            "90/KH-UBND", "20/07/2023",
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2023 của Ủy ban nhân dân tỉnh Đại An và "
            "Luật Bến bãi ven sông.\n\n"
            "I. NHIỆM VỤ\n\n1. Mở lớp tập huấn chuyển đổi số.\n")));
    archive_->add(
        "d.xml",
        output_of(plan_text("91/KH-UBND", "25/07/2023",
                            "I. NHIỆM VỤ\n\n1. Rà soát các bến bãi ven sông trên địa bàn tỉnh.\n\n"
                            "- Cơ quan chủ trì: Sở Giao thông vận tải.\n\n"
                            "- Thời gian hoàn thành: trước ngày 30/9/2023.\n")));
    archive_->index();
    opened_ = new Register(std::move(Register::open(archive_->register_path())).value());
  }
  static void TearDownTestSuite() {
    delete opened_;
    delete archive_;
  }
  static Database& database() { return opened_->database(); }

  static Archive* archive_;
  static Register* opened_;
};
Archive* Audits::archive_ = nullptr;
Register* Audits::opened_ = nullptr;

TEST_F(Audits, CountWorksByCitingDocuments) {
  const auto works = cited_works(database(), {});
  EXPECT_EQ(works.total, 4);
  EXPECT_EQ(works.rows[0].documents, 2);
  EXPECT_EQ(works.rows[1].documents, 2);
  AuditFilter decrees;
  decrees.kind = "nghị định";
  const auto filtered = cited_works(database(), decrees);
  ASSERT_THAT(filtered.rows, SizeIs(1));
  EXPECT_EQ(filtered.rows[0].key, "vbqppl:nghi-dinh:cp:2021:5");
  EXPECT_EQ(filtered.rows[0].mentions, 2);
  EXPECT_FALSE(filtered.rows[0].in_archive);
  AuditFilter old;
  old.year = 2022;
  EXPECT_EQ(cited_works(database(), old).total, 1);
}

TEST_F(Audits, GroupWorks) {
  const auto kinds = work_groups(database(), Grouping::kind, {});
  EXPECT_EQ(kinds.total, 4);
  const auto years = work_groups(database(), Grouping::year, {});
  ASSERT_EQ(years.total, 4);  // 2021, 2022, 2023 and unknown
  EXPECT_EQ(years.rows[0].mentions, 2);
}

TEST_F(Audits, QuoteWhereAWorkIsCited) {
  const auto works = works_of_number(database(), "12/KH-UBND");
  ASSERT_THAT(works, SizeIs(1));
  EXPECT_TRUE(works[0].in_archive);
  const auto mentions = mentions_of(database(), {works[0].id}, {});
  ASSERT_EQ(mentions.total, 2);
  EXPECT_EQ(mentions.rows[0].quote.document, "b.xml");
  EXPECT_EQ(mentions.rows[0].role, "replaces");
  EXPECT_EQ(mentions.rows[0].citing_number, "77/KH-UBND");
  EXPECT_THAT(mentions.rows[0].quote.line,
              HasSubstr("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND"));
  EXPECT_EQ(mentions.rows[0].quote.from_point, 22U);
  EXPECT_EQ(mentions.rows[1].quote.document, "c.xml");
}

TEST_F(Audits, FindWorksByABeginningOfTheirNumber) {
  EXPECT_THAT(works_of_number(database(), "05/2021"), SizeIs(1));
  EXPECT_THAT(works_of_number(database(), "12"), SizeIs(1));
  EXPECT_THAT(works_of_number(database(), "1"), IsEmpty());
  EXPECT_THAT(works_of_number(database(), ""), IsEmpty());
}

TEST_F(Audits, TellConflictsOfDates) {
  const auto found = conflicts(database(), {});
  EXPECT_EQ(found.total, 1);
  ASSERT_THAT(found.rows, SizeIs(2));
  EXPECT_EQ(found.rows[0].date, "2021-02-03");
  EXPECT_EQ(found.rows[1].date, "2021-02-13");
}

TEST_F(Audits, TellWhatIsUnresolved) {
  const auto works = unresolved_works(database(), {});
  ASSERT_THAT(works.rows, SizeIs(1));
  EXPECT_THAT(works.rows[0].form, HasSubstr("Luật Bến bãi"));
}

TEST_F(Audits, TellWhichTasksHoldNoMore) {
  const auto plans = superseded_plans(database(), {});
  ASSERT_THAT(plans.rows, SizeIs(1));
  EXPECT_EQ(plans.rows[0].number, "12/KH-UBND");
  EXPECT_EQ(plans.rows[0].standing, "replaced");
  EXPECT_EQ(plans.rows[0].by, "77/KH-UBND");
  EXPECT_EQ(plans.rows[0].tasks, 2);
  const auto overdue = overdue_tasks(database(), "2023-07-01", {});
  ASSERT_THAT(overdue.rows, SizeIs(1));
  EXPECT_EQ(overdue.rows[0].plan, "77/KH-UBND");
  EXPECT_EQ(overdue.rows[0].lead, "Sở Xây dựng");
}

TEST_F(Audits, CountTheDayBeforeAnExclusiveOne) {
  EXPECT_EQ(overdue_tasks(database(), "2023-06-29", {}).total, 0);
  EXPECT_EQ(overdue_tasks(database(), "2023-06-30", {}).total, 1);
}

TEST_F(Audits, TellCitationsOfWhatTheArchiveReplaced) {
  const auto found = archive_findings(database(), {});
  ASSERT_THAT(found.listing.rows, SizeIs(1));
  EXPECT_EQ(found.listing.rows[0].quote.document, "c.xml");
  EXPECT_EQ(found.listing.rows[0].says, "77/KH-UBND");
}

TEST_F(Audits, CompareWithAStatusFile) {
  const auto file = StatusFile::parse(
      "so_hieu\tloai\tngay_ban_hanh\tngay_hieu_luc\ttinh_trang\tngay_het_hieu_luc\tten\n"
      "5/2021/NĐ-CP\tNghị định\t03/02/2021\t01/4/2021\tHết hiệu lực toàn bộ\t01/03/2023\t"
      "Về phí thăm quan bảo tàng, khu di tích\n");
  ASSERT_TRUE(file.ok());
  const auto found = status_findings(database(), *file, {});
  std::vector<std::pair<Finding, std::string>> rows;
  for (const auto& row : found.listing.rows) rows.emplace_back(row.finding, row.quote.document);
  EXPECT_THAT(rows, Contains(Pair(Finding::expired, "b.xml")));  // a.xml is older
  EXPECT_THAT(rows, Not(Contains(Pair(Finding::expired, "a.xml"))));
  EXPECT_THAT(rows, Contains(Pair(Finding::date_differs, "b.xml")));
  EXPECT_THAT(rows, Contains(Pair(Finding::title_differs, "a.xml")));
  EXPECT_EQ(found.counts[static_cast<std::size_t>(Finding::unknown)], 2);
}

TEST(StatusFindings, OfManyUnknownWorksTheMostCitedAreListed) {
  std::string body;
  for (int number = 11; number <= 19; ++number) {
    for (int times = 10; times < number; ++times)
      body += "Căn cứ Nghị định số " + std::to_string(number) + "/2021/NĐ-CP của Chính phủ;\n\n";
  }
  Archive archive;
  archive.add("a.xml", output_of(plan_text("12/KH-UBND", "05/01/2023", body)));
  archive.index();
  const Result<Register> opened = Register::open(archive.register_path());
  ASSERT_TRUE(opened.ok());
  const auto file = StatusFile::parse("so_hieu,tinh_trang\n1/2020/NĐ-CP,Còn hiệu lực\n");
  AuditFilter filter;
  filter.limit = 2;
  const auto found = status_findings(opened->database(), *file, filter);
  EXPECT_EQ(found.listing.total, 9);
  ASSERT_THAT(found.listing.rows, SizeIs(2));
  EXPECT_EQ(found.listing.rows[0].number, "19/2021/NĐ-CP");
  EXPECT_EQ(found.listing.rows[1].number, "18/2021/NĐ-CP");
  filter.limit = 0;
  EXPECT_THAT(status_findings(opened->database(), *file, filter).listing.rows, SizeIs(9));
}

TEST_F(Audits, TellWhatHadExpiredInPart) {
  const auto file = StatusFile::parse(
      "so_hieu,tinh_trang,ngay_het_hieu_luc\n5/2021/NĐ-CP,Hết hiệu lực một phần,01/03/2023\n");
  const auto found = status_findings(database(), *file, {});
  EXPECT_EQ(found.counts[static_cast<std::size_t>(Finding::partly_expired)], 1);  // a.xml is older
  EXPECT_EQ(found.counts[static_cast<std::size_t>(Finding::expired)], 0);
}

TEST_F(Audits, TellWhatWasNotYetInForce) {
  const auto file = StatusFile::parse(
      "so_hieu,tinh_trang,ngay_hieu_luc\n5/2021/NĐ-CP,Chưa có hiệu lực,01/02/2023\n");
  const auto found = status_findings(database(), *file, {});
  EXPECT_EQ(found.counts[static_cast<std::size_t>(Finding::not_in_force)], 1);
}

TEST_F(Audits, SumTasksUpByUnitAndMonth) {
  const auto units = unit_loads(database(), "2026-01-01", {});
  ASSERT_EQ(units.total, 2);
  EXPECT_EQ(units.rows[0].name, "Sở Giao thông vận tải");
  EXPECT_EQ(units.rows[0].today, "Sở Xây dựng");
  EXPECT_EQ(units.rows[0].leads, 1);  // that of the replaced plan is out
  EXPECT_EQ(units.rows[1].today, "");
  const auto months = month_loads(database(), {});
  ASSERT_EQ(months.total, 2);
  EXPECT_EQ(months.rows[0].month, "2023-06");  // that of the replaced plan is out
}

TEST_F(Audits, TellWhatTasksLack) {
  EXPECT_EQ(tasks_without_lead(database(), {}).total, 1);  // that of the replaced plan is out
  EXPECT_EQ(tasks_without_deadline(database(), {}).total, 1);
  const auto repeated = repeated_tasks(database(), {});
  EXPECT_EQ(repeated.total, 1);
  ASSERT_THAT(repeated.rows, SizeIs(2));
  EXPECT_EQ(repeated.rows[0].quote.document, "b.xml");
  EXPECT_EQ(repeated.rows[1].quote.document, "d.xml");
}

TEST_F(Audits, SearchWithAndWithoutMarks) {
  for (const char* words : {"bến bãi", "ben bai", "BẾN BÃI", "\"bến bãi ven sông\""})
    EXPECT_GT(search(database(), words, {}).total, 0) << words;
  EXPECT_EQ(search(database(), "bến bãi tập huấn", {}).total, 0);
  EXPECT_EQ(search(database(), "chuyen doi so", {}).total, 1);
  EXPECT_GT(search(database(), "12/KH-UBND", {}).total, 0);
  for (const char* hostile : {"\"", "*", "a OR", "NEAR(", "^", "-", ":"})
    EXPECT_GE(search(database(), hostile, {}).total, 0) << hostile;
  EXPECT_FALSE(database().problem());
}

TEST_F(Audits, AreCutToTheLimitAndCountAll) {
  AuditFilter one;
  one.limit = 1;
  EXPECT_THAT(cited_works(database(), one).rows, SizeIs(1));
  EXPECT_EQ(cited_works(database(), one).total, 4);
}

TEST_F(Audits, EveryReportHasACellForEachColumnAndWords) {
  const auto file = StatusFile::parse("so_hieu,ten\n5/2021/NĐ-CP,Bến bãi\n");
  for (const std::string_view name : report_names()) {
    ReportRequest request;
    request.report = name;
    request.day = "2024-01-01";
    request.words = "ben bai";
    request.works = {1};
    request.status = &*file;
    const ReportTable table = report(database(), request);
    EXPECT_EQ(table.name, name);
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << name;
    for (const char* language : {"vi", "en"}) {
      EXPECT_NE(report_word("report." + std::string(name), language), name);
      for (const ReportColumn& column : table.columns) {
        EXPECT_FALSE(report_word("column." + std::string(column.name), language).empty());
      }
    }
    EXPECT_FALSE(database().problem()) << name << ": " << database().problem()->message;
  }
}

TEST_F(Audits, CountFindingsForAGate) {
  const auto counts = finding_counts(database(), "2023-07-01", nullptr, {});
  EXPECT_THAT(counts, Contains(Pair("conflict", 1)));
  EXPECT_THAT(counts, Contains(Pair("replaced", 1)));
  EXPECT_THAT(counts, Contains(Pair("overdue", 1)));
  EXPECT_THAT(counts, Contains(Pair("repeated", 1)));
  EXPECT_THAT(finding_counts(database(), "2023-07-01", nullptr, {"overdue"}),
              ElementsAre(Pair("overdue", 1)));
}

TEST(ReportTable, ComesAsTextCsvAndJson) {
  const ReportTable table{"works",
                          {{"number", ColumnKind::text},
                           {"mentions", ColumnKind::number},
                           {"role", ColumnKind::word},
                           {"line", ColumnKind::quote}},
                          {{"=1+1", "7", "basis", "Một, \"hai\""}, {"", "12", "", ""}},
                          2};
  EXPECT_EQ(to_csv(table),
            "number,mentions,role,line\r\n'=1+1,7,basis,\"Một, \"\"hai\"\"\"\r\n,12,,\r\n");
  EXPECT_THAT(to_json(table), HasSubstr("\"mentions\": 7"));
  EXPECT_THAT(to_json(table), HasSubstr("\"number\": null"));
  const std::string text = to_text(table, "en");
  EXPECT_THAT(text, HasSubstr("Cited works: 2\n"));
  EXPECT_THAT(text, HasSubstr("=1+1           7  basis\n    │ Một, \"hai\"\n"));
}

}  // namespace
}  // namespace trichyeu
