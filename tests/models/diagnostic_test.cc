#include "models/diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

TEST(DiagnosticKinds, AreWholeRows) {
  std::set<std::string_view> codes;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    EXPECT_THAT(std::string(kind.code), ::testing::MatchesRegex("[a-z][a-z0-9-]*"));
    EXPECT_TRUE(codes.insert(kind.code).second) << kind.code << " stands twice";
    EXPECT_FALSE(kind.vietnamese.empty()) << kind.code;
    EXPECT_FALSE(kind.english.empty()) << kind.code;
    EXPECT_EQ(kind.english.find('\t'), std::string_view::npos) << kind.code;
  }
  EXPECT_FALSE(codes.empty());
}

TEST(Diagnostic, IsWordedInBothLanguages) {
  const Diagnostic diagnostic{"page-unreadable", {"4", "timed-out"}, 4, {}};
  EXPECT_EQ(diagnostic.text("vi"), "Không đọc được trang 4 (timed-out).");
  EXPECT_EQ(diagnostic.text("en"), "Page 4 could not be read (timed-out).");
  EXPECT_EQ(diagnostic.severity(), Severity::error);
}

TEST(Diagnostic, ShowsAPlaceThatHasNoArgument) {
  EXPECT_EQ((Diagnostic{"page-unreadable", {}, 0, {}}.text("en")),
            "Page {0} could not be read ({1}).");
}

TEST(Diagnostic, OfAnUnknownCodeKeepsItsWords) {
  EXPECT_EQ((Diagnostic{"from-the-future", {"Its words."}, 0, {}}.text("vi")), "Its words.");
  EXPECT_EQ((Diagnostic{"from-the-future", {}, 0, {}}.text("vi")), "from-the-future");
}

TEST(ArgumentsOf, IsTheReverseOfTheWording) {
  EXPECT_THAT(arguments_of("page-unreadable", "Không đọc được trang 12 (damaged).", "vi"),
              ElementsAre("12", "damaged"));
  EXPECT_THAT(arguments_of("page-unreadable", "Page 12 could not be read (damaged).", "en"),
              ElementsAre("12", "damaged"));
  EXPECT_THAT(arguments_of("number-blank", "Số văn bản để trống.", "vi"), ElementsAre());
}

}  // namespace
}  // namespace trichyeu
