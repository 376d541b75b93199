#include "tools/command/source_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace trichyeu {
namespace {

// One page, a line of two words and a line in the second cell of a table.
SourceText page_with_a_table() {
  SourceText source;
  source.media_type = "image/png";
  source.ocr = "tesseract 5.3.0 vie";
  source.text = "Kế hoạch\nSở A\n";
  SourceLine heading;
  heading.bytes = {0, 12};
  heading.page = 1;
  heading.box = {10.04, 20, 90, 30};
  SourceLine cell;
  cell.bytes = {13, 18};
  cell.page = 1;
  cell.place = {0, 1, false};
  source.lines = {heading, cell};
  source.words = {{{0, 4}, 1, {10.04, 20, 40, 30}, 0.956}, {{5, 12}, 1, {45, 20, 90, 30}, 0.9}};
  source.tables.push_back({{{1, 0, 0, 1, 1}, {1, 0, 1, 1, 2}}});
  SourcePage page;
  page.number = 1;
  page.reading = Reading::ocr;
  page.rotation = 90;
  page.label = "iv";
  source.pages = {page};
  Diagnostic turned;
  turned.code = "page-turned";
  turned.arguments = {"1", "90"};
  turned.page = 1;
  source.diagnostics = {turned};
  return source;
}

TEST(SourceJson, HoldsPagesTablesLinesAndWords) {
  const auto json = nlohmann::json::parse(source_json(page_with_a_table(), "en"));
  EXPECT_EQ(json["ocr"], "tesseract 5.3.0 vie");
  EXPECT_EQ(json["pages"][0]["reading"], "ocr");
  EXPECT_EQ(json["pages"][0]["rotation"], 90);
  EXPECT_EQ(json["pages"][0]["label"], "iv");
  EXPECT_EQ(json["tables"][0]["cells"][1]["columnSpan"], 2);
  const auto& heading = json["lines"][0];
  EXPECT_EQ(heading["text"], "Kế hoạch");
  EXPECT_EQ(heading["bbox"], (nlohmann::json{10.0, 20, 90, 30}));
  EXPECT_FALSE(heading.contains("cell"));
  ASSERT_EQ(heading["words"].size(), 2U);
  EXPECT_EQ(heading["words"][1]["text"], "hoạch");
  EXPECT_EQ(heading["words"][0]["confidence"], 0.96);
  EXPECT_EQ(json["lines"][1]["table"], 0);
  EXPECT_EQ(json["lines"][1]["cell"], 1);
  EXPECT_EQ(json["diagnostics"][0]["text"], "Page 1 was turned by 90 degrees to be read.");
}

TEST(SourceJson, ATextHasLinesAlone) {
  SourceText source;
  source.media_type = "text/plain";
  source.text = "một\n";
  SourceLine line;
  line.bytes = {0, 5};
  source.lines = {line};
  const auto json = nlohmann::json::parse(source_json(source, "vi"));
  EXPECT_EQ(json["lines"], nlohmann::json::parse(R"([{"text": "một"}])"));
  EXPECT_TRUE(json["pages"].empty());
  EXPECT_FALSE(json.contains("ocr"));
}

}  // namespace
}  // namespace trichyeu
