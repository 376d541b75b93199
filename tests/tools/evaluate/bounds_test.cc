#include "tools/evaluate/bounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Bounds, AreFieldsWithAFigure) {
  const Result<Bound> bound = bound_of("citation.date=0.97");
  ASSERT_TRUE(bound.ok()) << bound.error().message;
  EXPECT_EQ(bound->field, Field::citation_date);
  EXPECT_EQ(bound->least_f1, 0.97);
  EXPECT_TRUE(bound_of("lead=1").ok());
  EXPECT_TRUE(bound_of("lead=0").ok());
}

TEST(Bounds, SayWhatIsWrongWithThem) {
  EXPECT_THAT(bound_of("lead").error().message, HasSubstr("there is no ="));
  EXPECT_THAT(bound_of("leed=0.9").error().message, HasSubstr("no such field"));
  EXPECT_THAT(bound_of("leed=0.9").error().advice, HasSubstr(" lead "));
  for (const char* figure : {"lead=", "lead=x", "lead=97", "lead=-1", "lead=0.9x", "lead=nan"}) {
    EXPECT_FALSE(bound_of(figure).ok()) << figure;
  }
}

TEST(Bounds, AreMissedByWhatIsLower) {
  DocumentEvaluation document;
  document.judgements = {{Field::lead, Outcome::right, true, "t1", "A", "A"},
                         {Field::lead, Outcome::missed, false, "t1", "B", ""}};
  const auto missed = [&](double least) {
    return missed_bounds({{Field::lead, least}}, {document});
  };
  EXPECT_THAT(missed(0.6), IsEmpty());
  EXPECT_THAT(missed(0.7), ElementsAre("lead: F1 0.667 is below 0.700"));
}

}  // namespace
}  // namespace trichyeu
