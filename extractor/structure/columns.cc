#include "extractor/structure/columns.h"

#include <algorithm>
#include <string_view>

#include "extractor/structure/lines.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_column = 400;  // bytes; a printed line's right half is shorter

// What a signature's line reads as, where no landmark tells: an office or a body in capitals, or a
// person's name.
bool may_be_signature(std::string_view text, const Grammars& grammars) {
  if (is_all_capitals(text)) return text.find(' ') != std::string_view::npos;
  const auto match = grammars.grammar("header").find(text, ZoneKind::signature);
  return match && match->has("name");
}

bool is_landmark(LineKind kind) {
  return kind != LineKind::text && kind != LineKind::basis && kind != LineKind::table_row;
}

// A whole row of a table, whose cells are told elsewhere.
bool is_row(std::string_view text) {
  return text.size() > 1 && text.front() == '|' && text.back() == '|';
}

ByteSpan without(std::string_view edges, ByteSpan span, std::string_view text) {
  const auto is_edge = [&](std::size_t at) {
    return edges.find(text[at]) != std::string_view::npos;
  };
  while (!span.empty() && is_edge(span.from_byte)) ++span.from_byte;
  while (!span.empty() && is_edge(span.to_byte - 1)) --span.to_byte;
  return span;
}

class Columns {
 public:
  Columns(PartOfDocument part, const NormalText& normal, const Grammars& grammars)
      : part_(part), normal_(normal), grammars_(grammars) {}

  std::vector<ByteSpan> of(ByteSpan line) const {
    const bool has_edges =
        !is_row(line.of(normal_.text)) && (part_ != PartOfDocument::text || opens_foot(line));
    const std::string_view edges = has_edges ? " |" : " ";
    line = without(edges, line, normal_.text);
    std::vector<ByteSpan> columns;
    for (const std::size_t at : gaps_in(line)) {
      const ByteSpan left = without(edges, {line.from_byte, at}, normal_.text);
      if (!has_letter(left.of(normal_.text))) continue;  // a bullet, however far from its words
      if (!parts(ByteSpan{at, line.to_byte})) continue;
      add(left, columns);
      line.from_byte = at;
    }
    for (std::size_t at = line.from_byte; has_edges && at < line.to_byte; ++at) {
      if (normal_.text[at] != '|') continue;
      add(without(edges, {line.from_byte, at}, normal_.text), columns);
      line = without(edges, {at, line.to_byte}, normal_.text);
      at = line.from_byte;
    }
    add_without_gap(line, columns);
    return columns;
  }

 private:
  // "| Nơi nhận:", whose cell goes on below.
  [[nodiscard]] bool opens_foot(ByteSpan line) const {
    if (line.empty() || normal_.text[line.from_byte] != '|') return false;
    const std::string_view words = without(" |", line, normal_.text).of(normal_.text);
    return kind_of_line(words, grammars_) == LineKind::recipients;
  }

  static void add(ByteSpan column, std::vector<ByteSpan>& columns) {
    if (!column.empty()) columns.push_back(column);
  }

  [[nodiscard]] std::vector<std::size_t> gaps_in(ByteSpan line) const {
    const std::vector<std::size_t>& gaps = normal_.gaps_before_byte;
    return {std::lower_bound(gaps.begin(), gaps.end(), line.from_byte + 1),
            std::lower_bound(gaps.begin(), gaps.end(), std::max(line.from_byte + 1, line.to_byte))};
  }

  [[nodiscard]] bool parts(ByteSpan right) const {
    if (right.size() > longest_column) return false;
    if (is_landmark(kind_of_line(right.of(normal_.text), grammars_, true))) return true;
    return part_ == PartOfDocument::foot && may_be_signature(right.of(normal_.text), grammars_);
  }

  // Number and place-date, body and motto may share a line without a gap that tells.
  void add_without_gap(ByteSpan line, std::vector<ByteSpan>& columns) const {
    const auto match = grammars_.grammar("lines").find(line.of(normal_.text));
    if (match && match->has("right")) {
      const std::size_t right = line.from_byte + match->captures.find("right")->second.from_byte;
      add({line.from_byte, right - 1}, columns);
      line.from_byte = right;
    }
    add(line, columns);
  }

  PartOfDocument part_;
  const NormalText& normal_;
  const Grammars& grammars_;
};

}  // namespace

std::vector<ByteSpan> columns_of(ByteSpan line, PartOfDocument part, const NormalText& normal,
                                 const Grammars& grammars) {
  return Columns(part, normal, grammars).of(line);
}

}  // namespace trichyeu
