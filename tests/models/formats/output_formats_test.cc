#include "models/formats/output_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(FormatsIn, KeepsTheOrderAndEachOnce) {
  EXPECT_THAT(*formats_in("json"), ElementsAre(Format::json));
  EXPECT_THAT(*formats_in("json,xml, text,json"),
              ElementsAre(Format::json, Format::xml, Format::text));
}

TEST(FormatsIn, KnowsEveryFormatByItsName) {
  for (const Format format : all_formats())
    EXPECT_THAT(*formats_in(name_of(format)), ElementsAre(format));
}

TEST(FormatsIn, TellsWhatThereIs) {
  const auto unknown = formats_in("xml,docx");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().code, ErrorCode::unknown_type);
  EXPECT_THAT(unknown.error().message, HasSubstr("\"docx\""));
  for (const Format format : all_formats())
    EXPECT_THAT(unknown.error().advice, HasSubstr(std::string(name_of(format))));
  EXPECT_THAT(formats_in("").error().message, HasSubstr("missing"));
  EXPECT_THAT(formats_in("xml,,json").error().message, HasSubstr("missing"));
}

TEST(Formatted, GivesAFileForEachSuffix) {
  for (const Format format : all_formats()) {
    const auto files = formatted(testing::sample_plan(), format, {});
    ASSERT_TRUE(files.ok()) << name_of(format);
    std::vector<std::string> suffixes;
    for (const OutputFile& file : *files) {
      suffixes.push_back(file.suffix);
      EXPECT_FALSE(file.bytes.empty()) << file.suffix;
    }
    EXPECT_EQ(suffixes, suffixes_of(format));
  }
}

TEST(Formatted, NeverGivesTwoFormatsOneName) {
  const std::vector<std::string> suffixes = suffixes_of(all_formats());
  EXPECT_EQ(std::set<std::string>(suffixes.begin(), suffixes.end()).size(), suffixes.size());
}

}  // namespace
}  // namespace trichyeu
