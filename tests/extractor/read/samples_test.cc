// Real documents, where they are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "extractor/read/read.h"
#include "tests/support/samples.h"

namespace trichyeu {
namespace {

class Samples : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto folder = testing::samples_folder();
    if (!folder) GTEST_SKIP() << testing::no_samples;
    folder_ = *folder;
  }

  Result<SourceText> read_sample(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return read(std::string(std::istreambuf_iterator<char>(file), {}), {});
  }

  static std::size_t position(const SourceText& source, const std::string& text) {
    const std::size_t at = source.text.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    return at;
  }

  std::filesystem::path folder_;
};

TEST_F(Samples, EveryTextIsReadWhole) {
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "seeds")) {
    const Result<SourceText> source = read_sample("seeds/" + entry.path().filename().string());
    ASSERT_TRUE(source.ok()) << entry.path();
    EXPECT_GE(source->text.size() + 4, entry.file_size()) << entry.path();
  }
}

TEST_F(Samples, ALetterheadOfATextLayerIsReadColumnByColumn) {
  const Result<SourceText> source = read_sample("text/pdf_QD-UBND-LaiChau-2025.pdf");
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->pages.size(), 4U);
  EXPECT_LT(position(*source, "/QĐ-UBND\n"), position(*source, "CỘNG HOÀ XÃ HỘI"));
  EXPECT_LT(position(*source, "- Lưu: VT"), position(*source, "KT. CHỦ TỊCH\n"));
}

TEST_F(Samples, ALegacyTextLayerIsDecoded) {
  const Result<SourceText> source =
      read_sample("legacy/legacy_tcvn3_2006-19412_QD115.04TTg_BLTch_DNNVV.pdf");
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->encoding, "TCVN3");
  EXPECT_EQ(source->diagnostics.size(), 1U);
  EXPECT_LT(position(*source, "QUYẾT ĐỊNH"), position(*source, "Điều 1. Sửa đổi, bổ sung"));
  for (const char* lost : {"−", "∙", "§", "®", "¬"})
    EXPECT_EQ(source->text.find(lost), std::string::npos) << lost;
}

TEST_F(Samples, AScanIsRecognisedAndItsTurnedPageLaidUpright) {
  const Result<SourceText> source = read_sample("scans/scan_kg_2155-kh-syt.pdf");
  ASSERT_TRUE(source.ok());
  ASSERT_EQ(source->pages.size(), 4U);
  EXPECT_TRUE(std::all_of(source->pages.begin(), source->pages.end(), [](const SourcePage& page) {
    return page.reading == Reading::ocr && page.confidence > 0.85;
  }));
  EXPECT_EQ(source->pages[3].rotation, 270);
  EXPECT_LT(position(*source, "/KH-SYT\n"), position(*source, "CỘNG HÒA XÃ HỘI"));
  EXPECT_LT(position(*source, "CỘNG HÒA XÃ HỘI"), position(*source, "MỤC ĐÍCH, YÊU CẦU\n"));
}

}  // namespace
}  // namespace trichyeu
