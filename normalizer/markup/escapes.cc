#include <algorithm>

#include "normalizer/markup/markup.h"

namespace trichyeu {
namespace {

// Not the pipe: a table's reader tells "\|" from the edge of a cell.
bool is_escapable(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[]^_`{}~").find(c) != std::string_view::npos;
}

}  // namespace

// A run of backslashes before punctuation; at a line's end, where one breaks the line, with blanks.
Rewrite drop_escapes(std::string_view text) {
  TextRewriter out(text);
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const std::size_t end = std::min(text.find_first_not_of("\\ \t", at), text.size());
    const bool ends_line = end == text.size() || text[end] == '\n';
    if (ends_line) {
      out.keep_until(at);
      out.drop(end - at);
    } else if (is_escapable(text[end])) {
      out.keep_until(text.find_last_not_of('\\', end - 1) + 1);
      out.drop(end - out.source_position());
    }
    at = end;
  }
  return std::move(out).finish();
}

}  // namespace trichyeu
