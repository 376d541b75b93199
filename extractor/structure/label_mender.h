// Labels and headings of columns that recognition has damaged.
//
//   "- Đơn vị chử trì; Sở A"           ->  "- Đơn vị chủ trì: Sở A"
//   "„'Thời gian thực hiện: Quý I"     ->  "- Thời gian thực hiện: Quý I"
//   "Cơ quạn chủ trì", over a column   ->  "Cơ quan chủ trì"
//   "II. NỘI DỤNG, HÌNH THỨC"          ->  "II. NỘI DUNG, HÌNH THỨC"
//   "Nội dung phổ biến: …"                 stays: it is like no label
//
// Words are like those of label-phrases.tsv and section-phrases.tsv where, marks and signs aside,
// at most one letter in eight is wrong, missing or too many, and no other is as near.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/structure/form_mend.h"

namespace trichyeu {

class LabelMender {
 public:
  explicit LabelMender(const Grammars& grammars);

  // The beginning of a recognised line with its label's mark, words and colon; nothing where no
  // label stands there or nothing is wrong with it. `bullet`: what the labels above begin with,
  // "- ", which stands for a mark that cannot be read.
  [[nodiscard]] std::optional<FormMend> mend(std::string_view line, std::string_view bullet) const;

  // The damaged labels behind a sentence of the line, or in brackets: "Tổ chức hội thảo. Thời giah:
  // Quý I" has one.
  [[nodiscard]] std::vector<FormMend> mend_inner(std::string_view line) const;

  // What stands before the label that the line begins with: "- ", "a) ", ""; nothing where it
  // begins with none.
  [[nodiscard]] std::optional<std::string_view> mark_before_label(std::string_view line) const;

  // The misread words of a section's heading, its mark passed over: "II. NỘI DỤNG, HÌNH THỨC" has
  // one. Only a line in capitals, or one that is nothing else, is a heading.
  [[nodiscard]] std::vector<FormMend> mend_heading(std::string_view line) const;

  // How the heading of a column should read; nothing where it is known or like none.
  [[nodiscard]] std::optional<std::string> heading(std::string_view cell) const;
  // Whether the cell is a heading as it stands.
  [[nodiscard]] bool is_heading(std::string_view cell) const;

 private:
  struct Phrase {
    std::string words;    // small letters
    std::string letters;  // letters_alone
    bool label = false;   // of a field of the task, before a colon
  };
  // Where the label's words end and its sign stands.
  struct Found {
    std::size_t words_to = 0;    // byte behind the words
    std::size_t value_from = 0;  // byte behind the sign and its dirt
    std::string words;           // as they should read
  };
  [[nodiscard]] bool is_label(std::string_view words) const;
  [[nodiscard]] const Phrase* nearest(std::string_view words, bool label) const;
  [[nodiscard]] std::optional<Found> label_at(std::string_view line, std::size_t from) const;

  const Grammars& grammars_;
  std::vector<Phrase> phrases_;
  std::vector<Phrase> section_phrases_;  // longest first
};

}  // namespace trichyeu
