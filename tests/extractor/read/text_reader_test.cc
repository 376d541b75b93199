#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;
using ::testing::HasSubstr;

Error error_of(std::string_view bytes, const ReadOptions& options = {}) {
  const Result<SourceText> result = read(bytes, options);
  EXPECT_FALSE(result.ok()) << bytes.substr(0, 40);
  return result ? Error{} : result.error();
}

TEST(TextReader, EveryLineEndBecomesALineFeed) {
  const Result<SourceText> source = read("\xEF\xBB\xBFSỞ Y TẾ\r\n\r\nKẾ HOẠCH\rMục đích", {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "SỞ Y TẾ\n\nKẾ HOẠCH\nMục đích\n");
  ASSERT_EQ(source->lines.size(), 4U);
  EXPECT_EQ(source->lines[2].bytes.of(source->text), "KẾ HOẠCH");
  EXPECT_EQ(source->lines[2].page, 0);
  EXPECT_FALSE(source->has_pages());
  EXPECT_TRUE(source->words.empty());
  EXPECT_EQ(source->media_type, "text/plain");
}

TEST(TextReader, NothingIsNormalisedOrDropped) {
  const std::string_view text = "**Kế  hoạch**\t\xC2\xA0so\xCC\x82\n";
  const Result<SourceText> source = read(text, {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, text);
  EXPECT_EQ(source->media_type, "text/markdown");
}

TEST(TextReader, InvalidUtf8NamesTheByte) {
  const Error error = error_of("Kế hoạch\ns\xE8 83");
  EXPECT_EQ(error.code, ErrorCode::invalid_utf8);
  EXPECT_THAT(error.message, HasSubstr("0xE8"));
  EXPECT_THAT(error.message, HasSubstr("offset 14"));
  EXPECT_THAT(error.message, HasSubstr("line 2"));
  EXPECT_FALSE(error.advice.empty());
}

TEST(TextReader, Utf8IsCheckedByTheStandardsTable) {
  for (const std::string_view bad : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                     "\xF5", "\xE1\xBA", "\x80"}) {
    EXPECT_EQ(error_of("a text " + std::string(bad)).code, ErrorCode::invalid_utf8) << bad;
  }
  for (const std::string_view good : {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                      "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(read("a text " + std::string(good), {}).ok()) << good;
  }
}

TEST(TextReader, NothingButBlanksIsEmpty) {
  for (const std::string_view bytes : {""sv, " \t\r\n"sv, "\xEF\xBB\xBF"sv, "\n\n\f\n"sv}) {
    EXPECT_EQ(error_of(bytes).code, ErrorCode::empty_input);
  }
}

TEST(TextReader, ForeignFormatsAreNamed) {
  const struct {
    std::string_view bytes, name;
  } cases[] = {
      {"PK\x03\x04\x14\0\x06\0[Content_Types].xml PK\x05\x06"sv, "zip"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"sv, "XLS"},
      {"<?xml version='1.0'?><plan/>"sv, "XML"},
      {"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--a\r\n"sv, "MHTML"},
      {"From: <a@b.vn>\nSubject: =?utf-8?B?a2U=?=\n goes on\nMime-version: 1.0\n\nx"sv, "e-mail"},
      {"\x7F\x45LF\x02\x01\x01\0\0\0"sv, "neither"},
  };
  for (const auto& one : cases) {
    const Error error = error_of(one.bytes);
    EXPECT_EQ(error.code, ErrorCode::unknown_type) << one.name;
    EXPECT_THAT(error.message, HasSubstr(one.name));
    EXPECT_FALSE(error.advice.empty());
  }
}

TEST(TextReader, BytesOfLegacyEncodingsBecomeUnicode) {
  const Result<SourceText> source = read(
      "\xA7i\xD2u 1. S\xEB T\xAD ph\xB8p ch\xF1 tr\xD7\r\nx\xA9y d\xF9ng k\xD5 ho\xB9"
      "ch\r\n",
      {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->text, "Điều 1. Sở Tư pháp chủ trì\nxây dựng kế hoạch\n");
  EXPECT_EQ(source->lines.size(), 2U);
  EXPECT_EQ(source->encoding, "TCVN3");
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "text-recoded");
}

TEST(TextReader, ControlCharactersMayBeLetters) {
  const Result<SourceText> source =  // VPS: 02 is Ạ, 12 is Ộ
      read(
          "K\x90 HO\x02"
          "CH C\xB9 N\x12I DUNG\nk\x89 ho\xE5"
          "ch c\xF3 n\xB6i dung\n",
          {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->text, "KẾ HOẠCH CÓ NỘI DUNG\nkế hoạch có nội dung\n");
  EXPECT_EQ(source->encoding, "VPS");
}

TEST(TextReader, TextThatWasReadWronglyBeforeIsReadAgain) {
  const Result<SourceText> source = read("Giao caùc sôû xaây döïng keá hoaïch", {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "Giao các sở xây dựng kế hoạch\n");
  EXPECT_EQ(source->encoding, "VNI");
}

TEST(TextReader, CleanUnicodeHasNoEncodingToTell) {
  const Result<SourceText> source = read("Kế hoạch\nphòng chính là đó\n", {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "Kế hoạch\nphòng chính là đó\n");
  EXPECT_EQ(source->encoding, "");
  EXPECT_TRUE(source->diagnostics.empty());
}

TEST(TextReader, Utf16BecomesUtf8) {
  const Result<SourceText> source = read("\xFF\xFEK\0\xBF\x1E\r\0\n\0"sv, {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "Kế\n");
  EXPECT_EQ(source->encoding, "UTF-16LE");
  const Result<SourceText> broken = read("\xFE\xFF\0a\xD8\x3D\0b"sv, {});
  ASSERT_TRUE(broken.ok());
  ASSERT_EQ(broken->diagnostics.size(), 2U);
  EXPECT_EQ(broken->diagnostics[1].code, "characters-unrecovered");
}

TEST(TextReader, TheLimitIsInBytes) {
  ReadOptions options;
  options.max_text_bytes = 10;
  EXPECT_TRUE(read("0123456789", options).ok());
  EXPECT_EQ(error_of("0123456789a", options).code, ErrorCode::too_large);
}

TEST(TextReader, OneLineOfManyMegabytesIsOneLine) {
  std::string text;
  while (text.size() < 100'000'000) text += "Giao Phòng Kế hoạch chủ trì, phối hợp; ";
  const Result<SourceText> source = read(text, {});
  ASSERT_TRUE(source.ok());
  ASSERT_EQ(source->lines.size(), 1U);
  EXPECT_EQ(source->lines[0].bytes.size(), text.size());
}

}  // namespace
}  // namespace trichyeu
