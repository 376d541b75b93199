#include "extractor/read/unruled_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extractor/read/page_tables.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Words of 6 points a letter, 12 points high, parted by blanks of 4 points.
class Page {
 public:
  Page& put(double left, double top, const std::string& line) {
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      PageWord word;
      word.text = line.substr(at, end - at);
      word.box = {left, top, left + 6 * static_cast<double>(word.text.size()), top + 12};
      word.reach = word.box;
      word.font_size = 12;
      left = word.box.right + 4;
      words_.push_back(std::move(word));
      at = end + 1;
    }
    return *this;
  }

  // "row.column: words" of every cell with words, "-: words" of lines outside.
  std::vector<std::string> read() const {
    const PageText page = page_text(words_, Rulings{{}, 0, 0, 0});
    std::vector<std::string> read;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      std::string name = "-";
      if (page.places[i].in_table()) {
        const GridCell& cell = page.grids[page.places[i].table].cells[page.places[i].cell];
        name = std::to_string(cell.row) + "." + std::to_string(cell.column);
      }
      std::string words;
      for (const PageWord& word : page.lines[i]) words += " " + word.text;
      if (!read.empty() && name != "-" && read.back().substr(0, name.size() + 1) == name + ":")
        read.back() += words;
      else
        read.push_back(name + ":" + words);
    }
    return read;
  }

  [[nodiscard]] std::vector<Grid> grids() const { return unruled_grids_of(words_); }

 private:
  std::vector<PageWord> words_;
};

TEST(UnruledTables, ANumberBeginsARowThatGoesOnBelowIt) {
  Page page;
  page.put(50, 60, "II. NHIEM VU CUA CAC DON VI TRONG NAM SAU DAY");
  page.put(50, 100, "TT").put(90, 100, "Noi dung").put(300, 100, "Chu tri");
  page.put(50, 130, "1").put(90, 130, "Ra soat ho so").put(300, 130, "Phong Tu phap");
  page.put(90, 145, "luu tru");
  page.put(50, 175, "2").put(90, 175, "Tap huan").put(300, 175, "Van phong");
  page.put(50, 215, "III. TO CHUC THUC HIEN CUA CAC DON VI TRONG NAM");
  EXPECT_THAT(page.read(),
              ElementsAre("-: II. NHIEM VU CUA CAC DON VI TRONG NAM SAU DAY", "0.0: TT",
                          "0.1: Noi dung", "0.2: Chu tri", "1.0: 1", "1.1: Ra soat ho so luu tru",
                          "1.2: Phong Tu phap", "2.0: 2", "2.1: Tap huan", "2.2: Van phong",
                          "-: III. TO CHUC THUC HIEN CUA CAC DON VI TRONG NAM"));
}

TEST(UnruledTables, ANumberMayStandAtItsRowsMiddle) {
  Page page;
  page.put(50, 100, "TT").put(90, 100, "Noi dung").put(300, 100, "Chu tri");
  page.put(90, 130, "Ra soat toan bo").put(50, 145, "1").put(90, 145, "cac ho so");
  page.put(300, 145, "Phong Tu phap").put(90, 160, "luu tru");
  page.put(90, 190, "Tap huan cho can bo").put(50, 205, "2").put(90, 205, "cac xa");
  page.put(300, 205, "Van phong").put(90, 220, "va phuong");
  EXPECT_THAT(page.read(),
              ElementsAre("0.0: TT", "0.1: Noi dung", "0.2: Chu tri", "1.0: 1",
                          "1.1: Ra soat toan bo cac ho so luu tru", "1.2: Phong Tu phap", "2.0: 2",
                          "2.1: Tap huan cho can bo cac xa va phuong", "2.2: Van phong"));
}

TEST(UnruledTables, WithoutNumbersOrWithTwoColumnsThereIsNone) {
  Page names;
  names.put(50, 100, "An").put(150, 100, "Van phong").put(300, 100, "Truong phong");
  names.put(50, 130, "Binh").put(150, 130, "Thanh tra").put(300, 130, "Pho phong");
  EXPECT_THAT(names.grids(), IsEmpty());
  Page list;
  list.put(50, 100, "1").put(90, 100, "Ra soat ho so").put(50, 130, "2").put(90, 130, "Tap huan");
  EXPECT_THAT(list.grids(), IsEmpty());
}

TEST(UnruledTables, AMisreadNumberIsToldByTheNext) {
  Page page;
  page.put(50, 100, "TT").put(90, 100, "Noi dung").put(300, 100, "Chu tri");
  page.put(50, 130, "1").put(90, 130, "Ra soat").put(300, 130, "Phong Tu phap");
  page.put(50, 160, "P?").put(90, 160, "Tap huan").put(300, 160, "Van phong");
  page.put(50, 190, "3").put(90, 190, "Tong hop").put(300, 190, "Cong an");
  EXPECT_THAT(page.read(),
              ElementsAre("0.0: TT", "0.1: Noi dung", "0.2: Chu tri", "1.0: 1", "1.1: Ra soat",
                          "1.2: Phong Tu phap", "2.0: P?", "2.1: Tap huan", "2.2: Van phong",
                          "3.0: 3", "3.1: Tong hop", "3.2: Cong an"));
}

TEST(UnruledTables, AHeadingApartBelowTheLastRowIsNoneOfIt) {
  Page page;
  page.put(50, 100, "TT").put(90, 100, "Noi dung").put(300, 100, "Chu tri");
  page.put(50, 130, "1").put(90, 130, "Ra soat ho so").put(300, 130, "Phong Tu phap");
  page.put(90, 145, "luu tru");
  page.put(50, 175, "2").put(90, 175, "Tap huan").put(300, 175, "Van phong");
  page.put(90, 190, "can bo");
  page.put(90, 220, "III. TO CHUC");
  const std::vector<std::string> read = page.read();
  EXPECT_EQ(read.back(), "-: III. TO CHUC");
}

}  // namespace
}  // namespace trichyeu
