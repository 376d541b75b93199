// Labels every line with the zone that it stands in.
//
//   letterhead   UBND TỈNH A … Vĩnh Sơn, ngày … năm …     up to the type line
//   title        KẾ HOẠCH / Triển khai …                  type line, summary, (Ban hành kèm theo …)
//   basis        Căn cứ …; … như sau:                     up to the first item
//   main         I. … ./.
//   recipients   Nơi nhận: …        signature   KT. GIÁM ĐỐC … Họ và Tên
//   annex        PHỤ LỤC I …                              up to the next annex
//
// A decision and the plan that it issues are one document: after the decision's signature the
// plan's own title, basis and main follow. A text without a type line has no title zone.
#pragma once

#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

// Sets Line::zone of all `lines`.
void label_zones(std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars);

// Width of the text column, per page and for the whole; what layout questions lean on.
struct Margins {
  double left = 0;   // most common left edge of lines
  double right = 0;  // where full lines end
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] bool known() const { return right > left; }
};
[[nodiscard]] Margins margins_of(const std::vector<Line>& lines, int page);

// Both edges are in from the margins by about the same: a heading, a title.
[[nodiscard]] bool is_centred(const Line& line, const Margins& margins);

}  // namespace trichyeu
