#include "extractor/structure/foot_columns.h"

#include <algorithm>
#include <cmath>

namespace trichyeu {
namespace {

constexpr double share_of_list = 0.4;  // of the text column's width: the signature begins beyond
constexpr double widest_indent = 30;   // points; items that go on below stand in by less
constexpr double widest_blank = 1.5;   // times the head's height, between lines of the list

}  // namespace

FootColumns::FootColumns(const Line& head, const Margins& margins)
    : page_(margins.known() ? head.page : 0),
      head_(head.straight),
      signature_from_(head.straight.left + share_of_list * margins.width()),
      list_to_(head.straight.bottom) {}

std::optional<ZoneKind> FootColumns::zone_of(const Line& line, bool is_last) {
  const Box& box = line.straight;
  if (page_ == 0 || line.page != page_) return std::nullopt;
  if (box.left > signature_from_ && box.bottom > head_.top) return ZoneKind::signature;
  const bool in_list = std::abs(box.left - head_.left) < widest_indent && box.top > head_.top &&
                       box.top - list_to_ < widest_blank * head_.height();
  if (!in_list || list_has_ended_) return std::nullopt;
  list_has_ended_ = is_last;
  list_to_ = std::max(list_to_, box.bottom);
  return ZoneKind::recipients;
}

}  // namespace trichyeu
