#include "extractor/read/office_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

struct Mended {
  std::string text;
  std::vector<Mend> mends;
};

Mended mended(const std::vector<std::string>& words) {
  PageText page;
  page.lines.emplace_back();
  page.places.emplace_back();
  for (const std::string& text : words) {
    page.lines[0].emplace_back();
    page.lines[0].back().text = text;
  }
  Mended mended;
  mended.mends = mend_office_words(page);
  for (const PageWord& word : page.lines[0])
    mended.text += (mended.text.empty() ? "" : " ") + word.text;
  return mended;
}

TEST(OfficeWords, TheClerksOfficeKeepsACopy) {
  EXPECT_EQ(mended({"-", "Lưu:", "VỊ,", "TH."}).text, "- Lưu: VT, TH.");
  const Mended mend = mended({"Lưu", "VI."});
  EXPECT_EQ(mend.text, "Lưu VT.");
  ASSERT_EQ(mend.mends.size(), 1U);
  EXPECT_EQ(mend.mends[0].read, "VI.");
  EXPECT_EQ(mend.mends[0].because, "Lưu VT.");
}

TEST(OfficeWords, StandingCommitteesAreNamedBeforeTheirBodies) {
  EXPECT_EQ(mended({"-", "TY", "Đảng", "ủy,", "TY", "HĐND", "xã;"}).text,
            "- TT Đảng ủy, TT HĐND xã;");
}

TEST(OfficeWords, BesideOtherWordsTheyStay) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"khóa", "VI,"}, {"Lưu:", "VT,", "TH."}, {"Cục", "TY", "và"}, {}})
    EXPECT_TRUE(mended(words).mends.empty());
}

}  // namespace
}  // namespace trichyeu
