// The lines of a normal text, with all that the later steps of the structure ask of a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/document_tree.h"
#include "models/source_text.h"
#include "normalizer/normalize.h"

namespace trichyeu {

// What a line is by its own words (grammars/lines.toml); most lines are `text`.
enum class LineKind {
  text,
  motto,        // national motto, Party's name
  number,       // Số: …/KH-UBND
  place_date,   // Hà Nội, ngày … tháng … năm …
  type,         // KẾ HOẠCH
  subject,      // V/v …: what an official letter is about, under its number
  addressee,    // Kính gửi: …
  basis,        // Căn cứ …; Thực hiện …
  closing,      // Trên đây là …; Trong quá trình thực hiện …
  enacting,     // QUYẾT ĐỊNH:
  issued_with,  // (Ban hành kèm theo Quyết định số …)
  recipients,   // Nơi nhận:
  capacity,     // KT. GIÁM ĐỐC
  position,     // PHÓ GIÁM ĐỐC
  annex,        // PHỤ LỤC I
  form,         // Biểu 1, Mẫu số 02: the head of an annex where one may begin
  self_naming,  // Sở Y tế xây dựng Kế hoạch … như sau:
  stamp,        // SAO Y, CÔNG VĂN ĐẾN, Ký bởi: …
  table_row,    // | a | b |, or a line of a ruled table's cell
};

// Whether the line is of the letterhead of a plan that the document before it issues.
enum class InnerLetterhead {
  none,
  named,     // the bracket under the plan's title names that document
  inferred,  // the document issues a plan, and this one may be it
};

struct Line {
  ByteSpan bytes;  // of NormalText::text, without its U+000A
  int page = 0;
  Box box;       // as a reader sees it; all zero for sources without pages
  Box straight;  // were the page straight: what layout is told by
  double font_size = 0;
  bool bold = false;
  bool first_on_page = false;  // tables aside
  bool last_on_page = false;
  bool blank_before = false;  // an empty line, or the start of the text, stands before it
  bool right_column = false;  // another column stands left of it on the same printed line

  CellPlace place;  // in a ruled table

  LineKind kind = LineKind::text;
  std::string mended;             // how a landmark that recognition damaged should read
  Level level = Level::none;      // of its enumeration mark, if it has one
  std::string mark;               // "1.1.", "-"; without the blank after it
  std::size_t mark_bytes = 0;     // of the mark and the blank after it
  bool labelled = false;          // "Thời gian: …": begins with the label of an assignment
  std::optional<MarkKind> apart;  // a page number, running head or stamp: not the document's text
  InnerLetterhead inner_letterhead = InnerLetterhead::none;
  ZoneKind zone = ZoneKind::main;

  [[nodiscard]] std::string_view text(const NormalText& normal) const {
    return bytes.of(normal.text);
  }
};

// All lines of a file that are not empty, in reading order, with kind and enumeration mark told. A
// line of a plain text whose wide gap parts two columns (recipients | signature) gives two; a row
// of a table that only lays such columns out (layout_tables.h) gives the lines of its cells.
[[nodiscard]] std::vector<Line> lines_of(const SourceText& source, const NormalText& normal,
                                         const Grammars& grammars);

// A document's head without a type line: "KẾ HOẠCH CÔNG TÁC NĂM 2024" parts behind the type, and
// "Kế hoạch" alone under number, motto or date is one too.
void part_type_and_title(std::vector<Line>& lines, const NormalText& normal,
                         const Grammars& grammars);

[[nodiscard]] std::string_view name_of(LineKind kind);  // "place_date"; empty for `text`
// The reverse; `text` for any other name.
[[nodiscard]] LineKind line_kind_of(std::string_view name);

// What a line is by its words; some landmarks are ones in a right column only.
[[nodiscard]] LineKind kind_of_line(std::string_view text, const Grammars& grammars,
                                    bool right_column = false);

// "1.1. " -> level decimal, mark "1.1."; level none where `text` begins with no mark. A dash that
// recognition misread ("~ Rà soát") is one only where `recognised`.
struct EnumerationMark {
  Level level = Level::none;
  std::string mark;
  std::size_t bytes = 0;  // of the mark and the blank after it
};
[[nodiscard]] EnumerationMark enumeration_mark_of(std::string_view text, const Grammars& grammars,
                                                  bool recognised = false);

}  // namespace trichyeu
