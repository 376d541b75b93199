#include "tools/register/successions.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "models/cut.h"

namespace trichyeu {
namespace {

std::string name_on(const std::string& name, const std::string& day) {
  const auto succession = succession_of(name, day);
  return succession ? succession->successor : "=";
}

TEST(Successions, HoldFromTheirDayOn) {
  EXPECT_EQ(name_on("Bộ Giao thông vận tải", "2025-02-28"), "=");
  EXPECT_EQ(name_on("Bộ Giao thông vận tải", "2025-03-01"), "Bộ Xây dựng");
  EXPECT_EQ(name_on("Sở GTVT tỉnh Đại An", "2025-06-01"), "Sở Xây dựng");
  EXPECT_EQ(name_on("Bộ Xây dựng", "2026-01-01"), "=");
}

TEST(Successions, TakeTheLongestNameAndWholeWords) {
  EXPECT_EQ(name_on("Bộ Nông nghiệp và Môi trường", "2026-01-01"), "=");
  EXPECT_EQ(name_on("Bộ Nông nghiệp và PTNT", "2026-01-01"), "Bộ Nông nghiệp và Môi trường");
  EXPECT_EQ(name_on("huyện Thạch Lâm", "2026-01-01"), "");
  EXPECT_EQ(name_on("Trung tâm huyệnX", "2026-01-01"), "=");
}

TEST(Successions, AreFoldedForComparison) {
  EXPECT_EQ(name_on("UBND TỈNH HÀ GIANG", "2025-07-01"), "tỉnh Tuyên Quang");
}

// The list of provinces that targets are made of says the same.
TEST(Successions, AgreeWithTheListOfProvinces) {
  std::ifstream file(TRICHYEU_SOURCE_DIR "/extractor/grammars/provinces.tsv");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string text = bytes.str();
  std::string_view rest = text;
  cut(rest, '\n');
  int merged = 0;
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    std::string_view names = cut(line, '\t');
    const std::string name(cut(names, '|'));
    cut(line, '\t');
    cut(line, '\t');
    const std::string now = name_on("tỉnh " + name, "2025-07-01");
    EXPECT_EQ(now == "=", line.empty()) << name;
    merged += line.empty() ? 0 : 1;
  }
  EXPECT_GT(merged, 20);
}

}  // namespace
}  // namespace trichyeu
