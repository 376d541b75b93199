#include "normalizer/legacy/utf16.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

std::string bytes_of(std::u16string_view units, ByteOrder order) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8U), low = static_cast<char>(unit & 0xFFU);
    bytes += order == ByteOrder::little_endian ? low : high;
    bytes += order == ByteOrder::little_endian ? high : low;
  }
  return bytes;
}

TEST(Utf16, IsToldWithAndWithoutItsMark) {
  for (const ByteOrder order : {ByteOrder::little_endian, ByteOrder::big_endian}) {
    for (const std::u16string_view text :
         {u"\uFEFFKế hoạch số 83/KH-UBND\r\n"sv, u"Kế hoạch số 83/KH-UBND\r\n"sv}) {
      const std::string bytes = bytes_of(text, order);
      ASSERT_EQ(utf16_order_of(bytes), order);
      const Utf16Text decoded = decode_utf16(bytes, order);
      EXPECT_EQ(decoded.text, "Kế hoạch số 83/KH-UBND\r\n");
      EXPECT_EQ(decoded.unknown, 0U);
    }
  }
}

TEST(Utf16, OtherBytesAreNot) {
  for (const std::string_view bytes :
       {"Kế hoạch"sv, ""sv, "a"sv, "text with a zero\0byte"sv, "\x7F\x45LF\x02\x01\x01\0\0\0"sv,
        "\x01\0\x02\0\x03\0\x04\0"sv}) {
    EXPECT_FALSE(utf16_order_of(bytes)) << bytes;
  }
}

TEST(Utf16, SurrogatesPairAndLoneOnesAreCounted) {
  const std::string pair = bytes_of(u"\uFEFF\U0001F4C4 a", ByteOrder::big_endian);
  EXPECT_EQ(decode_utf16(pair, ByteOrder::big_endian).text, "\U0001F4C4 a");
  const Utf16Text broken = decode_utf16("\xFE\xFF\xD8\x3D\0a\0"sv, ByteOrder::big_endian);
  EXPECT_EQ(broken.text, "\uFFFDa\uFFFD");
  EXPECT_EQ(broken.unknown, 2U);
}

}  // namespace
}  // namespace trichyeu
