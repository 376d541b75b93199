// Lines drawn with Leptonica, taken away from what was read.
#include "extractor/read/lost_lines.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <optional>
#include <string>
#include <utility>

namespace trichyeu {
namespace {

constexpr int resolution_of_tests = 300;

PixPtr blank_page() {
  PixPtr page(pixCreate(1800, 1400, 8));
  pixSetAll(page.get());
  pixSetResolution(page.get(), resolution_of_tests, resolution_of_tests);
  return page;
}

void write(Pix& page, const char* line, int left, int base) {
  L_BMF* font = bmfCreate(nullptr, 20);
  pixSetTextline(&page, font, line, 0, left, base, nullptr, nullptr);
  bmfDestroy(&font);
}

void draw_seal(Pix& page, int x, int y, int radius) {
  Pta* circle = generatePtaFilledCircle(radius);
  for (int i = 0; i < ptaGetCount(circle); ++i) {
    int across = 0, down = 0;
    ptaGetIPt(circle, i, &across, &down);
    const int dx = across - radius, dy = down - radius;
    if (dx * dx + dy * dy > (radius - 6) * (radius - 6)) pixSetPixel(&page, x + dx, y + dy, 0);
  }
  ptaDestroy(&circle);
}

PixPtr letter(bool sealed) {
  PixPtr page = blank_page();
  write(*page, "Plan of the district for the year", 150, 200);
  write(*page, "Review all papers in the first half", 150, 300);
  write(*page, "The district board", 950, 900);
  if (sealed) draw_seal(*page, 1250, 880, 420);
  return page;
}

class LostLines : public ::testing::Test {
 protected:
  Recognition read(PixPtr page) {
    Result<Recognizer> opened = Recognizer::open("vie", "");
    EXPECT_TRUE(opened.ok());
    recognizer_.emplace(std::move(opened).value());
    Result<Recognition> recognition = recognizer_->recognize(std::move(page));
    EXPECT_TRUE(recognition.ok());
    // As if what stands in the lower half had been taken for a picture.
    std::erase_if(recognition.value().words,
                  [&](const PageWord& word) { return word.box.top > recognition->height / 2; });
    return std::move(recognition).value();
  }

  std::string found_in(Recognition page) {
    const std::size_t known = page.words.size();
    read_lost_lines(*recognizer_, page);
    std::string text;
    for (std::size_t at = known; at < page.words.size(); ++at)
      text += (text.empty() ? "" : " ") + page.words[at].text;
    return text;
  }

  std::optional<Recognizer> recognizer_;
};

TEST_F(LostLines, AreReadWhereTheyStand) {
  Recognition page = read(letter(false));
  const std::size_t known = page.words.size();
  read_lost_lines(*recognizer_, page);
  ASSERT_EQ(page.words.size(), known + 3);
  EXPECT_EQ(page.words.back().text, "board");
  EXPECT_NEAR(page.words.back().box.bottom, 900 * 72.0 / resolution_of_tests, 4);
}

TEST_F(LostLines, LettersInASealAreNone) { EXPECT_EQ(found_in(read(letter(true))), ""); }

TEST_F(LostLines, NothingIsReadTwice) {
  Recognition page = read(letter(false));
  read_lost_lines(*recognizer_, page);
  EXPECT_EQ(found_in(std::move(page)), "");
}

TEST_F(LostLines, ANameInColouredInkIsFound) {
  Recognition page = read(letter(false));
  read_lost_lines(*recognizer_, page);
  page.coloured = blank_page();
  write(*page.coloured, "The district board", 950, 1200);
  EXPECT_EQ(found_in(std::move(page)), "The district board");
}

}  // namespace
}  // namespace trichyeu
