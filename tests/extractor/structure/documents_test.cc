#include "extractor/structure/documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"

namespace trichyeu {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view motto =
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";

const std::string letter =
    "UBND TỈNH ĐẠI AN\nSỞ Y TẾ\nSố: 412/SYT-NVY\nV/v triển khai Kế hoạch phòng, chống dịch\n" +
    std::string(motto) +
    "Đại An, ngày 22 tháng 3 năm 2023\nKính gửi: Trung tâm Y tế các huyện.\n"
    "Sở Y tế gửi Kế hoạch số 83/KH-SYT để các đơn vị triển khai thực hiện.\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nTRẦN VĂN LÂM\n";

const std::string plan =
    "UBND TỈNH ĐẠI AN\nSỞ Y TẾ\nSố: 83/KH-SYT\n" + std::string(motto) +
    "Đại An, ngày 22 tháng 3 năm 2023\nKẾ HOẠCH\nPhòng, chống dịch bệnh mùa hè năm 2023\n"
    "Thực hiện Kế hoạch số 12/KH-UBND, Sở Y tế xây dựng kế hoạch như sau:\n"
    "I. NHIỆM VỤ\n1. Giám sát ổ dịch tại các xã.\n- Đơn vị chủ trì: Phòng Nghiệp vụ Y.\n"
    "Nơi nhận:\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Hòa\n";

const std::string party_plan =
    "TỈNH ỦY ĐẠI AN\nHUYỆN ỦY VĨNH LỘC\n*\nSố 21-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Vĩnh Lộc, ngày 03 tháng 4 năm 2023\nKẾ HOẠCH\nkiểm tra, giám sát năm 2023\n"
    "I- NHIỆM VỤ\n1- Kiểm tra chuyên đề.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNgô Văn Minh\n";

const std::string decision =
    "ỦY BAN NHÂN DÂN\nTỈNH ĐẠI AN\nSố: 310/QĐ-UBND\n" + std::string(motto) +
    "Đại An, ngày 10 tháng 02 năm 2023\nQUYẾT ĐỊNH\nBan hành Kế hoạch phát triển chợ năm 2023\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT ĐỊNH:\n"
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển chợ năm 2023.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n"
    "Nơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐỗ Văn Nam\n";

// A plan with a letterhead of its own; `bracket` stands under its title.
std::string issued_plan(const std::string& bracket, const std::string& issuer = "TỈNH ĐẠI AN") {
  return "ỦY BAN NHÂN DÂN\n" + issuer + "\n" + std::string(motto) +
         "KẾ HOẠCH\nPhát triển chợ năm 2023\n" + bracket +
         "I. NHIỆM VỤ\n1. Rà soát quy hoạch chợ.\n- Cơ quan chủ trì: Sở Công Thương.\n";
}

std::vector<Document> documents_in(std::string_view text) {
  const SourceText source = testing::source_of(text);
  return documents_of(source, normalize(source), testing::built_in_grammars());
}

// The first and last line of each document, as the source counts them.
std::vector<std::pair<int, int>> extents(std::string_view text) {
  std::vector<std::pair<int, int>> found;
  for (const Document& document : documents_in(text))
    found.emplace_back(document.first_line, document.last_line);
  return found;
}

int lines_in(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Documents, OneIsTheWholeFile) {
  const std::vector<Document> documents = documents_in(plan);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].count, 1);
  EXPECT_EQ(documents[0].lines.size(), static_cast<std::size_t>(lines_in(plan)));
  EXPECT_THAT(documents[0].diagnostics, IsEmpty());
}

TEST(Documents, NothingIsOneToo) { EXPECT_EQ(documents_in("* * *\n").size(), 1U); }

TEST(Documents, PlanFollowsItsTransmittalLetter) {
  const std::vector<Document> documents = documents_in(letter + plan);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[1].number, 2);
  EXPECT_EQ(documents[1].count, 2);
  EXPECT_THAT(documents[1].diagnostics, IsEmpty());
  const int last = lines_in(letter);
  EXPECT_THAT(extents(letter + plan),
              ElementsAre(std::pair(1, last), std::pair(last + 1, lines_in(letter + plan))));
}

// The number's column may be read behind the motto's.
TEST(Documents, ColumnsOfALetterheadStandInAnyOrder) {
  std::string turned = plan;
  turned.replace(turned.find(motto), motto.size(), "");
  EXPECT_THAT(extents(letter + std::string(motto) + turned),
              ElementsAre(std::pair(1, lines_in(letter)), ::testing::_));
}

TEST(Documents, BeginAtThePartysLetterhead) {
  EXPECT_EQ(documents_in(plan + party_plan + party_plan).size(), 3U);
}

TEST(Documents, BeginWithoutAMottoWhereAllElseStands) {
  std::string without = plan;
  without.replace(without.find(motto), motto.size(), "");
  EXPECT_EQ(documents_in(letter + without).size(), 2U);
  without.replace(without.find("Đại An, ngày 22 tháng 3 năm 2023\n"), 40, "");
  EXPECT_EQ(documents_in(letter + without).size(), 1U);
}

TEST(Documents, OfHalfALetterheadSaySo) {
  const std::vector<Document> documents =
      documents_in(letter + "SỞ Y TẾ\n" + std::string(motto) + "KẾ HOẠCH\nTập huấn\nI. NHIỆM VỤ\n");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_THAT(documents[1].diagnostics,
              ElementsAre(::testing::Field(&Diagnostic::code, "document-start-unsure")));
}

TEST(Documents, NoneBeginsAtAMottoAlone) {
  EXPECT_EQ(
      documents_in(plan + std::string(motto) + "ĐƠN ĐỀ NGHỊ\nTôi tên là Lê Văn Bình.\n").size(),
      1U);
  EXPECT_EQ(documents_in(plan + "ĐẢNG CỘNG SẢN VIỆT NAM\nlà lực lượng lãnh đạo.\n").size(), 1U);
}

TEST(Documents, NoneBeginsAtAnAnnexThatRepeatsTheIssuer) {
  EXPECT_EQ(
      documents_in(plan + "UBND TỈNH ĐẠI AN\nSỞ Y TẾ\nPHỤ LỤC I\nDANH MỤC THUỐC\n"
                          "(Kèm theo Kế hoạch số 83/KH-SYT ngày 22/3/2023)\n1. Thuốc sát trùng\n")
          .size(),
      1U);
}

// What stands over, in and under the letterhead of a form.
TEST(Documents, NoneBeginsAtAForm) {
  const std::string head = std::string(motto) + "Đại An, ngày 01 tháng 9 năm 2023\n";
  const std::string report = "BÁO CÁO\nKết quả phòng, chống dịch\nKính gửi: Sở Y tế.\n";
  const std::string number = "Số: 15/BC-TTYT\n";
  for (const std::string& form :
       {"Mẫu số 02\nTRUNG TÂM Y TẾ HUYỆN\n" + number + head + report,
        "Phụ lục IIa\nMẪU BÁO CÁO\n(Kèm theo Kế hoạch số 83/KH-SYT)\nTRUNG TÂM Y TẾ\n" + number +
            head + report,
        "TRUNG TÂM Y TẾ HUYỆN\n" + number + head + "Biểu mẫu 3\n" + report,
        "TÊN CƠ QUAN, TỔ CHỨC\nSố: …/BC-…\n" + std::string(motto) + "……, ngày … tháng … năm 20…\n" +
            report,
        "UBND XÃ ……\nSố: 15/BC-UBND\n" + head + report}) {
    EXPECT_EQ(documents_in(plan + form).size(), 1U) << form;
  }
}

TEST(Documents, DraftWithABlankNumberIsNoForm) {
  std::string draft = plan;
  draft.replace(draft.find("83/KH"), 2, "……");
  draft.replace(draft.find("ngày 22 tháng 3"), 17, "ngày … tháng …");
  EXPECT_EQ(documents_in(letter + draft).size(), 2U);
}

TEST(Documents, BeginAgainBehindAForm) {
  EXPECT_EQ(documents_in(plan + "Mẫu số 01\nTÊN CƠ QUAN\nSố: …/BC-…\n" + std::string(motto) +
                         "BÁO CÁO\nKết quả\nI. Tình hình\n" + letter)
                .size(),
            2U);
}

TEST(Documents, DecisionAndThePlanThatItIssuesAreOne) {
  const std::string bracket =
      "(Ban hành kèm theo Quyết định số 310/QĐ-UBND ngày 10/02/2023 của Chủ tịch UBND tỉnh)\n";
  const std::vector<Document> named = documents_in(decision + issued_plan(bracket));
  ASSERT_EQ(named.size(), 1U);
  const auto inner = [](const Line& line) { return line.inner_letterhead; };
  const std::size_t head = static_cast<std::size_t>(lines_in(decision));
  EXPECT_EQ(inner(named[0].lines[head]), InnerLetterhead::named);
  EXPECT_EQ(inner(named[0].lines[head + 4]), InnerLetterhead::none);

  const std::vector<Document> inferred = documents_in(decision + issued_plan(""));
  ASSERT_EQ(inferred.size(), 1U);
  EXPECT_EQ(inner(inferred[0].lines[head]), InnerLetterhead::inferred);
}

TEST(Documents, PlanBehindAnotherDecisionIsItsOwn) {
  const std::string other = "(Ban hành kèm theo Quyết định số 99/QĐ-UBND ngày 10/02/2023)\n";
  EXPECT_EQ(documents_in(decision + issued_plan(other)).size(), 2U);
  EXPECT_EQ(documents_in(decision + issued_plan("", "HUYỆN VĨNH LỘC")).size(), 2U);
  EXPECT_EQ(documents_in(decision + plan).size(), 2U);
  EXPECT_EQ(documents_in(decision + issued_plan("") + issued_plan("")).size(), 2U);
}

TEST(Documents, CoverAndStampsBelongToTheFirst) {
  EXPECT_EQ(documents_in("CÔNG VĂN ĐẾN\nSỞ Y TẾ TỈNH ĐẠI AN\nKẾ HOẠCH\nNăm 2023\n" + plan).size(),
            1U);
}

// One page of a paged source.
struct Page {
  std::string text;
  int repeats = 0;
};

SourceText paged(const std::vector<Page>& pages) {
  SourceText source;
  source.media_type = "application/pdf";
  for (const Page& page : pages) {
    const int number = static_cast<int>(source.pages.size()) + 1;
    SourcePage entry;
    entry.number = number;
    entry.width = 595;
    entry.height = 842;
    entry.reading = page.text.empty() ? Reading::blank : Reading::text;
    entry.repeats = page.repeats;
    double top = 60;
    for (SourceLine line : testing::source_of(page.text).lines) {
      line.bytes = {line.bytes.from_byte + source.text.size(),
                    line.bytes.to_byte + source.text.size()};
      line.page = number;
      line.box = {85, top, 500, top + 12};
      top += 16;
      source.lines.push_back(line);
    }
    source.text += page.text;
    source.pages.push_back(entry);
  }
  return source;
}

SourceText recognised(SourceText source) {
  for (SourcePage& page : source.pages) page.reading = Reading::ocr;
  return source;
}

std::vector<Document> documents_in(const SourceText& source) {
  return documents_of(source, normalize(source), testing::built_in_grammars());
}

std::vector<std::pair<int, int>> pages_of(const std::vector<Document>& documents) {
  std::vector<std::pair<int, int>> pages;
  for (const Document& document : documents)
    pages.emplace_back(document.first_page, document.last_page);
  return pages;
}

// The stars under a Party issuer's name, as recognition reads them, are no item of a text before.
TEST(Documents, NoneBeginsBehindAnOrnament) {
  std::string starred = party_plan;
  starred.replace(starred.find("*\n"), 1, "*k**");
  EXPECT_EQ(documents_in(recognised(paged({{starred}}))).size(), 1U);
}

TEST(Documents, BlankBacksBelongToTheDocumentBefore) {
  EXPECT_THAT(pages_of(documents_in(paged({{letter}, {""}, {plan}, {""}}))),
              ElementsAre(std::pair(1, 2), std::pair(3, 4)));
  EXPECT_THAT(pages_of(documents_in(paged({{""}, {letter}, {plan}}))),
              ElementsAre(std::pair(1, 2), std::pair(3, 3)));
}

TEST(Documents, ThatShareAPageBothHaveIt) {
  const std::vector<Document> documents =
      documents_in(paged({{letter + plan}, {"2. Tập huấn.\n"}}));
  EXPECT_THAT(pages_of(documents), ElementsAre(std::pair(1, 1), std::pair(1, 2)));
  EXPECT_THAT(documents[1].diagnostics,
              ElementsAre(::testing::Field(&Diagnostic::code, "document-start-unsure")));
}

TEST(Documents, PageThatRepeatsAnotherIsSetApart) {
  const std::vector<Document> documents =
      documents_in(paged({{letter}, {plan}, {plan, 2}, {"2. Tập huấn.\n"}}));
  ASSERT_EQ(documents.size(), 2U);
  for (const Line& line : documents[1].lines)
    EXPECT_EQ(line.apart.has_value(), line.page == 3) << line.page;
  ASSERT_EQ(documents[1].diagnostics.size(), 1U);
  EXPECT_EQ(documents[1].diagnostics[0].code, "page-duplicate");
  EXPECT_EQ(documents[1].diagnostics[0].page, 3);
  EXPECT_THAT(documents[1].diagnostics[0].arguments, ElementsAre("3", "2"));
}

// Of two documents with one annex each has it.
TEST(Documents, PageThatComesInTwoDocumentsRepeatsNothing) {
  const std::string annex = "PHỤ LỤC\nDANH MỤC THUỐC\n1. Thuốc sát trùng.\n";
  const std::vector<Document> documents =
      documents_in(paged({{letter}, {annex}, {plan}, {annex, 2}, {annex, 2}}));
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_THAT(documents[0].diagnostics, IsEmpty());
  ASSERT_EQ(documents[1].diagnostics.size(), 1U);
  EXPECT_THAT(documents[1].diagnostics[0].arguments, ElementsAre("5", "4"));
}

}  // namespace
}  // namespace trichyeu
