#include "extractor/fields/units.h"

#include <algorithm>

#include "extractor/fields/value.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_opening = 160;  // bytes that tell how a unit's name begins
constexpr std::size_t longest_heading_words = 16;
constexpr std::string_view list_ends = ".;,:/-–";

void longest_first(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

std::vector<std::string> small_entries(const Grammars& grammars, std::string_view list,
                                       std::string_view column) {
  std::vector<std::string> words;
  for (const std::string& word : grammars.list(list).entries(column))
    words.push_back(lowercase(word));
  longest_first(words);
  return words;
}

// Words up to the next punctuation mark.
std::size_t words_before_stop(std::string_view text) {
  text = text.substr(0, text.find_first_of(",;.:("));
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    words += text[at] != ' ' && (at == 0 || text[at - 1] == ' ');
  }
  return words;
}

}  // namespace

bool inside_short_form(std::string_view text, std::size_t comma) {
  const std::size_t before = text.substr(0, comma).find_last_of(" ,;(/");
  const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view left = text.substr(from, comma - from);
  const std::string_view behind = text.substr(comma + 1);
  const std::string_view right = behind.substr(0, behind.find_first_of(" ,;.:)"));
  return has_letter(left) && has_letter(right) && is_all_capitals(left) && is_all_capitals(right);
}

UnitReader::UnitReader(const Grammars& grammars)
    : rules_(grammars.grammar("units")),
      quantifiers_(small_entries(grammars, "unit-quantifiers", "quantifier")),
      conjunctions_(small_entries(grammars, "unit-conjunctions", "conjunction")),
      not_units_(small_entries(grammars, "not-units", "phrase")),
      portfolios_(small_entries(grammars, "portfolios", "name")) {
  const WordList& heads = grammars.list("unit-heads");
  const std::vector<std::string> working = small_entries(grammars, "working-heads", "head");
  for (const std::string& head : small_entries(grammars, "unit-heads", "head")) {
    bool body = false, office = false;
    for (std::size_t row = 0; row < heads.size(); ++row) {
      const std::string cell = "|" + lowercase(heads.cell(row, "head")) + "|";
      if (cell.find("|" + head + "|") != std::string::npos) {
        const std::string_view kind = heads.cell(row, "kind");
        body = kind == "body" || kind == "office";
        office = kind == "office";
      }
    }
    const bool named_by_work = std::find(working.begin(), working.end(), head) != working.end();
    heads_.push_back({head, body, office, named_by_work});
  }
}

const UnitReader::Head* UnitReader::head_at(std::string_view small) const {
  for (const Head& head : heads_) {
    if (begins_with_word(small, head.small)) return &head;
  }
  return nullptr;
}

UnitReader::Opening UnitReader::opening_of(std::string_view part) const {
  Opening opening;
  const std::string small = lowercase(beginning_of(part, longest_opening));
  std::size_t at = 0;
  for (const std::string& quantifier : quantifiers_) {
    if (begins_with_word(small, quantifier) && small.size() > quantifier.size()) {
      opening.quantified = true;
      at = quantifier.size() + 1;
      break;
    }
  }
  const std::string_view rest = std::string_view(small).substr(std::min(at, small.size()));
  for (const std::string& phrase : not_units_) {
    if (begins_with_word(rest, phrase)) return opening;
  }
  const Head* head = head_at(rest);
  if (head == nullptr) return opening;
  opening.unit = true;
  opening.body = head->body;
  opening.office = head->office;
  opening.head_to_byte = at + head->small.size();
  // "Thư ký Đoàn thẩm định": a second head may stand between.
  const std::size_t second = opening.head_to_byte + 1;
  const Head* inner =
      second < small.size() ? head_at(std::string_view(small).substr(second)) : nullptr;
  const std::size_t named_to = inner != nullptr && inner->named_by_work
                                   ? second + inner->small.size()
                                   : opening.head_to_byte;
  if (head->named_by_work || named_to > opening.head_to_byte) {
    const std::size_t work =
        work_at(std::string_view(small).substr(std::min(named_to, small.size())));
    if (work > 0) opening.head_to_byte = named_to + work;
  }
  return opening;
}

// Length of a blank and the verb of work behind it at the start of `text`; 0 where none is there.
std::size_t UnitReader::work_at(std::string_view text) const {
  if (text.empty() || text.front() != ' ') return 0;
  const auto match = rules_.find(text.substr(1));
  const std::string_view part = match ? match->emitted("part") : std::string_view();
  const bool work = (part == "work" || part == "predicate") && match->bytes.from_byte == 0;
  return work ? match->bytes.to_byte + 1 : 0;
}

bool UnitReader::begins_unit(std::string_view text) const {
  return opening_of(text).unit && !begins_work(text);
}

bool UnitReader::begins_work(std::string_view text) const {
  const std::string small =
      lowercase(beginning_of(text.substr(0, text.find_first_of(".;:")), longest_opening));
  const std::size_t work = work_at(" " + small);
  // "Lãnh đạo Sở" is an office, "Lãnh đạo công tác" is work: the longer reading counts.
  const Head* head = head_at(small);
  return work != 0 && (head == nullptr || head->small.size() <= work - 1);
}

bool UnitReader::is_body_heading(std::string_view text) const {
  const Opening opening = opening_of(text);
  if (!opening.unit || !opening.body || !has_capital(text.substr(0, opening.head_to_byte)))
    return false;
  const auto predicate = [](const Match& match) { return match.emitted("part") == "predicate"; };
  const std::vector<Match> found = rules_.find_all(text);
  return text.back() != '.' && words_before_stop(text) <= longest_heading_words &&
         !begins_work(text) && std::none_of(found.begin(), found.end(), predicate);
}

bool UnitReader::is_sentence(std::string_view text) const {
  const Opening opening = opening_of(text);
  bool work = false;
  for (const Match& match : rules_.find_all(text.substr(opening.head_to_byte))) {
    const std::string_view part = match.emitted("part");
    if (part == "predicate" || part == "frame") return true;
    if (part != "work") continue;
    const std::size_t at = opening.head_to_byte + match.bytes.from_byte;
    const std::string_view before = text.substr(0, at);
    // A second verb behind a comma: "Văn phòng tổng hợp, báo cáo".
    if (work && before.size() > 2 && before.substr(before.size() - 2) == ", ") return true;
    work = work || words_before_stop(text.substr(opening.head_to_byte + match.bytes.to_byte)) > 0;
  }
  return work && opening.quantified && !opening.body;
}

// A person's name is no unit; the person's office behind it is, without the way to address it.
ByteSpan UnitReader::without_person(ByteSpan unit, std::string_view text) const {
  unit = trimmed(unit, text, list_ends);
  const auto match = rules_.find(unit.of(text));
  const std::string_view part = match ? match->emitted("part") : std::string_view();
  if (match && match->bytes.from_byte == 0 && (part == "person" || part == "address"))
    unit.from_byte += match->bytes.to_byte;
  return trimmed(unit, text, list_ends);
}

bool UnitReader::is_reference(std::string_view text) const {
  const auto match = rules_.find(text);
  return match && match->emitted("part") == "reference";
}

bool UnitReader::says_work(std::string_view text) const {
  for (const Match& match : rules_.find_all(text)) {
    if (match.emitted("part") == "predicate") return true;
    if (match.emitted("part") == "work" && words_before_stop(text.substr(match.bytes.to_byte)) > 0)
      return true;
  }
  return false;
}

std::size_t UnitReader::doer_before_colon(std::string_view text) const {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || colon == 0) return 0;
  const bool doer = is_units_only(text.substr(0, colon)) && begins_work(text.substr(colon + 2));
  return doer ? colon : 0;
}

ByteSpan UnitReader::without_prefix(ByteSpan heading, std::string_view text) const {
  const auto match = rules_.find(heading.of(text));
  if (match && match->emitted("part") == "prefix") heading.from_byte += match->bytes.to_byte;
  return trimmed(heading, text, list_ends);
}

bool UnitReader::is_units_only(std::string_view text) const {
  return begins_unit(text) && !says_work(text.substr(opening_of(text).head_to_byte));
}

// Length of the field of work at the start of `text` ("Văn hóa, Thể thao và Du lịch"), longest
// known first; 0 where none is there.
std::size_t UnitReader::portfolio_end(std::string_view text) const {
  const std::string small = lowercase(beginning_of(text, longest_opening));
  for (const std::string& name : portfolios_) {
    if (begins_with_word(small, name)) return name.size();
  }
  return 0;
}

// `current` is the unit so far, `next` the part behind the separator.
bool UnitReader::parts_here(std::string_view current, std::string_view next) const {
  const Opening opening = opening_of(next);
  if (opening.quantified) return true;
  if (!opening.unit) return false;
  const Opening before = opening_of(current);
  const std::string_view first = current.substr(0, current.find(','));
  // "các chi, đảng bộ": one word behind "các" is a class too.
  const bool one_word = before.quantified && std::count(first.begin(), first.end(), ' ') == 1;
  const bool bare =
      (before.unit && before.head_to_byte >= first.size()) || (!before.unit && one_word);
  const std::string_view modifier = next.substr(std::min(opening.head_to_byte, next.size()));
  const bool modified = modifier.find_first_not_of(' ') != std::string_view::npos;
  // "UBND các huyện", "phòng Thông tin": a capital in the head or right behind it names a body.
  const std::size_t behind = modified ? modifier.find_first_not_of(' ') : 0;
  const std::string_view name = next.substr(0, opening.head_to_byte + behind + 2);
  const bool named = opening.body && has_capital(name);
  if (bare && before.quantified) return named && modified;
  // "Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ": one office over several classes.
  if (before.office && !opening.body && !has_capital(next.substr(0, opening.head_to_byte)))
    return false;
  if (named) return true;
  return modified && !bare;
}

ByteSpan UnitReader::without_clauses(ByteSpan unit, std::string_view text, Naming naming) const {
  unit = trimmed(unit, text, list_ends);
  const Opening opening = opening_of(unit.of(text));
  const bool verbs_belong = naming == Naming::bounded && !(opening.quantified && !opening.body);
  const std::size_t head = opening.head_to_byte;
  for (const Match& match : rules_.find_all(unit.of(text).substr(head))) {
    const ByteSpan bytes = shifted(match.bytes, unit.from_byte + head);
    const std::string_view part = match.emitted("part");
    if (part == "work" && verbs_belong) continue;
    if (part == "person" || part == "address" || part == "level" || part == "shared-head") continue;
    if (part == "prefix" || part == "word" || (part == "share" && bytes.to_byte != unit.to_byte))
      continue;
    // A verb with nothing to do behind it is a word of the name: "Các phòng tham mưu, nghiệp vụ".
    if (part == "work" && words_before_stop(std::string_view(text).substr(
                              bytes.to_byte, unit.to_byte - bytes.to_byte)) < 1)
      continue;
    unit.to_byte = part == "concerned" ? bytes.to_byte : bytes.from_byte;
    break;
  }
  return trimmed(unit, text, list_ends);
}

// "các phòng" -> "phòng", "UBND các quận" -> "UBND quận".
std::string UnitReader::without_quantifiers(std::string_view head) const {
  std::string out;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find(' ', at), head.size());
    const std::string_view word = head.substr(at, end - at);
    const std::string small = lowercase(word);
    if (std::find(quantifiers_.begin(), quantifiers_.end(), small) == quantifiers_.end()) {
      if (!out.empty()) out += ' ';
      out += at == 0 ? std::string(word) : small;
    }
    at = end + 1;
  }
  return out;
}

void UnitReader::learn(std::string_view name) {
  const bool holds_verb = says_work(name.substr(opening_of(name).head_to_byte));
  if (holds_verb && begins_unit(name)) learnt_.push_back(lowercase(name));
}

ByteSpan UnitReader::as_learnt(ByteSpan name, std::string_view text) const {
  for (const std::string& known : learnt_) {
    const ByteSpan longer{name.from_byte, name.from_byte + known.size()};
    if (known.size() <= name.size() || longer.to_byte > text.size()) continue;
    if (lowercase(longer.of(text)) == known) name = longer;
  }
  return name;
}

std::string UnitReader::key(std::string_view unit) const {
  std::string small = fold_tone_placement(lowercase(unit));
  const Opening opening = opening_of(small);
  if (opening.quantified) small.erase(0, small.find(' ') + 1);
  return small;
}

}  // namespace trichyeu
