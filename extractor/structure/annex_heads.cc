#include "extractor/structure/annex_heads.h"

#include <algorithm>
#include <string_view>

#include "extractor/structure/zones.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_title = 8;  // lines

class AnnexPage {
 public:
  AnnexPage(const std::vector<Line>& lines, std::size_t at, const NormalText& normal)
      : lines_(lines), at_(at), normal_(normal) {}

  [[nodiscard]] bool begins() const {
    if (!is_first_on_page() || !is_head()) return false;
    for (std::size_t i = at_ + 1; i < lines_.size() && i <= at_ + longest_title; ++i) {
      if (lines_[i].apart) continue;
      if (lines_[i].page != lines_[at_].page) return false;
      if (lines_[i].kind == LineKind::issued_with) return true;
      if (lines_[i].place.in_table()) return is_new(lines_[i].place.table) && counts_from_one(i);
      if (!goes_on(lines_[i])) return false;
    }
    return false;
  }

 private:
  [[nodiscard]] std::string_view text(const Line& line) const { return line.text(normal_); }

  // Page numbers and stamps aside.
  [[nodiscard]] bool is_first_on_page() const {
    if (lines_[at_].page == 0) return false;
    for (std::size_t i = at_; i > 0 && lines_[i - 1].page == lines_[at_].page; --i) {
      if (!lines_[i - 1].apart) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_head() const {
    const Line& line = lines_[at_];
    return !line.apart && line.kind == LineKind::text && line.level == Level::none &&
           !line.place.in_table() && is_all_capitals(text(line)) &&
           is_centred(line, margins_of(lines_, line.page));
  }

  [[nodiscard]] static bool goes_on(const Line& line) {
    return line.level == Level::none && line.kind == LineKind::text;
  }

  // No row of it stands on a page before.
  [[nodiscard]] bool is_new(std::size_t table) const {
    return std::none_of(
        lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(at_),
        [&](const Line& line) { return line.place.in_table() && line.place.table == table; });
  }

  // The first number that stands alone in the table's cells.
  [[nodiscard]] bool counts_from_one(std::size_t first) const {
    const std::size_t table = lines_[first].place.table;
    for (std::size_t i = first; i < lines_.size() && lines_[i].place.table == table; ++i) {
      std::string_view number = text(lines_[i]);
      if (number.ends_with('.')) number.remove_suffix(1);
      const bool numeral = number == "I";
      if (numeral ||
          (!number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos))
        return numeral || number == "1" || number == "01";
    }
    return false;
  }

  const std::vector<Line>& lines_;
  std::size_t at_;
  const NormalText& normal_;
};

}  // namespace

bool begins_annex_page(const std::vector<Line>& lines, std::size_t at, const NormalText& normal) {
  return AnnexPage(lines, at, normal).begins();
}

}  // namespace trichyeu
