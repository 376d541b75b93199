#include "tools/batch/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace trichyeu {
namespace {

using ::testing::HasSubstr;

InputRecord record_of(State state) {
  InputRecord record;
  record.target = "x/a\n.pdf";
  record.path = "in/x/a\n.pdf";
  record.state = state;
  record.pages = 4;
  record.seconds = 1.25;
  return record;
}

TEST(ProgressBar, TellsHowFarItIs) {
  const Standing standing{100, 40, 3, 20, 60, std::chrono::seconds(30)};
  EXPECT_EQ(bar_of(standing, 200),
            "[########............] 40/100 documents, 2.0 pages/s, 0:01:30 left, 3 failed");
  EXPECT_EQ(bar_of(standing, 20), "[########..........");
}

TEST(ProgressBar, OfTextsCountsDocuments) {
  const Standing standing{10, 5, 0, 5, 0, std::chrono::seconds(2)};
  EXPECT_THAT(bar_of(standing, 200), HasSubstr("2.5 documents/s"));
}

TEST(ProgressBar, OfNothingIsDrawnToo) {
  EXPECT_EQ(bar_of({}, 200),
            "[....................] 0/0 documents, 0.0 documents/s, ? left, 0 failed");
}

TEST(ProgressLines, AreOneADocument) {
  std::ostringstream out;
  const auto progress = make_progress(ProgressForm::lines, out);
  progress->begin(2, 2);
  progress->finished(record_of(State::done));
  InputRecord failed = record_of(State::failed);
  failed.error_code = "encrypted";
  failed.error_text = "it is encrypted";
  progress->finished(failed);
  progress->tick();
  progress->end({}, "finished");
  EXPECT_EQ(out.str(),
            "2 inputs, 2 to do\n"
            "done in/x/a\\n.pdf (4 pages, 1.2 s)\n"
            "failed in/x/a\\n.pdf: it is encrypted (encrypted)\n"
            "finished\n");
}

TEST(ProgressJson, IsOneObjectALine) {
  std::ostringstream out;
  const auto progress = make_progress(ProgressForm::json, out);
  progress->finished(record_of(State::done));
  const auto event = nlohmann::json::parse(out.str());
  EXPECT_EQ(event["event"], "document");
  EXPECT_EQ(event["state"], "done");
  EXPECT_EQ(event["target"], "x/a\\n.pdf");
  EXPECT_EQ(event["pages"], 4);
}

}  // namespace
}  // namespace trichyeu
