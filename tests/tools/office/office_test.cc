#include "tools/office/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace trichyeu {
namespace {

using ::testing::HasSubstr;

constexpr std::chrono::seconds plenty{300};

constexpr const char* rtf =
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times New Roman;}}\\f0 K\\u7871? ho\\u7841?ch\\par "
    "S\\u7889? 5\\par}";

Result<std::string> text_of(const std::string& bytes, std::chrono::seconds limit = plenty) {
  const DeferredInterrupts interrupts;
  const Result<ReadOptions> reading = with_office({}, bytes, limit, interrupts);
  if (!reading) return reading.error();
  const Result<SourceText> source = read(bytes, *reading);
  if (!source) return source.error();
  EXPECT_EQ(source->media_type, "application/rtf");
  return source->text;
}

std::size_t folders_left() {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::temp_directory_path()))
    count += entry.path().filename().string().rfind("trichyeu-", 0) == 0 ? 1U : 0U;
  return count;
}

TEST(Office, OtherKindsAreLeftAlone) {
  const DeferredInterrupts interrupts;
  const Result<ReadOptions> reading = with_office({}, "KẾ HOẠCH\n", plenty, interrupts);
  ASSERT_TRUE(reading.ok());
  EXPECT_TRUE(reading->as_odt.empty());
}

TEST(Office, WithoutItsOdtAnOldFileIsRefusedWithAdvice) {
  const Result<SourceText> source = read(rtf, {});
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::office_unavailable);
  EXPECT_THAT(source.error().advice, HasSubstr("apt-get install"));
}

TEST(Office, AnEncryptedDocumentNeedsNone) {
  using namespace std::string_view_literals;
  const std::string bytes(
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv);
  EXPECT_FALSE(needs_office(bytes));
  EXPECT_EQ(read(bytes, {}).error().code, ErrorCode::encrypted);
}

TEST(Office, RtfIsRead) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  const std::size_t before = folders_left();
  const Result<std::string> text = text_of(rtf);
  ASSERT_TRUE(text.ok()) << text.error().message;
  EXPECT_EQ(*text, "Kế hoạch\nSố 5\n");
  EXPECT_EQ(folders_left(), before);
}

TEST(Office, WhatItCannotOpenIsDamaged) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  using namespace std::string_view_literals;
  const std::string broken(
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0 rubbish"sv);
  const Result<std::string> text = text_of(broken);
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code, ErrorCode::damaged);
}

TEST(Office, TooLateIsTimedOut) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  const std::size_t before = folders_left();
  const Result<std::string> text = text_of(rtf, std::chrono::seconds(0));
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code, ErrorCode::timed_out);
  EXPECT_EQ(folders_left(), before);
}

}  // namespace
}  // namespace trichyeu
