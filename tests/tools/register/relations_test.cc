#include "tools/register/relations.h"

#include <gtest/gtest.h>

#include <string>

#include "models/formats/formats.h"
#include "tests/tools/register/outputs.h"

namespace trichyeu {
namespace {

using testing::output_of;
using testing::plan_text;

// "5/2021/NĐ-CP repeals 4/2019/NĐ-CP" by line; "it" is the document itself.
std::string relations_of(const std::string& sentence) {
  const Result<Grammars> grammars = Grammars::load();
  const Result<Plan> plan = from_xml(output_of(plan_text("9/KH-UBND", "05/01/2025", sentence)));
  std::string lines;
  for (const RelationRow& row : relations_in(*plan, grammars->grammar("citation-links"))) {
    const bool is_other = row.acting_citation.has_value();
    lines += is_other ? plan->citations[*row.acting_citation].number : "it";
    lines += ' ' + row.role + (row.partly ? " partly " : " ");
    lines += plan->citations[row.citation].number + '\n';
  }
  return lines;
}

TEST(Relations, AreOfTheDocumentOrOfTheMentionBefore) {
  EXPECT_EQ(relations_of("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 05/01/2023."),
            "it replaces 12/KH-UBND\n");
  EXPECT_EQ(
      relations_of("Căn cứ Nghị định số 5/2021/NĐ-CP ngày 03/02/2021 của Chính phủ sửa đổi, bổ "
                   "sung một số điều của Nghị định số 4/2019/NĐ-CP ngày 02/01/2019;"),
      "5/2021/NĐ-CP amends 4/2019/NĐ-CP\n");
}

TEST(Relations, AreTurnedRoundByThePassive) {
  EXPECT_EQ(
      relations_of("Căn cứ Nghị định số 4/2019/NĐ-CP ngày 02/01/2019 của Chính phủ (được thay "
                   "thế bởi Nghị định số 9/2023/NĐ-CP ngày 01/3/2023);"),
      "9/2023/NĐ-CP replaces 4/2019/NĐ-CP\n");
  EXPECT_EQ(
      relations_of("Căn cứ khoản 2 Điều 3 Nghị định số 4/2019/NĐ-CP ngày 02/01/2019 của Chính "
                   "phủ, đã được sửa đổi, bổ sung một số điều theo Nghị định số 5/2021/NĐ-CP "
                   "ngày 03/02/2021 và Nghị định số 7/2022/NĐ-CP ngày 04/02/2022;"),
      "5/2021/NĐ-CP amends partly 4/2019/NĐ-CP\n7/2022/NĐ-CP amends partly 4/2019/NĐ-CP\n");
  EXPECT_EQ(relations_of("Quyết định số 31/QĐ-UBND ngày 05/01/2023 đã bị bãi bỏ theo Quyết định số "
                         "45/QĐ-UBND ngày 07/6/2024."),
            "45/QĐ-UBND repeals 31/QĐ-UBND\n");
}

TEST(Relations, DoNotCrossClauses) {
  EXPECT_EQ(
      relations_of("Căn cứ Nghị định số 4/2019/NĐ-CP ngày 02/01/2019; các quy định được sửa đổi "
                   "tại Nghị định số 5/2021/NĐ-CP ngày 03/02/2021;"),
      "");
}

}  // namespace
}  // namespace trichyeu
