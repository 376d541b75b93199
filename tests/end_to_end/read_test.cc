#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::run_command;
using testing::TemporaryFolder;

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

TEST(Read, PrintsTheLinesOfAText) {
  const Outcome outcome = run_command({"read", "-"}, "KẾ HOẠCH\nnăm 2024\n");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "KẾ HOẠCH\nnăm 2024\n");
}

TEST(Read, JsonSaysWhereEachWordStands) {
  const TemporaryFolder folder;
  const std::string page =
      folder.write("page.png", testing::page_image("Plan of the district for the year"));
  const Outcome outcome = run_command({"read", page, "--format", "json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["pages"][0]["reading"], "ocr");
  ASSERT_EQ(json["lines"].size(), 1U);
  EXPECT_NEAR(json["lines"][0]["words"][0]["bbox"][0].get<double>(), 36, 3);
}

TEST(Read, WritesToAFile) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "một\n");
  EXPECT_EQ(run_command({"read", input, "-o", folder.path_of("b.txt")}).exit_code, 0);
  EXPECT_EQ(folder.read("b.txt"), "một\n");
}

TEST(Read, PageImagesAreWhatTheEngineSaw) {
  const TemporaryFolder folder;
  const std::string page =
      folder.write("page.png", testing::page_image("Plan of the district for the year"));
  const Outcome outcome =
      run_command({"read", page, "--dump", "page-images", "-o", folder.path_of("images")});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string path = folder.path_of("images/page-page1.png");
  EXPECT_EQ(outcome.out, path + '\n');
  const PixPtr image(pixRead(path.c_str()));
  ASSERT_TRUE(image);
  EXPECT_EQ(image->w, 1600U);
  EXPECT_EQ(image->d, 8U);
}

TEST(Read, AFileThatCannotBeReadIsNamed) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.pdf", "%PDF-1.7\nno more");
  const Outcome outcome = run_command({"read", input});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("a.pdf: "));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(Read, FormatAndPageImagesExcludeEachOther) {
  EXPECT_EQ(run_command({"read", "-", "--format", "text", "--dump", "page-images"}).exit_code, 2);
}

}  // namespace
}  // namespace trichyeu
