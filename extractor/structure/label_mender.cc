// The label's words are looked for up to each of the first signs of a line, since "Cơ quan, đơn vị
// chủ trì:" holds one of its own.
#include "extractor/structure/label_mender.h"

#include <algorithm>
#include <array>

#include "extractor/structure/likeness.h"
#include "extractor/structure/lines.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t letters_per_error = 8;
constexpr std::size_t most_errors = 2;
constexpr std::size_t longest_dirt = 9;     // bytes before a label
constexpr std::size_t longest_label = 90;   // bytes
constexpr std::size_t longest_head = 160;   // bytes of a column's heading
constexpr std::size_t shortest_phrase = 6;  // letters; a shorter one is like too many words
constexpr std::string_view signs = ":;.,";
constexpr std::string_view dirt_behind = ":;.,'`";
constexpr std::array<std::string_view, 5> fields{"lead", "coordinate", "lead-coordinate", "time",
                                                 "product"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t code_point_end(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && continues_letter(text[at]));
  return at;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return has_letter(text.substr(at, code_point_end(text, at) - at));
}

// "b) " of "-.b)ỳ ", "1.1. " of "1.1.' ": the item's mark that dirt follows; empty where none is.
std::string item_mark_in(std::string_view before) {
  std::size_t from = 0;
  while (from < before.size() && !is_digit(before[from]) && !is_letter_at(before, from))
    from = code_point_end(before, from);
  std::size_t to = from;
  while (to < before.size() && (is_digit(before[to]) || (to > from && before[to] == '.'))) ++to;
  if (to == from && to < before.size() && is_letter_at(before, to)) to = code_point_end(before, to);
  if (to == from) return {};
  if (to < before.size() && (before[to] == ')' || before[to] == '.')) ++to;
  if (before[to - 1] != ')' && before[to - 1] != '.') return {};
  return std::string(before.substr(from, to - from)) + " ";
}

// Signs with at most one letter among them: no word is lost with it.
bool is_dirt(std::string_view before) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < before.size(); at = code_point_end(before, at)) {
    if (is_digit(before[at])) return false;
    letters += is_letter_at(before, at);
  }
  return letters <= 1;
}

// Two words alike side by side are one that was read twice.
std::string said_once(std::string_view words) {
  std::string out, last;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    std::string word = letters_alone(words.substr(at, end - at));
    if (word != last) out += word;
    last = std::move(word);
    at = end + 1;
  }
  return out;
}

std::string in_case_of(std::string_view read, const std::string& words) {
  if (is_all_capitals(read)) return uppercase(words);
  return starts_lowercase(read) ? words : capitalized(words);
}

std::size_t word_count(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

// Where the last of `count` words from `at` on ends.
std::size_t word_end(std::string_view words, std::size_t at, std::size_t count) {
  std::size_t end = at;
  for (std::size_t word = 0; word < count && end < words.size(); ++word)
    end = std::min(words.find(' ', end + (word == 0 ? 0 : 1)), words.size());
  return end;
}

// What is behind a sign that stands for a colon: a value begins large or with a figure.
bool may_begin_value(std::string_view rest) {
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  return rest.empty() || is_digit(rest.front()) || (has_letter(rest) && !starts_lowercase(rest));
}

}  // namespace

LabelMender::LabelMender(const Grammars& grammars) : grammars_(grammars) {
  for (const std::string& words : grammars.list("label-phrases").entries("phrase"))
    phrases_.push_back({words, letters_alone(words), is_label(words)});
  for (const std::string& words : grammars.list("section-phrases").entries("phrase"))
    section_phrases_.push_back({words, letters_alone(words), false});
  std::stable_sort(
      section_phrases_.begin(), section_phrases_.end(),
      [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

bool LabelMender::is_label(std::string_view words) const {
  const std::string labelled = std::string(words) + ":";
  const auto match = grammars_.grammar("labels").find(labelled);
  return match && match->bytes.from_byte == 0 && match->bytes.to_byte == labelled.size() &&
         std::find(fields.begin(), fields.end(), match->emitted("role")) != fields.end();
}

bool LabelMender::is_heading(std::string_view cell) const {
  if (grammars_.grammar("columns").find(cell)) return true;
  const auto match = grammars_.grammar("labels").find(cell);
  return match && match->bytes.from_byte == 0 && match->bytes.to_byte == cell.size();
}

const LabelMender::Phrase* LabelMender::nearest(std::string_view words, bool label) const {
  const std::string letters = said_once(words);
  if (letters.size() < shortest_phrase) return nullptr;
  const Phrase* best = nullptr;
  std::size_t fewest = most_errors + 1;
  bool alone = true;
  for (const Phrase& phrase : phrases_) {
    if (label && !phrase.label) continue;
    const std::size_t allowed =
        std::clamp<std::size_t>(phrase.letters.size() / letters_per_error, 1, most_errors);
    const std::size_t errors = bytes_apart(letters, phrase.letters, allowed);
    if (errors > allowed || errors > fewest) continue;
    alone = errors < fewest;
    fewest = errors;
    best = &phrase;
  }
  return alone ? best : nullptr;
}

std::optional<LabelMender::Found> LabelMender::label_at(std::string_view line,
                                                        std::size_t from) const {
  const std::size_t end = std::min(line.size(), from + longest_label);
  for (std::size_t sign = line.find_first_of(signs, from); sign < end;
       sign = line.find_first_of(signs, sign + 1)) {
    if (sign == from) return std::nullopt;
    const std::size_t last = line.find_last_not_of(" -'`", sign - 1);
    if (last == std::string_view::npos || last < from) return std::nullopt;
    Found found;
    found.words_to = last + 1;
    const std::string_view words = line.substr(from, found.words_to - from);
    found.value_from = std::min(line.find_first_not_of(dirt_behind, sign), line.size());
    const bool colon =
        line.substr(sign, found.value_from - sign).find(':') != std::string_view::npos;
    const Phrase* near = nullptr;
    if (!is_label(words)) {
      near = nearest(words, true);
      if (near == nullptr) continue;
    }
    const bool same_letters = near == nullptr || near->letters == letters_alone(words);
    if (!colon && (!same_letters || !may_begin_value(line.substr(found.value_from)))) continue;
    found.words = near == nullptr ? std::string(words) : in_case_of(words, near->words);
    return found;
  }
  return std::nullopt;
}

std::optional<std::string_view> LabelMender::mark_before_label(std::string_view line) const {
  const std::size_t from = enumeration_mark_of(line, grammars_, true).bytes;
  const auto found = label_at(line, from);
  if (!found) return std::nullopt;
  return line.substr(0, from);
}

std::optional<FormMend> LabelMender::mend(std::string_view line, std::string_view bullet) const {
  const std::size_t mark = enumeration_mark_of(line, grammars_, true).bytes;
  for (std::size_t from = 0; from < std::min(line.size(), longest_dirt);
       from = code_point_end(line, from)) {
    const bool begins = from == 0 || from == mark || !is_letter_at(line, from - 1) ||
                        continues_letter(line[from - 1]);
    if (!begins || !is_letter_at(line, from) || starts_lowercase(line.substr(from))) continue;
    const auto found = label_at(line, from);
    if (!found) continue;
    FormMend mend;
    mend.bytes = {0, found->value_from};
    const std::string_view before = line.substr(0, from);
    std::string head(before);
    if (from != 0 && from != mark) {
      head = item_mark_in(before);
      if (head.empty() && !is_dirt(before)) return std::nullopt;
      if (head.empty()) head = bullet;
    }
    mend.because = found->words + ":";
    mend.meant = head + mend.because;
    const std::string_view rest = line.substr(found->value_from);
    if (!rest.empty() && rest.front() != ' ') mend.meant += ' ';
    const bool same =
        mend.meant == mend.bytes.of(line) || mend.meant == std::string(mend.bytes.of(line)) + " ";
    return same ? std::nullopt : std::optional(mend);
  }
  return std::nullopt;
}

std::vector<FormMend> LabelMender::mend_inner(std::string_view line) const {
  std::vector<FormMend> mends;
  for (std::size_t at = 2; at < line.size(); ++at) {
    const bool behind_sentence =
        line[at - 1] == ' ' && (line[at - 2] == '.' || line[at - 2] == ';');
    if (!behind_sentence && line[at - 1] != '(') continue;
    if (!is_letter_at(line, at) || starts_lowercase(line.substr(at))) continue;
    const auto found = label_at(line, at);
    if (!found) continue;
    const ByteSpan bytes{at, found->value_from};
    const std::string meant = found->words + ":";
    const bool blank = bytes.to_byte < line.size() && line[bytes.to_byte] != ' ';
    if (bytes.of(line) != meant) mends.push_back({bytes, meant + (blank ? " " : ""), meant});
    at = bytes.to_byte;
  }
  return mends;
}

std::vector<FormMend> LabelMender::mend_heading(std::string_view line) const {
  std::vector<FormMend> mends;
  const EnumerationMark mark = enumeration_mark_of(line, grammars_, true);
  if (mark.level == Level::none || mark.level == Level::bullet) return mends;
  const std::string_view words = line.substr(mark.bytes);
  const bool capitals = is_all_capitals(words);
  for (std::size_t at = 0; at < words.size(); at = word_end(words, at, 1) + 1) {
    for (const Phrase& phrase : section_phrases_) {
      const std::size_t end = word_end(words, at, word_count(phrase.words));
      std::string_view read = words.substr(at, end - at);
      while (!read.empty() && dirt_behind.find(read.back()) != std::string_view::npos)
        read.remove_suffix(1);
      if (!capitals && (at != 0 || read.size() + 1 < words.size())) continue;
      const std::size_t allowed = phrase.letters.size() / letters_per_error;
      const std::string letters = letters_alone(read);
      if (bytes_apart(letters, phrase.letters, allowed) > allowed) continue;
      std::string meant = in_case_of(read, phrase.words);
      if (lowercase(read) != phrase.words) {
        const std::size_t from = mark.bytes + at;
        mends.push_back({{from, from + read.size()}, meant, meant});
      }
      at = end - 1;
      break;
    }
  }
  return mends;
}

std::optional<std::string> LabelMender::heading(std::string_view cell) const {
  if (cell.size() > longest_head || is_heading(cell)) return std::nullopt;
  const std::size_t words = std::min(cell.find('('), cell.size());
  const Phrase* near = nearest(cell.substr(0, words), false);
  if (near == nullptr) return std::nullopt;
  std::string meant = in_case_of(cell, near->words);
  if (words < cell.size()) (meant += ' ') += cell.substr(words);
  return meant;
}

}  // namespace trichyeu
