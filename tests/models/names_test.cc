#include "models/names.h"

#include <gtest/gtest.h>

#include "models/diagnostic.h"
#include "models/document_tree.h"
#include "models/plan.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {
namespace {

template <typename Enum>
class Names : public ::testing::Test {};
using Enums = ::testing::Types<CitationKind, DeadlineKind, ErrorCode, Level, MarkKind, Reading,
                               Severity, Status, TaskForm, ZoneKind>;
TYPED_TEST_SUITE(Names, Enums);

TYPED_TEST(Names, AreReadBack) {
  EXPECT_EQ(value_of<TypeParam>(name_of(TypeParam{})), TypeParam{});
  EXPECT_EQ(value_of<TypeParam>(name_of(static_cast<TypeParam>(1))), static_cast<TypeParam>(1));
}

TYPED_TEST(Names, AreExact) {
  EXPECT_FALSE(value_of<TypeParam>("").has_value());
  EXPECT_FALSE(value_of<TypeParam>("Interval").has_value());
}

TEST(NameOf, GivesTheLastOfEachListItsOwnName) {
  EXPECT_EQ(name_of(ErrorCode::internal), "internal");
  EXPECT_EQ(name_of(DeadlineKind::unparsed), "unparsed");
  EXPECT_EQ(name_of(Level::bullet), "bullet");
  EXPECT_EQ(name_of(ZoneKind::other), "other");
  EXPECT_EQ(name_of(MarkKind::handwriting), "handwriting");
  EXPECT_EQ(name_of(Reading::blank), "blank");
}

}  // namespace
}  // namespace trichyeu
