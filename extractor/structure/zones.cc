// One pass over the lines with the zone as state. What ends a zone is a landmark (LineKind) or an
// enumeration mark; typography decides only where words do not.
#include "extractor/structure/zones.h"

#include <algorithm>
#include <cmath>

#include "extractor/structure/annex_heads.h"
#include "extractor/structure/foot_columns.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_letterhead = 40;   // lines; a type line further down is no head
constexpr std::size_t longest_title = 10;        // lines
constexpr std::size_t longest_title_line = 400;  // bytes; a longer line is running text
constexpr double width_of_edge = 4;              // points within which lines begin together
constexpr std::ptrdiff_t least_share = 30;       // percent of the commonest edge's lines

bool ends_with_any(std::string_view text, std::string_view marks) {
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

// The leftmost edge at which many lines begin: more may begin in from the margin, first lines of
// paragraphs and items.
double common_edge(std::vector<double> lefts) {
  std::sort(lefts.begin(), lefts.end());
  const auto lines_at = [&](double edge) {
    return std::upper_bound(lefts.begin(), lefts.end(), edge + width_of_edge) -
           std::lower_bound(lefts.begin(), lefts.end(), edge);
  };
  std::ptrdiff_t most = 0;
  for (const double edge : lefts) most = std::max(most, lines_at(edge));
  const auto common = std::find_if(lefts.begin(), lefts.end(), [&](double edge) {
    return lines_at(edge) * 100 >= most * least_share;
  });
  return *common;
}

class ZoneLabeller {
 public:
  ZoneLabeller(std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars)
      : lines_(lines), normal_(normal), kinds_(grammars.grammar("lines")) {}

  void run() {
    std::size_t at = letterhead_and_title(0);
    std::size_t main_from = end_of_basis(at);
    while (at < lines_.size()) {
      Line& line = lines_[at];
      if (opens_annex(at)) {
        line.kind = LineKind::annex;
        state_ = ZoneKind::annex;
      } else if (state_ == ZoneKind::annex) {
        // an annex ends with the file or at the next annex
      } else if (closed_ && opens_attached_document(at)) {
        closed_ = false;
        at = title_from(at);
        main_from = end_of_basis(at);
        continue;
      } else if (const auto closing = closing_zone(at)) {
        state_ = *closing;
        closed_ = true;
        if (line.kind == LineKind::recipients) foot_.emplace(line, margins_of(lines_, line.page));
      } else if (closed_) {
        state_ = after_closing(line);
      } else {
        state_ = at < main_from ? ZoneKind::basis : ZoneKind::main;
      }
      if (line.kind == LineKind::form) line.kind = LineKind::text;
      const bool inner = line.inner_letterhead != InnerLetterhead::none;
      line.zone = inner && state_ != ZoneKind::annex ? ZoneKind::letterhead : state_;
      ++at;
    }
  }

 private:
  [[nodiscard]] std::string_view text(const Line& line) const { return line.text(normal_); }

  // Labels the letterhead and the title; returns the first line after them.
  std::size_t letterhead_and_title(std::size_t from) {
    const std::size_t end = std::min(lines_.size(), from + longest_letterhead);
    for (std::size_t i = from; i < end; ++i) {
      const bool annex = lines_[i].kind == LineKind::annex || lines_[i].kind == LineKind::form;
      if (annex && i == from) return title_of_lone_annex(i);
      if (lines_[i].kind == LineKind::basis && i > from && lines_[i].level == Level::none) break;
      const bool letter = lines_[i].kind == LineKind::addressee;  // it has no type line
      if (!letter && lines_[i].kind != LineKind::type) continue;
      for (std::size_t j = from; j < i; ++j) lines_[j].zone = ZoneKind::letterhead;
      return letter ? i : title_from(i);
    }
    return from;
  }

  std::size_t title_of_lone_annex(std::size_t at) {
    lines_[at].kind = LineKind::annex;
    state_ = ZoneKind::annex;
    return at;
  }

  // `at` is a type line. The line after it always belongs to the title; the title goes on until
  // something begins that cannot be part of it.
  std::size_t title_from(std::size_t at) {
    lines_[at].zone = ZoneKind::title;
    std::size_t i = at + 1;
    for (; i < lines_.size() && i <= at + longest_title; ++i) {
      if (ends_title(i, i == at + 1)) break;
      lines_[i].zone = ZoneKind::title;
    }
    return i;
  }

  [[nodiscard]] bool ends_title(std::size_t at, bool first) const {
    const Line& line = lines_[at];
    const std::string_view words = text(line);
    switch (line.kind) {
      case LineKind::issued_with: return false;
      case LineKind::enacting:
      case LineKind::recipients:
      case LineKind::annex:
      case LineKind::table_row:
      case LineKind::capacity:
      case LineKind::motto: return true;
      case LineKind::self_naming: return !first;
      case LineKind::basis: return !first || ends_with_any(words, ";");
      default: break;
    }
    if (line.level != Level::none && line.level != Level::bullet) return true;
    if (first) return false;
    if (line.level == Level::bullet || words.size() > longest_title_line) return true;
    if (ends_with_any(words, ":")) return true;
    const Line& above = lines_[at - 1];
    // The authority in capitals under a decision's title opens its basis.
    if (is_all_capitals(words) && !is_all_capitals(text(above))) return true;
    if (above.kind == LineKind::issued_with && !lines_[at].blank_before) return false;
    if (line.page != 0) return !centred(line) && centred(above);
    return line.blank_before && !starts_lowercase(words) && ends_with_any(words, ".;:,");
  }

  [[nodiscard]] bool centred(const Line& line) const {
    return is_centred(line, margins_of(lines_, line.page));
  }

  // Before the document has closed a form's name may be a reference that stands alone on a line.
  [[nodiscard]] bool opens_annex(std::size_t at) const {
    const Line& line = lines_[at];
    if (line.kind == LineKind::annex) return closed_ || at + 1 < lines_.size();
    if ((closed_ || state_ == ZoneKind::annex) && begins_annex_page(lines_, at, normal_))
      return true;
    if (line.kind != LineKind::form) return false;
    const auto match = kinds_.find(line.mended.empty() ? text(line) : line.mended);
    const bool numbered = match && match->has("number");
    return closed_ || state_ == ZoneKind::annex || (numbered && line.first_on_page);
  }

  // The first line of the main text. A numbered item opens it; where there is none, what follows
  // the paragraph in which the document names itself ("… như sau:"), or which is no basis any more.
  [[nodiscard]] std::size_t end_of_basis(std::size_t from) const {
    std::size_t first_item = lines_.size(), end = from;
    for (; end < lines_.size() && !closing_zone(end) && !opens_annex(end); ++end) {
      if (!opens_main(lines_[end])) continue;
      first_item = std::min(first_item, end);
      if (lines_[end].level != Level::bullet) return first_item;
    }
    bool named = false;
    for (std::size_t i = from; i < end; ++i) {
      const Line& line = lines_[i];
      if (line.apart) continue;
      if (opens_main(line)) return i;
      if (ends_with_any(text(line), ":") && !(i + 1 < end && is_listed_basis(lines_[i + 1])))
        return i + 1;
      if (line.kind == LineKind::basis) {
        named = true;
      } else if (named && begins_sentence(i)) {
        if (is_all_capitals(text(line))) return i;
        const std::size_t last = end_of_sentence(i, end);
        if (!ends_with_any(text(lines_[last]), ";")) return last + 1;
      }
    }
    return end;
  }

  [[nodiscard]] bool is_listed_basis(const Line& line) const {
    return line.kind == LineKind::basis && ends_with_any(text(line), ";");
  }

  [[nodiscard]] bool begins_sentence(std::size_t at) const {
    return at == 0 ||
           (ends_with_any(text(lines_[at - 1]), ".;:/") && !starts_lowercase(text(lines_[at])));
  }

  // The last line of what begins at `at`.
  [[nodiscard]] std::size_t end_of_sentence(std::size_t at, std::size_t end) const {
    while (at + 1 < end && !begins_sentence(at + 1)) ++at;
    return at;
  }

  // An item ends the basis, unless it is a listed basis itself ("- Căn cứ Luật …", a Party form).
  [[nodiscard]] bool opens_main(const Line& line) const {
    if (line.kind == LineKind::table_row) return true;
    if (line.level == Level::none) return false;
    const auto rest = kinds_.find(text(line).substr(line.mark_bytes));
    return !rest || rest->emitted("kind") != "basis" || line.level != Level::bullet;
  }

  [[nodiscard]] std::optional<ZoneKind> closing_zone(std::size_t at) const {
    switch (lines_[at].kind) {
      case LineKind::recipients: return ZoneKind::recipients;
      case LineKind::capacity: return ZoneKind::signature;
      case LineKind::position:
        if (closed_ || ends_main(at)) return ZoneKind::signature;
        return std::nullopt;
      default: break;
    }
    if (names_signing_body(at)) return ZoneKind::signature;
    return std::nullopt;
  }

  // "CÔNG AN TỈNH" over "GIÁM ĐỐC", right below the main text.
  [[nodiscard]] bool names_signing_body(std::size_t at) const {
    if (at + 1 >= lines_.size() || lines_[at].level != Level::none) return false;
    const LineKind next = lines_[at + 1].kind;
    return (next == LineKind::position || next == LineKind::capacity) && ends_main(at) &&
           is_all_capitals(text(lines_[at]));
  }

  // The line before is the last of the main text ("./." or the like), and no item follows: over
  // items an office is whom they are given to.
  [[nodiscard]] bool ends_main(std::size_t at) const {
    if (at == 0 || state_ != ZoneKind::main) return false;
    if (at + 1 < lines_.size() && lines_[at + 1].level != Level::none) return false;
    const std::string_view above = text(lines_[at - 1]);
    return ends_with_any(above, "./");
  }

  [[nodiscard]] bool opens_attached_document(std::size_t at) const {
    return lines_[at].kind == LineKind::type;
  }

  // After "Nơi nhận" or a capacity: list items are recipients, the rest is the signature's.
  [[nodiscard]] ZoneKind after_closing(const Line& line) {
    if (const auto column = zone_by_column(line)) return *column;
    if (line.right_column) return ZoneKind::signature;
    if (line.level == Level::bullet) return ZoneKind::recipients;
    if (line.level != Level::none && line.level < Level::letter) return ZoneKind::main;
    if (line.kind == LineKind::table_row || line.kind == LineKind::issued_with)
      return ZoneKind::annex;
    const Line& above = left_line_above(line);
    if (above.zone == ZoneKind::recipients) {
      if (starts_lowercase(text(line)) || ends_with_any(text(above), ",") ||
          ends_with_any(text(line), ";")) {
        return ZoneKind::recipients;
      }
      if (above.kind == LineKind::recipients && line.page != 0) return ZoneKind::recipients;
    }
    return state_ == ZoneKind::main ? ZoneKind::main : ZoneKind::signature;
  }

  std::optional<ZoneKind> zone_by_column(const Line& line) {
    if (!foot_) return std::nullopt;
    const auto match = kinds_.find(text(line));
    return foot_->zone_of(line, match && match->emitted("ends") == name_of(ZoneKind::recipients));
  }

  // The line before, or the one left of it.
  [[nodiscard]] const Line& left_line_above(const Line& line) const {
    auto index = static_cast<std::size_t>(&line - lines_.data());
    do --index;
    while (index > 0 && lines_[index].right_column);
    return lines_[index];
  }

  std::vector<Line>& lines_;
  const NormalText& normal_;
  const Grammar& kinds_;
  ZoneKind state_ = ZoneKind::main;
  bool closed_ = false;              // "Nơi nhận" or a signature was seen in this document
  std::optional<FootColumns> foot_;  // from "Nơi nhận" on
};

}  // namespace

void label_zones(std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars) {
  ZoneLabeller(lines, normal, grammars).run();
}

Margins margins_of(const std::vector<Line>& lines, int page) {
  if (page == 0) return {};
  std::vector<double> lefts, rights;
  for (const Line& line : lines) {
    if (line.page != page) continue;
    lefts.push_back(line.straight.left);
    rights.push_back(line.straight.right);
  }
  if (rights.size() < 3) return {};
  std::sort(rights.begin(), rights.end());
  return {common_edge(std::move(lefts)), rights[rights.size() * 9 / 10]};
}

bool is_centred(const Line& line, const Margins& margins) {
  if (!margins.known()) return false;
  const double left = line.straight.left - margins.left;
  const double right = margins.right - line.straight.right;
  return left > 12 && right > 12 && std::abs(left - right) < margins.width() * 0.12;
}

}  // namespace trichyeu
