#include "tools/office/office.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "extractor/read/office_format.h"
#include "tests/support/temporary_folder.h"
#include "tools/office/confinement.h"
#include "tools/office/office_program.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;

constexpr std::chrono::seconds plenty{300};
constexpr std::chrono::seconds short_while{10};

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

// An old container whose first sector says so, and whose second begins Word's stream.
std::string word_stream(const std::string& stream) {
  using namespace std::string_view_literals;
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv);
  bytes.resize(512);
  return bytes + stream;
}

std::string doc_with(const std::string& behind) {
  using namespace std::string_view_literals;
  return word_stream(std::string("\xEC\xA5\xC1\0"sv) + behind);
}

// Temporary files go to a folder of the test's own, so that others that run beside it leave no
// trace there.
class Office : public ::testing::Test {
 protected:
  Office() { setenv("TMPDIR", folder_.path().c_str(), 1); }
  ~Office() override { unsetenv("TMPDIR"); }

  [[nodiscard]] bool nothing_is_left() const { return std::filesystem::is_empty(folder_.path()); }

 private:
  testing::TemporaryFolder folder_;
};

TEST_F(Office, OtherKindsAreLeftAlone) {
  const DeferredInterrupts interrupts;
  const Result<ReadOptions> reading = with_office({}, "KẾ HOẠCH\n", plenty, interrupts);
  ASSERT_TRUE(reading.ok());
  EXPECT_TRUE(reading->as_odt.empty());
}

TEST_F(Office, WithoutItsOdtAnOldFileIsRefusedWithAdvice) {
  const Result<SourceText> source = read(rtf, {});
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::office_unavailable);
  EXPECT_THAT(source.error().advice, HasSubstr("apt-get install"));
}

TEST_F(Office, AnEncryptedDocumentNeedsNone) {
  using namespace std::string_view_literals;
  const std::string bytes(
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv);
  EXPECT_FALSE(office_format_of(bytes));
  EXPECT_EQ(read(bytes, {}).error().code, ErrorCode::encrypted);
}

// MS-DOC 2.5.2: bit 8 of the flags.
TEST_F(Office, AWordDocumentWithAPasswordNeedsNone) {
  using namespace std::string_view_literals;
  const std::string flags("\xC1\0\0\0\0\0\0\0\0\x01\0\0"sv);
  const std::string bytes = word_stream("\xEC\xA5" + flags);
  EXPECT_FALSE(office_format_of(bytes));
  EXPECT_EQ(read(bytes, {}).error().code, ErrorCode::encrypted);
}

TEST_F(Office, RtfIsRead) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  const Result<std::string> text = text_of(rtf);
  ASSERT_TRUE(text.ok()) << text.error().message;
  EXPECT_EQ(*text, "Kế hoạch\nSố 5\n");
  EXPECT_TRUE(nothing_is_left());
}

TEST_F(Office, WhatItCannotOpenIsDamaged) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  using namespace std::string_view_literals;
  const std::string broken(
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0 rubbish"sv);
  const Result<std::string> text = text_of(broken);
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code, ErrorCode::damaged);
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// Read, or refused with a code; never a crash, a wait, or what stands in other files.
TEST_F(Office, HostileDocumentsEndWithinTheirLimits) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  const std::string hostile[] = {
      "{\\rtf1 " + times(20'000, "{\\b "),
      "{\\rtf1\\bin2000000000 a}",
      "{\\rtf1 " + times(2000, "\\trowd\\cellx2000000000\\intbl a\\cell\\row"),
      "{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT \"/etc/passwd\"}{\\fldrslt a}}}",
      "{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE \"http://a.invalid/b.png\"}{\\fldrslt a}}}",
      "{\\rtf1\\u-1?\\u99999999?\\'zz\\uc9999 a",
      doc_with(""),
      doc_with(std::string(4096, '\0')),
      doc_with(std::string(8192, '\xFF')),
  };
  for (const std::string& bytes : hostile) {
    const DeferredInterrupts interrupts;
    const Result<ReadOptions> reading = with_office({}, bytes, short_while, interrupts);
    const Result<SourceText> source =
        reading.ok() ? read(bytes, *reading) : Result<SourceText>(reading.error());
    if (source.ok()) {
      EXPECT_THAT(source->text, ::testing::Not(HasSubstr("root:"))) << bytes.substr(0, 60);
    } else {
      EXPECT_THAT(source.error().code,
                  ::testing::AnyOf(ErrorCode::damaged, ErrorCode::encrypted, ErrorCode::empty_input,
                                   ErrorCode::too_large, ErrorCode::timed_out))
          << bytes.substr(0, 60) << source.error().message;
    }
  }
  EXPECT_TRUE(nothing_is_left());
}

TEST_F(Office, TheChildHasNoNetworkAndNoOpenFiles) {
  const int open_file = open("/dev/null", O_RDONLY);
  const pid_t child = fork();
  if (child == 0) {
    const bool confined = confine_office(plenty);
    const bool closed = fcntl(open_file, F_GETFD) < 0;  // before a socket takes its number
    const bool no_network = socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EACCES;
    const bool local = socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
    const bool alone = getpgid(0) == getpid();
    _exit(confined && no_network && local && closed && alone ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  close(open_file);
}

TEST_F(Office, TooLateIsTimedOut) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  const Result<std::string> text = text_of(rtf, std::chrono::seconds(0));
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code, ErrorCode::timed_out);
  EXPECT_TRUE(nothing_is_left());
}

}  // namespace
}  // namespace trichyeu
