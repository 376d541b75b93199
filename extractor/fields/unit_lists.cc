// A list is read from left to right: at every separator the question is whether what follows is a
// unit of its own or goes on with the one before.
#include <algorithm>

#include "extractor/fields/units.h"
#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_head = 40;  // bytes of a head noun that a list shares
constexpr std::string_view list_ends = ".;,:/-–";

// "," or a conjunction between units.
struct Separator {
  std::size_t from_byte;
  std::size_t to_byte;
};

// In order.
std::vector<Separator> separators_of(std::string_view run,
                                     const std::vector<std::string>& conjunctions) {
  std::vector<Separator> found;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i] == ',' && !inside_short_form(run, i)) found.push_back({i, i + 1});
    if (run[i] != ' ') continue;
    for (const std::string& word : conjunctions) {
      if (begins_with_word(run.substr(i + 1), word)) {
        found.push_back({i, i + 1 + word.size()});
        break;
      }
    }
  }
  return found;
}

}  // namespace

class UnitReader::Run {
 public:
  Run(const UnitReader& reader, ByteSpan run, std::string_view text, Naming naming)
      : reader_(reader), run_(run), text_(text), words_(run.of(text)), naming_(naming) {}

  std::vector<UnitPhrase> units() {
    // Conjunctions may stand in capitals; lower case keeps the offsets of Vietnamese letters.
    const std::string small = lowercase(words_);
    const std::vector<Separator> separators =
        separators_of(small.size() == words_.size() ? small : words_, reader_.conjunctions_);
    open(0, separators.empty() ? words_.size() : separators.front().from_byte);
    for (std::size_t i = 0; i < separators.size(); ++i) {
      const Separator& separator = separators[i];
      if (separator.from_byte < protected_to_ || separator.from_byte < begin_) continue;
      const std::size_t next = behind_conjunction(separator.to_byte);
      const std::size_t end =
          i + 1 < separators.size() ? std::max(separators[i + 1].from_byte, next) : words_.size();
      const std::string_view part = words_.substr(next, end - next);
      const bool shares = takes_shared_head(part, words_.substr(next), separator.from_byte);
      if (!shares && !reader_.parts_here(words_.substr(begin_, separator.from_byte - begin_), part))
        continue;
      close(separator.from_byte);
      if (reader_.opening_of(part).unit && !shares) {
        shared_.clear();
        shared_level_ = false;
      }
      open(next, end);
    }
    close(words_.size());
    return std::move(units_);
  }

 private:
  // A unit begins at `from`; its first part reaches to `to`.
  void open(std::size_t from, std::size_t to) {
    begin_ = from;
    protect_portfolio();
    share_head(from, to);
  }

  // No separator counts inside "Văn hóa, Thể thao và Du lịch".
  void protect_portfolio() {
    const Opening opening = reader_.opening_of(words_.substr(begin_));
    const std::size_t name = opening.unit ? begin_ + opening.head_to_byte + 1 : begin_;
    const std::size_t length =
        name < words_.size() ? reader_.portfolio_end(words_.substr(name)) : 0;
    if (length > 0) protected_to_ = std::max(protected_to_, name + length);
  }

  // "các phòng: A, B" and "UBND các xã A, B": the head stands once for all.
  void share_head(std::size_t from, std::size_t to) {
    const std::string_view part = words_.substr(from, to - from);
    if (const auto match = reader_.rules_.find(part);
        match && match->emitted("part") == "shared-head") {
      if (to == words_.size()) return;  // one place shares nothing
      const std::string_view head = match->capture("head", part);
      shared_ = reader_.without_quantifiers(head);
      shared_level_ = true;
      begin_ = from + head.size() + 1;
      return;
    }
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view head = trimmed({0, colon}, part).of(part);
    if (!reader_.opening_of(head).unit || head.find(',') != std::string_view::npos ||
        head.size() > longest_head)
      return;
    shared_ = reader_.without_quantifiers(head);
    begin_ = from + colon + 1;
    while (begin_ < words_.size() && words_[begin_] == ' ') ++begin_;
    protect_portfolio();
  }

  // `rest`: from the part to the end of the run.
  [[nodiscard]] bool takes_shared_head(std::string_view part, std::string_view rest,
                                       std::size_t separator) const {
    if (shared_.empty()) return false;
    if (reader_.portfolio_end(rest) != 0) return true;
    return (words_[separator] == ',' || shared_level_) && !reader_.opening_of(part).unit;
  }

  // The unit so far ends at `to`.
  void close(std::size_t to) {
    const ByteSpan unit = reader_.without_clauses(
        reader_.without_person({run_.from_byte + begin_, run_.from_byte + to}, text_), text_,
        naming_);
    const std::string_view name = unit.of(text_);
    if (unit.empty() || !has_letter(name) || reader_.is_reference(name)) return;
    // "UBND các xã A, B và phường C": C has a level of its own.
    const auto match = reader_.rules_.find(name);
    if (shared_level_ && match && match->emitted("part") == "level") {
      units_.push_back({unit, shared_.substr(0, shared_.rfind(' '))});
      return;
    }
    const bool own_head =
        reader_.opening_of(name).unit && reader_.portfolio_end(name) != unit.size();
    units_.push_back({unit, own_head ? std::string() : shared_});
  }

  [[nodiscard]] std::size_t behind_conjunction(std::size_t at) const {
    while (at < words_.size() && words_[at] == ' ') ++at;
    for (const std::string& word : reader_.conjunctions_) {
      const std::string next = lowercase(words_.substr(at, word.size() + 1));
      if (begins_with_word(next, word) && at + word.size() < words_.size())
        return at + word.size() + 1;
    }
    return at;
  }

  const UnitReader& reader_;
  ByteSpan run_;
  std::string_view text_;
  std::string_view words_;  // of the run
  Naming naming_;
  std::vector<UnitPhrase> units_;
  std::size_t begin_ = 0;         // of the unit so far
  std::size_t protected_to_ = 0;  // no separator counts before it
  std::string shared_;            // head noun that the parts share
  bool shared_level_ = false;     // it is a body of a level: "UBND xã"
};

std::vector<UnitPhrase> UnitReader::split(ByteSpan list, std::string_view text,
                                          Naming naming) const {
  std::vector<UnitPhrase> units;
  list = trimmed(list, text, list_ends);
  for (std::size_t at = list.from_byte; at < list.to_byte;) {
    std::size_t end = text.find_first_of(";\n", at);
    if (end == std::string_view::npos || end > list.to_byte) end = list.to_byte;
    const ByteSpan run = trimmed({at, end}, text, list_ends);
    if (!run.empty()) {
      for (UnitPhrase& unit : Run(*this, run, text, naming).units())
        units.push_back(std::move(unit));
    }
    at = end + 1;
  }
  return units;
}

}  // namespace trichyeu
