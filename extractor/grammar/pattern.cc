// One pass over the pattern copies it, and stops only at escapes, classes, groups and braces.
#include "extractor/grammar/pattern.h"

#include <re2/re2.h>

#include <algorithm>

namespace trichyeu {
namespace {

constexpr std::size_t longest_expansion_bytes = std::size_t{4} << 20;

// Letters, marks and digits of Latin text: Latin with its Vietnamese extensions, combining marks.
// \pL would make each edge a thousand instructions.
constexpr std::string_view word_class =
    "0-9A-Za-z\\x{AA}\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{24F}\\x{300}-\\x{36F}\\x{"
    "1E00}-\\x{1EFF}";

constexpr std::string_view capture_opening = "(?P<";
constexpr std::string_view list_prefix = "list:";
constexpr std::string_view rule_prefix = "rule:";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Length of the escape that `rest` begins with: \. \pL \p{Latin} \x{1EA0}.
std::size_t escape_size(std::string_view rest) {
  const bool named =
      rest.size() > 2 && std::string_view("pPx").find(rest[1]) != std::string_view::npos;
  if (!named) return std::min<std::size_t>(2, rest.size());
  if (rest[2] == '{') return std::min(rest.find('}'), rest.size() - 1) + 1;
  return rest[1] == 'x' ? std::min<std::size_t>(4, rest.size()) : 3;
}

std::optional<PatternFault> escape_fault(std::string_view escape) {
  if (escape.size() < 2)
    return PatternFault{"it ends in a backslash", "Write \\\\ for a backslash."};
  if (std::string_view("bBwWsSdD").find(escape[1]) == std::string_view::npos) return std::nullopt;
  return PatternFault{
      std::string(escape) + " knows ASCII only",
      "Word edges come by themselves; write [0-9] for digits, a blank for a blank, and a "
      "class or a piece for letters."};
}

// Copies the class that `rest` begins with; false where it does not end.
bool copy_class(std::string_view rest, std::string& out, std::size_t& size,
                std::optional<PatternFault>& fault) {
  std::size_t at = 1;
  out += '[';
  if (at < rest.size() && rest[at] == '^') {
    out += "^\\n";
    ++at;
  }
  if (at < rest.size() && rest[at] == ']') {
    out += "\\]";
    ++at;
  }
  while (at < rest.size() && rest[at] != ']') {
    std::size_t step = 1;
    if (rest[at] == '\\') {
      step = escape_size(rest.substr(at));
      if (!fault) fault = escape_fault(rest.substr(at, step));
    } else if (rest.substr(at, 2) == "[:") {
      step = std::min(rest.find(":]", at), rest.size() - 2) + 2 - at;
    }
    out += rest.substr(at, step);
    at += step;
  }
  out += ']';
  size = at + 1;
  return at < rest.size();
}

// The bracket that has no partner; npos where each has.
std::size_t lone_bracket(std::string_view pattern) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t step = 1;
    if (pattern[at] == '\\') {
      step = escape_size(pattern.substr(at));
    } else if (pattern[at] == '[') {
      std::string copied;
      std::optional<PatternFault> ignored;
      if (!copy_class(pattern.substr(at), copied, step, ignored)) return at;
    } else if (pattern[at] == '(') {
      open.push_back(at);
    } else if (pattern[at] == ')') {
      if (open.empty()) return at;
      open.pop_back();
    }
    at += step;
  }
  return open.empty() ? std::string_view::npos : open.back();
}

// ", at character 7 of the pattern".
std::string place_in(std::string_view written, const re2::RE2& refused) {
  std::size_t byte = lone_bracket(written);
  if (byte == std::string_view::npos) byte = written.find(refused.error_arg());
  if (byte == std::string_view::npos) return ", in what one of its pieces or lists stands for";
  const auto characters =
      1 + std::count_if(written.begin(), written.begin() + static_cast<std::ptrdiff_t>(byte),
                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return ", at character " + std::to_string(characters) + " of the pattern";
}

std::string alternatives(std::vector<std::string> words) {
  // RE2 takes the first alternative that fits, so a word stands before its own beginning.
  std::stable_sort(words.begin(), words.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out = "(?:";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += '|';
    out += re2::RE2::QuoteMeta(words[i]);
  }
  return out + ")";
}

}  // namespace

std::optional<PatternFault> PatternExpander::expand(std::string_view pattern, std::string& out) {
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    if (rest[0] == '\\') {
      const std::size_t size = escape_size(rest);
      if (auto fault = escape_fault(rest.substr(0, size))) return fault;
      out += rest.substr(0, size);
      at += size;
    } else if (rest[0] == '[') {
      std::size_t size = 0;
      std::optional<PatternFault> fault;
      if (!copy_class(rest, out, size, fault))
        return PatternFault{"a [ without its ]", "Write \\[ for a bracket."};
      if (fault) return fault;
      at += size;
    } else if (rest.substr(0, 3) == "(?<") {
      return PatternFault{"(?< is not RE2's", "Name a group (?P<name>…); RE2 has no look-around."};
    } else if (rest[0] == '{' && rest.size() > 1 && is_letter(rest[1])) {
      const std::size_t end = rest.find('}');
      if (end == std::string_view::npos) return PatternFault{"a { without its }", "Write {name}."};
      if (auto fault = expand_name(rest.substr(1, end - 1), out)) return fault;
      if (out.size() > longest_expansion_bytes) {
        return PatternFault{"it grows beyond 4 MB: pieces that hold pieces multiply",
                            "Name fewer pieces in one another."};
      }
      at += end + 1;
    } else {
      out += rest[0];
      ++at;
    }
  }
  return std::nullopt;
}

std::optional<PatternFault> PatternExpander::expand_name(std::string_view name, std::string& out) {
  if (const auto known = expanded_.find(name); known != expanded_.end()) {
    out += known->second;
    return std::nullopt;
  }
  if (std::find(open_.begin(), open_.end(), name) != open_.end()) {
    return PatternFault{"{" + std::string(name) + "} holds itself",
                        "Take it out of its own pattern."};
  }
  std::string text;
  std::optional<PatternFault> fault;
  open_.emplace_back(name);
  if (name.substr(0, list_prefix.size()) == list_prefix) {
    fault = expand_list(name.substr(list_prefix.size()), text);
  } else if (name.substr(0, rule_prefix.size()) == rule_prefix) {
    fault = expand_rule(name.substr(rule_prefix.size()), text);
  } else {
    fault = expand_piece(name, text);
  }
  if (fault) return fault;
  open_.pop_back();
  out += text;
  expanded_.emplace(name, std::move(text));
  return std::nullopt;
}

std::optional<PatternFault> PatternExpander::expand_piece(std::string_view name, std::string& out) {
  const Pieces& home = own_.find(name) != own_.end() ? own_ : shared_;
  const auto piece = home.find(name);
  if (piece == home.end()) {
    return PatternFault{"no piece {" + std::string(name) + "}",
                        "Define it under [pieces] of this file or of pieces.toml."};
  }
  out += "(?:";
  if (auto fault = expand(piece->second, out)) return fault;
  out += ')';
  return std::nullopt;
}

std::optional<PatternFault> PatternExpander::expand_list(std::string_view name, std::string& out) {
  const std::size_t dot = name.rfind('.');
  const auto list = lists_.find(name.substr(0, dot));
  if (dot == std::string_view::npos || list == lists_.end()) {
    return PatternFault{"no word list for {list:" + std::string(name) + "}",
                        "Write {list:FILE.COLUMN}, FILE without .tsv."};
  }
  if (!list->second.has_column(name.substr(dot + 1))) {
    return PatternFault{"no column for {list:" + std::string(name) + "}",
                        "Name a column of the first line of " + list->first + ".tsv."};
  }
  std::vector<std::string> words = list->second.entries(name.substr(dot + 1));
  if (words.empty())
    return PatternFault{"{list:" + std::string(name) + "} is empty", "Add a row to the list."};
  out += alternatives(std::move(words));
  return std::nullopt;
}

std::optional<PatternFault> PatternExpander::expand_rule(std::string_view id, std::string& out) {
  const auto rule = rules_.find(id);
  if (rule == rules_.end()) {
    return PatternFault{"no rule for {rule:" + std::string(id) + "}",
                        "Write {rule:ID}, ID as in its file."};
  }
  PatternExpander expander(*rule->second.pieces, shared_, lists_, rules_);
  // Pieces of one name differ from file to file, rules do not.
  for (const std::string& name : open_) {
    if (name.substr(0, rule_prefix.size()) == rule_prefix) expander.open_.push_back(name);
  }
  std::string text;
  if (auto fault = expander.expand(rule->second.pattern, text)) return fault;
  for (std::size_t at = text.find(capture_opening); at != std::string::npos;
       at = text.find(capture_opening, at)) {
    text.replace(at, text.find('>', at) + 1 - at, "(?:");
  }
  out += "(?:" + text + ")";
  return std::nullopt;
}

std::vector<std::string> capture_names(std::string_view expanded) {
  std::vector<std::string> names;
  for (std::size_t at = expanded.find(capture_opening); at != std::string_view::npos;
       at = expanded.find(capture_opening, at)) {
    at += capture_opening.size();
    names.emplace_back(expanded.substr(at, expanded.find('>', at) - at));
  }
  return names;
}

std::string searched_pattern(std::string_view expanded, RuleAnchor at, RuleEdges edges) {
  const bool edge_before = edges == RuleEdges::both || edges == RuleEdges::before;
  const bool edge_after = edges == RuleEdges::both || edges == RuleEdges::after;
  const std::string other = "[^" + std::string(word_class) + "]";
  std::string out;
  if (at != RuleAnchor::anywhere) {
    out += "\\A";
  } else if (edge_before) {
    out += "(?:\\A|" + other + ")";
  }
  out += "(?P<" + std::string(match_group) + ">" + std::string(expanded) + ")";
  if (at == RuleAnchor::whole) {
    out += "\\z";
  } else if (edge_after) {
    out += "(?:\\z|" + other + ")";
  }
  return out;
}

bool ends_in_word(std::string_view text) {
  // As a class of single code points this is the same question, without a table of its own.
  static const re2::RE2 word_at_end("[" + std::string(word_class) + "]\\z");
  std::size_t from = text.size();
  while (from > 0 && (static_cast<unsigned char>(text[from - 1]) & 0xC0U) == 0x80U) --from;
  if (from > 0) --from;
  return re2::RE2::PartialMatch(re2::StringPiece(text.data() + from, text.size() - from),
                                word_at_end);
}

std::optional<PatternFault> fault_of(const std::string& expanded, std::string_view written) {
  const re2::RE2 pattern(expanded, re2::RE2::Quiet);
  if (!pattern.ok()) {
    const bool too_large = pattern.error_code() == re2::RE2::ErrorPatternTooLarge ||
                           pattern.error_code() == re2::RE2::ErrorRepeatSize;
    if (too_large) {
      return PatternFault{"RE2 refuses the pattern: " + pattern.error(),
                          "Lower the repeats: nested ones multiply, and 1000 is the bound."};
    }
    return PatternFault{
        "RE2 refuses the pattern" + place_in(written, pattern) + ": " + pattern.error(),
        "Mend the pattern there; a sign that means itself takes a backslash."};
  }
  if (re2::RE2::FullMatch("", pattern)) {
    return PatternFault{"the pattern matches the empty text", "Make a part of it obligatory."};
  }
  return std::nullopt;
}

}  // namespace trichyeu
