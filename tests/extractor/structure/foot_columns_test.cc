#include "extractor/structure/foot_columns.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

constexpr Margins margins{80, 530};

Line line_at(double left, double top, int page = 1) {
  Line line;
  line.page = page;
  line.box = line.straight = {left, top, left + 100, top + 10};
  return line;
}

TEST(FootColumns, ALineBelongsToTheColumnInWhichItStands) {
  FootColumns foot(line_at(80, 600), margins);
  EXPECT_EQ(foot.zone_of(line_at(84, 612), false), ZoneKind::recipients);
  EXPECT_EQ(foot.zone_of(line_at(370, 600), false), ZoneKind::signature);
  EXPECT_EQ(foot.zone_of(line_at(92, 624), false), ZoneKind::recipients) << "goes on below";
  EXPECT_EQ(foot.zone_of(line_at(350, 700), false), ZoneKind::signature);
}

TEST(FootColumns, OtherLinesAreNoneOfIts) {
  FootColumns foot(line_at(80, 600), margins);
  EXPECT_FALSE(foot.zone_of(line_at(80, 580), false)) << "over its head";
  EXPECT_FALSE(foot.zone_of(line_at(80, 700), false)) << "apart from the list";
  EXPECT_FALSE(foot.zone_of(line_at(180, 612), false)) << "between the columns";
  EXPECT_FALSE(foot.zone_of(line_at(80, 612, 2), false)) << "on another page";
  FootColumns without_pages(line_at(80, 600, 0), {});
  EXPECT_FALSE(without_pages.zone_of(line_at(80, 612, 0), false));
}

TEST(FootColumns, TheFiledCopyEndsTheList) {
  FootColumns foot(line_at(80, 600), margins);
  EXPECT_EQ(foot.zone_of(line_at(80, 612), true), ZoneKind::recipients);
  EXPECT_FALSE(foot.zone_of(line_at(80, 624), false)) << "a typist's note";
}

}  // namespace
}  // namespace trichyeu
