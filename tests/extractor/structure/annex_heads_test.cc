#include "extractor/structure/annex_heads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/structured.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

// A recognised plan that is signed on its first page; lines are 12 points high, between margins at
// 80 and 520.
class SignedPlan {
 public:
  SignedPlan() {
    page();
    for (const std::string_view text :
         {"KẾ HOẠCH", "Kiểm kê kho sách năm 2024", "I. VIỆC LÀM", "1. Rà soát kho sách./.",
          "Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Văn Bình"}) {
      full(text);
    }
  }

  SignedPlan& page() {
    SourcePage page;
    page.number = ++page_;
    page.width = 595;
    page.height = 842;
    page.reading = Reading::ocr;
    source_.pages.push_back(page);
    top_ = 40;
    return *this;
  }
  SignedPlan& full(std::string_view text) { return line(text, 80, 520); }
  SignedPlan& centred(std::string_view text) { return line(text, 200, 400); }
  // A row of two cells.
  SignedPlan& row(std::size_t table, std::string_view first, std::string_view second) {
    if (source_.tables.size() <= table) source_.tables.resize(table + 1);
    auto& cells = source_.tables[table].cells;
    const int row = static_cast<int>(cells.size() / 2);
    for (int column = 0; column < 2; ++column) cells.push_back({page_, row, column, 1, 1});
    line(first, 80, 110).source_.lines.back().place = {table, cells.size() - 2, false};
    line(second, 120, 520).source_.lines.back().place = {table, cells.size() - 1, false};
    return *this;
  }

  // Each annex by its number and first words.
  [[nodiscard]] std::vector<std::pair<int, std::string>> annexes() const {
    const DocumentTree tree = testing::tree_of(source_);
    std::vector<std::pair<int, std::string>> found;
    const std::vector<ZoneKind> zones = tree.zone_of_blocks();
    std::vector<std::string> heads;
    for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
      if (zones[i] == ZoneKind::annex && tree.blocks[i].landmark == "annex")
        heads.emplace_back(tree.blocks[i].bytes.of(tree.text));
    }
    for (const Zone& zone : tree.zones) {
      if (zone.kind == ZoneKind::annex && found.size() < heads.size())
        found.emplace_back(zone.annex, heads[found.size()]);
    }
    return found;
  }

 private:
  SignedPlan& line(std::string_view text, double left, double right) {
    SourceLine line;
    line.bytes.from_byte = source_.text.size();
    source_.text += text;
    line.bytes.to_byte = source_.text.size();
    source_.text += '\n';
    line.page = page_;
    line.box = {left, top_, right, top_ + 12};
    source_.lines.push_back(line);
    top_ += 20;
    return *this;
  }

  SourceText source_;
  int page_ = 0;
  double top_ = 0;
};

TEST(AnnexHeads, DamagedHeadsKeepTheirNumbers) {
  SignedPlan plan;
  plan.page().centred("PHU LUC I").full("1. Kho A").page().centred("PHỤ LUC II.").full("1. Kho B");
  EXPECT_THAT(plan.annexes(), ElementsAre(Pair(1, "PHU LUC I"), Pair(2, "PHỤ LUC II.")));
}

TEST(AnnexHeads, ANumberThatCannotBeReadIsCounted) {
  SignedPlan plan;
  plan.page().centred("PHỤ LỤC I").full("1. Kho A").page().centred("PHỤ LỤC 1|").full("1. Kho B");
  EXPECT_THAT(plan.annexes(), ElementsAre(Pair(1, "PHỤ LỤC I"), Pair(2, "PHỤ LỤC 1|")));
}

TEST(AnnexHeads, ACentredHeadOverTheParentsNameBeginsAnAnnex) {
  SignedPlan plan;
  plan.page().centred("P LC I").centred("DANH MỤC KHO SÁCH");
  plan.centred("(Kèm theo Kế hoạch số 12/KH-TV)").full("Kho sách của thư viện gồm các phòng sau.");
  EXPECT_THAT(plan.annexes(), ElementsAre(Pair(1, "P LC I")));
}

TEST(AnnexHeads, ACentredHeadOverATableThatCountsFromOneBeginsAnAnnex) {
  SignedPlan plan;
  plan.page().centred("PHỤ LỤC").row(0, "STT", "Nội dung").row(0, "1", "Kho A");
  plan.page().centred("DANH MỤC").centred("Sách cần kiểm kê");
  plan.row(1, "STT", "Nội dung").row(1, "1", "Sách A").row(1, "2", "Sách B");
  EXPECT_THAT(plan.annexes(), ElementsAre(Pair(1, "PHỤ LỤC"), Pair(2, "DANH MỤC")));
}

TEST(AnnexHeads, ATableThatGoesOnBelongsToTheAnnexBefore) {
  SignedPlan counts_on;
  counts_on.page().centred("PHỤ LỤC").row(0, "1", "Kho A");
  counts_on.page().centred("DANH MỤC").row(1, "2", "Kho B");
  EXPECT_THAT(counts_on.annexes(), ElementsAre(Pair(1, "PHỤ LỤC")));
  SignedPlan same_table;
  same_table.page().centred("PHỤ LỤC").row(0, "1", "Kho A");
  same_table.page().centred("DANH MỤC").row(0, "1", "Kho B");
  EXPECT_THAT(same_table.annexes(), ElementsAre(Pair(1, "PHỤ LỤC")));
}

TEST(AnnexHeads, OtherHeadsBeginNone) {
  SignedPlan in_the_middle;
  in_the_middle.page().centred("PHỤ LỤC").full("Kho sách của thư viện.").centred("DANH MỤC");
  in_the_middle.row(0, "1", "Kho A");
  EXPECT_THAT(in_the_middle.annexes(), ElementsAre(Pair(1, "PHỤ LỤC")));
  SignedPlan at_the_margin;
  at_the_margin.page().centred("PHỤ LỤC").row(0, "1", "Kho A");
  at_the_margin.page().full("DANH MỤC").row(1, "1", "Kho B");
  EXPECT_THAT(at_the_margin.annexes(), ElementsAre(Pair(1, "PHỤ LỤC")));
  SignedPlan numbered;
  numbered.page().centred("PHỤ LỤC").row(0, "1", "Kho A");
  numbered.page().centred("II. DANH MỤC").row(1, "1", "Kho B");
  EXPECT_THAT(numbered.annexes(), ElementsAre(Pair(1, "PHỤ LỤC")));
}

}  // namespace
}  // namespace trichyeu
