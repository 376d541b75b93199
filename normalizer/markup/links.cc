#include <algorithm>

#include "normalizer/markup/markup.h"

namespace trichyeu {
namespace {

bool is_address(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "ftp://"}) {
    if (text.substr(0, scheme.size()) == scheme && text.size() > scheme.size()) {
      return text.find_first_of(" \t\n<>*") == std::string_view::npos;
    }
  }
  return false;
}

// The longest link that is looked at: what a bracket may cost on hostile text.
constexpr std::size_t longest_link = 2000;

// Inside another bracket: dropped, it would make a link of that one, and so on without end.
bool is_nested(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).find_last_of("<> \t\n");
  return before != std::string_view::npos && text[before] == '<';
}

// "<http…>" from its "<"; the byte after it, or 0.
std::size_t angle_link_end(std::string_view text, std::size_t at) {
  if (is_nested(text, at)) return 0;
  const std::string_view window = text.substr(at, longest_link);
  const std::size_t close = window.find_first_of(">\n ");
  if (close == std::string_view::npos || window[close] != '>') return 0;
  return is_address(window.substr(1, close - 1)) ? at + close + 1 : 0;
}

// "<br>", "<br />", a line break inside a table's cell; the byte after it, or 0.
std::size_t line_break_end(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at, longest_link);
  if (window.substr(0, 3) != "<br") return 0;
  const std::size_t close = window.find_first_not_of(" /", 3);
  return close != std::string_view::npos && window[close] == '>' ? at + close + 1 : 0;
}

struct BracketLink {
  std::size_t label_end = 0;  // at "]"
  std::size_t end = 0;        // after ")"; 0 where there is none
};

// "[label](http…)" from its "[".
BracketLink bracket_link(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at, longest_link);
  const std::size_t label_end = window.find_first_of("[]\n", 1);
  if (label_end == std::string_view::npos || window.substr(label_end, 2) != "](") return {};
  if (window.find_first_not_of(" \t*", 1) == label_end) return {};  // no label: nothing to keep
  const std::size_t close = window.find_first_of(")\n", label_end + 2);
  if (close == std::string_view::npos || window[close] != ')') return {};
  std::string_view address = window.substr(label_end + 2, close - label_end - 2);
  if (address.size() > 2 && address.front() == '<' && address.back() == '>') {
    address = address.substr(1, address.size() - 2);
  }
  if (!is_address(address)) return {};
  return {at + label_end, at + close + 1};
}

}  // namespace

Rewrite drop_links(std::string_view text) {
  TextRewriter out(text);
  std::size_t at = text.find_first_of("<[");
  while (at != std::string_view::npos) {
    out.keep_until(at);
    if (text[at] == '<') {
      if (const std::size_t end = angle_link_end(text, at); end != 0) {
        out.drop(1);
        out.keep_until(end - 1);
        out.drop(1);
      } else if (const std::size_t break_end = line_break_end(text, at); break_end != 0) {
        out.replace(break_end - at, " ");
      }
    } else if (const BracketLink link = bracket_link(text, at); link.end != 0) {
      out.drop(1);
      out.keep_until(link.label_end);
      out.drop(link.end - link.label_end);
    }
    at = text.find_first_of("<[", std::max(at + 1, out.source_position()));
  }
  return std::move(out).finish();
}

}  // namespace trichyeu
