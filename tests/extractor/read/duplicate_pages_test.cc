#include "extractor/read/duplicate_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

// Thirty-six words, lines of six.
const std::string page_text =
    "3\nTăng cường kiểm tra việc thực hiện\nkế hoạch tại các xã, phường trong\nquý III năm 2023; "
    "báo cáo Sở\ntrước ngày 15 tháng 9 năm 2023.\nGiao Phòng Nội vụ theo dõi chung.\n- Lưu trữ hồ "
    "sơ "
    "theo quy định.\n";

std::string with(std::string text, const std::string& what, const std::string& by) {
  text.replace(text.find(what), what.size(), by);
  return text;
}

// Of each page the page that it repeats.
std::vector<int> repeats(const std::vector<std::string>& pages, Reading reading = Reading::ocr) {
  SourceText source;
  for (const std::string& text : pages) {
    SourcePage page;
    page.number = static_cast<int>(source.pages.size()) + 1;
    page.reading = text.empty() ? Reading::blank : reading;
    page.bytes = {source.text.size(), source.text.size() + text.size()};
    source.text += text;
    source.pages.push_back(page);
  }
  set_repeated_pages(source);
  std::vector<int> found;
  for (const SourcePage& page : source.pages) found.push_back(page.repeats);
  return found;
}

TEST(DuplicatePages, AreTheSameWordByWord) {
  EXPECT_THAT(repeats({page_text, page_text}, Reading::text), ElementsAre(0, 1));
}

TEST(DuplicatePages, RepeatTheFirstOfTheirKind) {
  const std::string other = with(page_text, "Nội vụ", "Y tế");
  EXPECT_THAT(repeats({page_text, "", other, page_text, other, page_text}, Reading::text),
              ElementsAre(0, 0, 0, 1, 3, 1));
}

TEST(DuplicatePages, RecognisedOnesMayBeMisread) {
  EXPECT_THAT(repeats({page_text, with(page_text, "Phòng", "Phỏng")}), ElementsAre(0, 1));
  EXPECT_THAT(repeats({page_text, with(page_text, "hồ sơ", "hỗ sơ")}), ElementsAre(0, 1));
}

TEST(DuplicatePages, OfATextLayerAreNeverMisread) {
  EXPECT_THAT(repeats({page_text, with(page_text, "Phòng", "Phỏng")}, Reading::text), Each(0));
}

TEST(DuplicatePages, WithAnotherNameOrNumberAreOthers) {
  EXPECT_THAT(repeats({page_text, with(page_text, "Nội vụ", "Y tế")}), Each(0));
  EXPECT_THAT(repeats({page_text, with(page_text, "quý III", "quý IV")}), Each(0));
  EXPECT_THAT(repeats({page_text, with(page_text, "ngày 15", "ngày 25")}), Each(0));
  EXPECT_THAT(repeats({page_text, with(page_text, "3\n", "4\n")}), Each(0));
}

TEST(DuplicatePages, ThatAreMisreadAllOverAreOthers) {
  std::string misread = page_text;
  for (const auto& [right, wrong] : {std::pair("Tăng", "Tảng"),
                                     {"kiểm", "kiêm"},
                                     {"thực", "thưc"},
                                     {"xã,", "xâ,"},
                                     {"phường", "phuờng"},
                                     {"trong", "trơng"}})
    misread = with(misread, right, wrong);
  EXPECT_THAT(repeats({page_text, misread}), Each(0));
}

TEST(DuplicatePages, OfFewWordsAreNotCompared) {
  EXPECT_THAT(repeats({"PHỤ LỤC\nCÁC BIỂU MẪU\n", "PHỤ LỤC\nCÁC BIỂU MẪU\n"}), Each(0));
}

}  // namespace
}  // namespace trichyeu
