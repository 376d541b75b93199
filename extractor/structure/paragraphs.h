// Which lines are one paragraph: printed lines are joined again where only the page's width broke
// them.
//
//   "- Tăng cường ứng dụng công nghệ thông tin trong công tác phổ biến, giáo"
//   "dục pháp luật đáp ứng yêu cầu."                       -> one paragraph
//   "- Khai thác triệt để ưu điểm."                        -> another
#pragma once

#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

// Indices into the lines: all of one paragraph, in order. Lines set apart belong to none, and do
// not part a paragraph that runs over them.
using Paragraph = std::vector<std::size_t>;

[[nodiscard]] std::vector<Paragraph> paragraphs_of(const std::vector<Line>& lines,
                                                   const NormalText& normal);

// A number or symbol broken behind its hyphen or slash ("3333/QĐ-" + "UBND") joins without a blank.
[[nodiscard]] bool joins_without_blank(std::string_view above, std::string_view below);

}  // namespace trichyeu
