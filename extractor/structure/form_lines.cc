#include "extractor/structure/form_lines.h"

#include <algorithm>
#include <set>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_dirt = 7;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_of_list(std::string_view text) {
  return text.size() == 1 &&
         ((text[0] >= 'A' && text[0] <= 'H') || text[0] == 'I' || text[0] == 'V' || text[0] == 'X');
}

}  // namespace

std::vector<FormLine> form_lines_of(const SourceText& source, const NormalText& normal) {
  std::set<int> recognised;
  for (const SourcePage& page : source.pages) {
    if (page.reading == Reading::ocr) recognised.insert(page.number);
  }
  std::vector<FormLine> lines;
  if (recognised.empty()) return lines;
  std::size_t from = 0;
  for (std::size_t at = 0; at < normal.text.size();) {
    const std::size_t end = std::min(normal.text.find('\n', at), normal.text.size());
    const ByteSpan bytes{at, end};
    at = end + 1;
    if (bytes.empty()) continue;
    const std::size_t byte = normal.map.to_source(bytes).from_byte;
    while (from + 1 < source.lines.size() && source.lines[from + 1].bytes.from_byte <= byte) ++from;
    if (from >= source.lines.size()) break;
    const SourceLine& line = source.lines[from];
    const bool own = !line.stamp && !line.running_head;
    lines.push_back({bytes, line.page, line.place, own && recognised.contains(line.page)});
  }
  return lines;
}

bool is_dirt_line(std::string_view text) {
  if (text.size() > longest_dirt || text.find("--") != std::string_view::npos ||
      text.find("…") != std::string_view::npos)
    return false;
  if (text.find_first_of("0123456789/_.)") != std::string_view::npos)
    return text.size() == 1 && text[0] != '/' && text[0] != '_' && !is_digit(text[0]);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    letters += has_letter(text.substr(at, end - at));
    at = end;
  }
  return letters == 0 || (letters == 1 && !is_letter_of_list(text));
}

}  // namespace trichyeu
