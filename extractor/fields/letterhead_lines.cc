// Cells first, then each is joined with the next ones where only the whole reads as something.
#include "extractor/fields/letterhead_lines.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_break = 3;  // lines that one was broken into

// Dashes, stars, a stroke: nothing to read.
bool is_rule(std::string_view text) {
  return !has_letter(text) && text.find_first_of("0123456789") == std::string_view::npos;
}

std::vector<ByteSpan> cells_of(const std::vector<ByteSpan>& lines, std::string_view text) {
  std::vector<ByteSpan> cells;
  for (const ByteSpan line : lines) {
    if (is_rule(line.of(text))) cells.push_back(line);
    for (std::size_t at = line.from_byte; at < line.to_byte;) {
      const std::size_t end = std::min(text.find('|', at), line.to_byte);
      const ByteSpan cell = trimmed({at, end}, text);
      if (!is_rule(cell.of(text))) cells.push_back(cell);
      at = end + 1;
    }
  }
  return cells;
}

// Bytes of the longest head of a unit's name that the line begins with; 0 where it begins none.
std::size_t head_size(std::string_view line, const Grammars& grammars) {
  const std::string small = lowercase(line);
  std::size_t longest = 0;
  for (const std::string& head : grammars.list("unit-heads").entries("head")) {
    const std::size_t size = head.size();
    if (size <= longest || small.compare(0, size, lowercase(head)) != 0) continue;
    if (small.size() == size || small[size] == ' ') longest = size;
  }
  return longest;
}

class Joiner {
 public:
  Joiner(std::vector<ByteSpan> cells, std::string_view text, const Grammars& grammars)
      : cells_(std::move(cells)), text_(text), grammars_(grammars) {}

  std::vector<LetterheadLine> joined() const {
    std::vector<LetterheadLine> lines;
    for (std::size_t at = 0; at < cells_.size();) {
      const std::size_t count = joins(at);
      const ByteSpan bytes{cells_[at].from_byte, cells_[at + count - 1].to_byte};
      lines.push_back({bytes, kind_of(one_line(bytes, text_))});
      at += count;
    }
    return lines;
  }

 private:
  // How many cells from `at` on make one line.
  [[nodiscard]] std::size_t joins(std::size_t at) const {
    const std::string alone = one_line(cells_[at], text_);
    if (kind_of(alone) != LetterheadLine::Kind::words || is_read(alone)) return 1;
    for (std::size_t count = 2; count <= longest_break && at + count <= cells_.size(); ++count) {
      const ByteSpan last = cells_[at + count - 1];
      if (kind_of(one_line(last, text_)) == LetterheadLine::Kind::rule) return 1;
      const std::string whole = one_line({cells_[at].from_byte, last.to_byte}, text_);
      if (kind_of(whole) == LetterheadLine::Kind::motto) return count;
      if (is_read(whole) && !is_read(one_line(last, text_), alone)) return count;
      if (head_size(whole, grammars_) > alone.size()) return count;
    }
    return 1;
  }

  [[nodiscard]] LetterheadLine::Kind kind_of(std::string_view words) const {
    if (is_rule(words)) return LetterheadLine::Kind::rule;
    const auto match = grammars_.grammar("lines").find(words);
    const std::string_view kind = match ? match->emitted("kind") : std::string_view{};
    return kind == "motto" || kind == "stamp" ? LetterheadLine::Kind::motto
                                              : LetterheadLine::Kind::words;
  }

  // Number, or place and date.
  [[nodiscard]] bool is_read(std::string_view words) const {
    const auto match = grammars_.grammar("header").find(words, ZoneKind::letterhead);
    const std::string_view field = match ? match->emitted("field") : std::string_view{};
    return field == "number" || field == "date";
  }

  // A line that reads by itself stands by itself, unless what is above it begins its place's name:
  // few words, not in capitals.
  [[nodiscard]] bool is_read(std::string_view words, std::string_view above) const {
    const bool may_begin_place =
        !is_all_capitals(above) && std::count(above.begin(), above.end(), ' ') < 2;
    return is_read(words) && !may_begin_place;
  }

  std::vector<ByteSpan> cells_;
  std::string_view text_;
  const Grammars& grammars_;
};

}  // namespace

std::vector<LetterheadLine> letterhead_lines(const std::vector<ByteSpan>& lines,
                                             std::string_view text, const Grammars& grammars) {
  return Joiner(cells_of(lines, text), text, grammars).joined();
}

bool begins_body(std::string_view line, const Grammars& grammars) {
  return head_size(line, grammars) > 0;
}

}  // namespace trichyeu
