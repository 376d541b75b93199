// Images drawn with Leptonica's own bitmap font: ASCII, which the Vietnamese model reads too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extractor/read/page_image.h"
#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr int resolution_of_tests = 300;

// A page of lines, each `{text, left, top}` in pixels.
struct Print {
  std::string text;
  int left, top;
};

PixPtr printed(const std::vector<Print>& prints, int width = 1800, int height = 1200) {
  PixPtr page(pixCreate(width, height, 8));
  pixSetAll(page.get());
  L_BMF* font = bmfCreate(nullptr, 20);
  for (const Print& print : prints) {
    pixSetTextline(page.get(), font, print.text.c_str(), 0, print.left, print.top, nullptr,
                   nullptr);
  }
  bmfDestroy(&font);
  pixSetResolution(page.get(), resolution_of_tests, resolution_of_tests);
  return page;
}

PixPtr letter() {
  return printed({{"Plan of the district for the year", 150, 200},
                  {"Review all papers in the first half", 150, 300},
                  {"Report the results to the board", 150, 400},
                  {"Publish them before the tenth day", 150, 500}});
}

std::string encoded(const PixPtr& page, int format) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  EXPECT_EQ(pixWriteMem(&data, &size, page.get(), format), 0);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

std::string tiff_of(const std::vector<PixPtr>& pages) {
  Pixa* all = pixaCreate(0);
  for (const PixPtr& page : pages) pixaAddPix(all, page.get(), L_COPY);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  EXPECT_EQ(pixaWriteMemMultipageTiff(&data, &size, all), 0);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  pixaDestroy(&all);
  return bytes;
}

std::vector<std::string> codes_of(const SourceText& source) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : source.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

TEST(ImageReader, WordsHaveBoxesInPointsAndConfidences) {
  const Result<SourceText> source = read(encoded(letter(), IFF_PNG), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->media_type, "image/png");
  EXPECT_THAT(source->ocr, ::testing::MatchesRegex("tesseract [0-9.]+ vie(, .*Vietnamese)?"));
  ASSERT_EQ(source->pages.size(), 1U);
  const SourcePage& page = source->pages[0];
  EXPECT_EQ(page.number, 1);
  EXPECT_EQ(page.reading, Reading::ocr);
  EXPECT_DOUBLE_EQ(page.width, 432);
  EXPECT_DOUBLE_EQ(page.height, 288);
  EXPECT_EQ(page.rotation, 0);
  EXPECT_GT(page.confidence, 0.7);
  ASSERT_EQ(source->lines.size(), 4U);
  EXPECT_THAT(source->text, HasSubstr("the results to the board\n"));
  const SourceLine& third = source->lines[2];
  EXPECT_NEAR(third.box.left, 150 * 72.0 / 300, 2);
  EXPECT_GT(third.box.top, 370 * 72.0 / 300 - 20);
  EXPECT_LT(third.box.bottom, 400 * 72.0 / 300 + 20);
  for (const PlacedWord& word : source->words) {
    EXPECT_GT(word.box.width(), 0);
    EXPECT_EQ(word.page, 1);
  }
}

TEST(ImageReader, WordsAndLinesTileTheText) {
  const Result<SourceText> source = read(encoded(letter(), IFF_PNG), {});
  ASSERT_TRUE(source.ok());
  std::size_t at = 0;
  for (const SourceLine& line : source->lines) {
    EXPECT_EQ(line.bytes.from_byte, at);
    EXPECT_EQ(source->text[line.bytes.to_byte], '\n');
    at = line.bytes.to_byte + 1;
  }
  EXPECT_EQ(at, source->text.size());
  EXPECT_EQ(source->pages[0].bytes, (ByteSpan{0, source->text.size()}));
  for (const PlacedWord& word : source->words) {
    EXPECT_EQ(std::string(word.bytes.of(source->text)).find_first_of(" \n"), std::string::npos);
  }
}

TEST(ImageReader, AJpegReadsAsThePngDoes) {
  const Result<SourceText> png = read(encoded(letter(), IFF_PNG), {});
  const Result<SourceText> jpeg = read(encoded(letter(), IFF_JFIF_JPEG), {});
  ASSERT_TRUE(png.ok() && jpeg.ok());
  EXPECT_EQ(jpeg->lines.size(), png->lines.size());
  EXPECT_THAT(jpeg->text, HasSubstr("the results to the board\n"));
  EXPECT_EQ(jpeg->media_type, "image/jpeg");
}

TEST(ImageReader, TheSameBytesGiveTheSameText) {
  const std::string bytes = encoded(letter(), IFF_PNG);
  const Result<SourceText> first = read(bytes, {}), second = read(bytes, {});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->text, second->text);
}

TEST(ImageReader, TurnedPagesAreReadUpright) {
  const Result<SourceText> upright = read(encoded(letter(), IFF_PNG), {});
  ASSERT_TRUE(upright.ok());
  for (const int quarters : {1, 2, 3}) {
    const PixPtr page(pixRotateOrth(letter().get(), quarters));
    const Result<SourceText> source = read(encoded(page, IFF_PNG), {});
    ASSERT_TRUE(source.ok());
    EXPECT_THAT(source->text, HasSubstr("the results to the board\n"));
    EXPECT_EQ(source->pages[0].rotation, 360 - 90 * quarters);
    EXPECT_DOUBLE_EQ(source->pages[0].width, 432);
    EXPECT_NEAR(source->lines[0].box.left, upright->lines[0].box.left, 1);
    EXPECT_THAT(codes_of(*source), Contains("page-turned"));
  }
}

TEST(ImageReader, CapitalsAloneStandingOnEndAreLaid) {
  const PixPtr upright =
      printed({{"LIST OF TEACHERS AND CLASSES", 150, 200}, {"NAME AND OFFICE", 500, 500}});
  const PixPtr page(pixRotateOrth(upright.get(), 1));
  const Result<SourceText> source = read(encoded(page, IFF_PNG), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->pages[0].rotation, 270);
  EXPECT_EQ(source->lines.size(), 2U);
  EXPECT_THAT(source->text, HasSubstr("TEACHERS AND"));
}

TEST(ImageReader, EveryPageOfATiffIsRead) {
  std::vector<PixPtr> pages;
  pages.push_back(letter());
  pages.push_back(printed({}));
  pages.push_back(printed({{"The annex lists all schools of the town", 150, 300}}));
  const Result<SourceText> source = read(tiff_of(pages), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  ASSERT_EQ(source->pages.size(), 3U);
  EXPECT_EQ(source->pages[1].reading, Reading::blank);
  EXPECT_TRUE(source->pages[1].bytes.empty());
  EXPECT_EQ(source->pages[2].bytes.of(source->text), "The annex lists all schools of the town\n");
  EXPECT_THAT(codes_of(*source), Contains("page-blank"));
}

TEST(ImageReader, APageThatCannotBeDecodedLosesOnlyItself) {
  std::vector<PixPtr> pages;
  pages.push_back(letter());
  pages.push_back(letter());
  std::string bytes = tiff_of(pages);
  // The second page's strip lies behind the first one's directory: overwrite its compressed data.
  const std::size_t middle = bytes.size() / 2 + 200;
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(middle),
            bytes.begin() + static_cast<std::ptrdiff_t>(middle + 600), '\xFF');
  const Result<SourceText> source = read(bytes, {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  ASSERT_EQ(source->pages.size(), 2U);
  EXPECT_EQ(source->pages[0].reading, Reading::ocr);
  EXPECT_EQ(source->pages[1].reading, Reading::failed);
  EXPECT_DOUBLE_EQ(source->pages[1].confidence, 0);
  EXPECT_THAT(codes_of(*source), Contains("page-unreadable"));
}

TEST(ImageReader, ACoarseImageIsReported) {
  PixPtr page = letter();
  pixSetResolution(page.get(), 150, 150);
  const Result<SourceText> source = read(encoded(page, IFF_PNG), {});
  ASSERT_TRUE(source.ok());
  EXPECT_THAT(codes_of(*source), Contains("low-resolution"));
  EXPECT_THAT(source->diagnostics[0].arguments, ElementsAre("1", "150"));
}

TEST(ImageReader, AResolutionThatNobodyBelievesIsGuessed) {
  PixPtr page = printed({{"A page as wide as A4 at 300 dots an inch", 150, 300}}, 2480, 1200);
  pixSetResolution(page.get(), 72, 72);
  const Result<SourceText> source = read(encoded(page, IFF_PNG), {});
  ASSERT_TRUE(source.ok());
  EXPECT_NEAR(source->pages[0].height, 595, 3);
}

TEST(ImageReader, TruncatedImagesAreDamagedInSilence) {
  ::testing::internal::CaptureStderr();
  for (const int format : {IFF_PNG, IFF_TIFF_G4}) {
    const PixPtr page = letter();
    const PixPtr bilevel(pixConvertTo1(page.get(), 128));
    const std::string bytes = encoded(format == IFF_PNG ? page : bilevel, format);
    const Result<SourceText> source = read(bytes.substr(0, bytes.size() / 2), {});
    ASSERT_FALSE(source.ok()) << format;
    EXPECT_EQ(source.error().code, ErrorCode::damaged);
  }
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(ImageReader, WithoutRecognitionAnImageHasNoText) {
  ReadOptions options;
  options.ocr = OcrMode::never;
  const Result<SourceText> source = read(encoded(letter(), IFF_PNG), options);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::no_text);
}

TEST(ImageReader, ABlankImageHasNoText) {
  const Result<SourceText> source = read(encoded(printed({}), IFF_PNG), {});
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::no_text);
}

TEST(ImageReader, MissingLanguageDataSaysWhatToInstall) {
  ReadOptions options;
  options.ocr_language = "xyz";
  const Result<SourceText> source = read(encoded(letter(), IFF_PNG), options);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::ocr_unavailable);
  EXPECT_THAT(source.error().advice, HasSubstr("apt-get install tesseract-ocr-xyz"));
}

TEST(ImageReader, TooManyPagesAreRefused) {
  std::vector<PixPtr> pages;
  for (int i = 0; i < 3; ++i) pages.push_back(printed({{"One page of three", 150, 300}}));
  ReadOptions options;
  options.max_pages = 2;
  const Result<SourceText> source = read(tiff_of(pages), options);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace trichyeu
