// Images that are broken, or made to hurt: each an error that says so, none a crash, a long wait,
// or memory without end.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using namespace std::string_literals;

void expect_damaged(const std::string& bytes) {
  const Result<SourceText> source = read(bytes, {});
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(name_of(source.error().code), name_of(ErrorCode::damaged)) << source.error().message;
}

std::string big_endian(std::size_t value, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    text += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
  return text;
}

std::string little_endian(std::size_t value, int bytes) {
  const std::string text = big_endian(value, bytes);
  return {text.rbegin(), text.rend()};
}

// A PNG's header for an image of that size, and nothing behind it that shows one.
std::string png(std::size_t width, std::size_t height) {
  return "\x89PNG\r\n\x1A\n" + big_endian(13, 4) + "IHDR" + big_endian(width, 4) +
         big_endian(height, 4) + "\x08\x02\0\0\0"s + big_endian(0, 4) + big_endian(64, 4) + "IDAT" +
         std::string(64, 'x');
}

// A JPEG's frame header for an image of that size.
std::string jpeg(std::size_t width, std::size_t height) {
  return "\xFF\xD8\xFF\xC0" + big_endian(11, 2) + '\x08' + big_endian(height, 2) +
         big_endian(width, 2) + "\x01\x01\x11\0"s + "\xFF\xDA" + big_endian(8, 2) +
         "\x01\x01\0\0\x3F\0"s + "\xFF\xD9";
}

// A TIFF's directory at byte 8: width, height, and where the next directory is.
std::string tiff(std::size_t width, std::size_t height, std::size_t next) {
  const auto entry = [](std::size_t tag, std::size_t value) {
    return little_endian(tag, 2) + little_endian(4, 2) + little_endian(1, 4) +
           little_endian(value, 4);
  };
  return "II*\0"s + little_endian(8, 4) + little_endian(2, 2) + entry(256, width) +
         entry(257, height) + little_endian(next, 4);
}

TEST(HostileImage, SidesBeyondReasonAreNotDecoded) {
  expect_damaged(png(60'000, 60'000));
  expect_damaged(png(2'000'000'000, 2'000'000'000));
  expect_damaged(jpeg(60'000, 60'000));
}

TEST(HostileImage, WithoutASideIsDamaged) {
  expect_damaged(png(0, 0));
  expect_damaged(jpeg(0, 0));
}

TEST(HostileImage, AHeaderAloneIsDamaged) {
  expect_damaged(png(100, 100));
  expect_damaged(jpeg(100, 100));
  expect_damaged("\x89PNG\r\n\x1A\n");
  expect_damaged("\xFF\xD8\xFF");
  expect_damaged("II*\0\x08\0\0\0"s);
}

TEST(HostileImage, PagesOfATiffInACircleEnd) {
  expect_damaged(tiff(100, 100, 8));
  expect_damaged(tiff(60'000, 60'000, 8));
}

}  // namespace
}  // namespace trichyeu
