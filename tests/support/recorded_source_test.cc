#include "tests/support/recorded_source.h"

#include <gtest/gtest.h>

namespace trichyeu::testing {
namespace {

SourceText sample() {
  SourceText source;
  source.text = "KẾ HOẠCH\nSố “83”\n";
  source.media_type = "application/pdf";
  source.ocr = "tesseract 5.3.0 vie";
  source.pages.push_back({1, 595.3, 841.9, Reading::ocr, 0.957, 90, {0, 25}});
  source.lines.push_back({{0, 12}, 1, {85.1, 60.2, 200, 74.5}, 13.5, true, false, {}});
  source.lines.push_back({{13, 25}, 1, {85.1, 80, 200, 94}, 13.5, false, false, {0, 1, false}});
  source.tables.push_back({{{1, 0, 0, 1, 1}, {1, 0, 1, 1, 2}}});
  source.words.push_back({{0, 4}, 1, {85.1, 60.2, 120, 74.5}, 0.912});
  source.words.push_back({{5, 12}, 1, {125, 60.2, 200, 74.5}, 1});
  source.diagnostics.push_back({"page-turned", {"90"}, 1, std::nullopt});
  source.diagnostics.push_back({"number-blank", {}, 1, ByteSpan{13, 25}});
  return source;
}

TEST(RecordedSource, ReplaysWhatWasRecorded) {
  const std::string record = recorded_source(sample());
  const auto replayed = replayed_source(record);
  ASSERT_TRUE(replayed.ok()) << replayed.error().message;
  EXPECT_EQ(replayed->text, sample().text);
  EXPECT_EQ(replayed->words.size(), 2u);
  EXPECT_EQ(replayed->words[0].box, sample().words[0].box);
  EXPECT_EQ(replayed->lines[0].bytes, sample().lines[0].bytes);
  EXPECT_FALSE(replayed->lines[0].place.in_table());
  EXPECT_EQ(replayed->lines[1].place, (CellPlace{0, 1, false}));
  ASSERT_EQ(replayed->tables.size(), 1u);
  EXPECT_EQ(replayed->tables[0].cells, sample().tables[0].cells);
  EXPECT_EQ(replayed->pages[0].reading, Reading::ocr);
  EXPECT_EQ(replayed->diagnostics[1].bytes, sample().diagnostics[1].bytes);
  EXPECT_EQ(recorded_source(*replayed), record);
}

TEST(RecordedSource, RefusesWhatIsNoRecord) {
  for (const char* json : {"", "{}", "[1]", "{\"media_type\": 1}"}) {
    const auto replayed = replayed_source(json);
    ASSERT_FALSE(replayed.ok()) << json;
    EXPECT_EQ(replayed.error().code, ErrorCode::damaged);
  }
}

}  // namespace
}  // namespace trichyeu::testing
