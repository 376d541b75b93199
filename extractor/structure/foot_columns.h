// The two columns of a document's foot on a page: who gets a copy, and who signs.
//
//   Nơi nhận:                      KT. GIÁM ĐỐC
//   - UBND tỉnh;                  PHÓ GIÁM ĐỐC
//   Lưu: VỊ, ATTP                 Lê Văn An         recipients | signature
//
// There a line belongs to the column in which it stands, whatever recognition made of its dash. The
// list ends with the copy that the office keeps.
#pragma once

#include <optional>

#include "extractor/structure/lines.h"
#include "extractor/structure/zones.h"

namespace trichyeu {

class FootColumns {
 public:
  // `head` is the line "Nơi nhận:"; `margins` are its page's.
  FootColumns(const Line& head, const Margins& margins);

  // Asked of lines in reading order. Nothing for sources without pages, for lines of other pages,
  // over the head, between the columns, or apart from the list. `is_last`: what it is says that it
  // ends the list.
  [[nodiscard]] std::optional<ZoneKind> zone_of(const Line& line, bool is_last);

 private:
  int page_ = 0;
  Box head_;
  double signature_from_ = 0;  // points from the left edge
  double list_to_ = 0;         // where the list ends so far, points from the top
  bool list_has_ended_ = false;
};

}  // namespace trichyeu
