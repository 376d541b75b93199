#include "extractor/structure/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> columns(std::string_view line, PartOfDocument part) {
  const NormalText normal = normalize(testing::source_of(line));
  std::vector<std::string> out;
  for (const ByteSpan column :
       columns_of({0, normal.text.size() - 1}, part, normal, testing::built_in_grammars())) {
    out.emplace_back(column.of(normal.text));
  }
  return out;
}

TEST(Columns, AGapBeforeALandmarkParts) {
  EXPECT_THAT(columns("SỞ Y TẾ          Độc lập - Tự do - Hạnh phúc", PartOfDocument::head),
              ElementsAre("SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"));
  EXPECT_THAT(columns("Nơi nhận:\tTRƯỞNG PHÒNG", PartOfDocument::text),
              ElementsAre("Nơi nhận:", "TRƯỞNG PHÒNG"));
  EXPECT_THAT(columns("TỈNH ĐOÀN AN PHONG      ĐOÀN TNCS HỒ CHÍ MINH", PartOfDocument::head),
              ElementsAre("TỈNH ĐOÀN AN PHONG", "ĐOÀN TNCS HỒ CHÍ MINH"));
}

TEST(Columns, ABlankToBeFilledInIsNoGap) {
  EXPECT_THAT(columns("Số:        /KH-SYT", PartOfDocument::head), ElementsAre("Số: /KH-SYT"));
  EXPECT_THAT(columns("ĐOÀN TNCS HỒ CHÍ MINH", PartOfDocument::head),
              ElementsAre("ĐOÀN TNCS HỒ CHÍ MINH"));
}

TEST(Columns, AmongRecipientsASignersNameParts) {
  constexpr std::string_view line = "- Các phòng;               Thiếu tá Lò Văn Pao";
  EXPECT_THAT(columns(line, PartOfDocument::foot),
              ElementsAre("- Các phòng;", "Thiếu tá Lò Văn Pao"));
  EXPECT_THAT(columns(line, PartOfDocument::text), ElementsAre("- Các phòng; Thiếu tá Lò Văn Pao"));
  EXPECT_THAT(columns("- Lưu: VT,     KSTT.", PartOfDocument::foot),
              ElementsAre("- Lưu: VT, KSTT."));
}

TEST(Columns, ABulletIsNoColumn) {
  EXPECT_THAT(columns("*    VPTW, VPCP, VPQH,", PartOfDocument::foot),
              ElementsAre("* VPTW, VPCP, VPQH,"));
}

TEST(Columns, EdgesOfAPortalsTablePartInHeadAndFoot) {
  EXPECT_THAT(columns("| UBND TỈNH AN PHONG", PartOfDocument::head),
              ElementsAre("UBND TỈNH AN PHONG"));
  EXPECT_THAT(columns("------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PartOfDocument::head),
              ElementsAre("-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  EXPECT_THAT(columns("| Nơi nhận:", PartOfDocument::text), ElementsAre("Nơi nhận:"));
  EXPECT_THAT(columns("|", PartOfDocument::foot), IsEmpty());
  EXPECT_THAT(columns("a | b", PartOfDocument::text), ElementsAre("a | b"));
}

}  // namespace
}  // namespace trichyeu
