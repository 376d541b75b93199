// Numbers and letters of items that recognition has damaged, mended by the items around them.
//
//   "1..Mục đích", "c).Đề nghị"              ->  "1. Mục đích", "c) Đề nghị"
//   "2,Yêu cầu" behind item 1                ->  "2. Yêu cầu"
//   "3.1:1 Nội dung" behind item 3.1         ->  "3.1.1 Nội dung"
//   "95.3. Sản phẩm" behind item 5.2         ->  "5.3. Sản phẩm"
//   "€) Mở quầy" behind item b)              ->  "c) Mở quầy"
//   ".‹ Thủ trưởng" before item 2            ->  "1. Thủ trưởng"
//   "1L.MỤC TIÊU" before a heading II        ->  "I. MỤC TIÊU"
//   "H. Nội dung", "HI. Tổ chức"             ->  "II. Nội dung", "III. Tổ chức"
//
// A mark becomes the one that its place asks for where it is like it, or where it is like none and
// the next of its kind follows further down.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/structure/form_mend.h"
#include "models/document_tree.h"

namespace trichyeu {

class MarkMender {
 public:
  // `lines`: all of a file in their order, tables aside; they outlive the mender.
  MarkMender(const std::vector<std::string_view>& lines, const Grammars& grammars);

  // What line `at` should begin with; nothing where its mark is right, or it has none. Asked line
  // after line; only a recognised line is mended.
  [[nodiscard]] std::optional<FormMend> mend(std::size_t at, bool recognised);

 private:
  // "II.", "3.", "3.1.", "b)": level, what stands before its last number, that number, its sign.
  struct Mark {
    Level level = Level::none;
    std::string above;  // "3." of "3.1."
    int value = 0;      // of a letter its place in the alphabet of lists, from 1
    std::string end;    // ".", ")" or nothing
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string core() const;  // without the sign
  };
  [[nodiscard]] Mark mark_of(std::string_view line) const;
  // The marks that may follow on those above, the innermost first.
  [[nodiscard]] std::vector<Mark> expected() const;
  [[nodiscard]] bool goes_on_below(std::size_t at, const Mark& meant) const;
  [[nodiscard]] bool fits(std::size_t at, std::string_view token, const Mark& meant) const;
  void take(const Mark& mark);

  const std::vector<std::string_view>& lines_;
  std::vector<Mark> marks_;           // of the lines as they were read
  std::vector<Mark> open_;            // the last of each level, outermost first
  bool has_numerals_ = false;         // a heading "III." stands somewhere
  bool has_letter_before_h_ = false;  // "G.": letters count headings as far as H
};

}  // namespace trichyeu
