// Each block is searched for heads; from the end of a head, tails are taken one by one (date and
// issuer, in either order) as far as the next head. Short forms that the text defines are then
// looked for by their letters in what follows the definition.
#include "extractor/fields/citations/find.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractor/fields/value.h"

namespace trichyeu {
namespace {

bool is_searched(ZoneKind zone) {
  return zone != ZoneKind::recipients && zone != ZoneKind::signature;
}

constexpr std::size_t longest_subject_word = 24;  // bytes

class BlockSearch {
 public:
  BlockSearch(const DocumentTree& tree, std::size_t block, ZoneKind zone, const Grammars& grammars,
              const Registers& registers)
      : document_(tree.text),
        text_(tree.blocks[block].bytes.of(tree.text)),
        from_byte_(tree.blocks[block].bytes.from_byte),
        block_(block),
        zone_(zone),
        heads_(grammars.grammar("citations")),
        tails_(grammars.grammar("citation-tails")),
        registers_(registers) {}

  void append_to(std::vector<CitationFind>& finds) const { append_within(0, text_.size(), finds); }

 private:
  // The mentions of a part of the block.
  void append_within(std::size_t from, std::size_t to, std::vector<CitationFind>& finds) const {
    const std::vector<Match> heads = heads_.find_all(text_.substr(from, to - from), zone_);
    std::size_t taken_to = from_byte_ + from;  // by the mention before
    for (std::size_t i = 0; i < heads.size(); ++i) {
      if (heads[i].emitted("kind") == "none") continue;
      if (may_be_date(heads[i]) && from_byte_ + from + heads[i].bytes.from_byte < taken_to)
        continue;
      std::size_t next = i + 1;
      while (next < heads.size() && may_be_date(heads[next])) ++next;
      const std::size_t limit = next < heads.size() ? from + heads[next].bytes.from_byte : to;
      CitationFind find = head_of(heads[i], from);
      if (lacks_known_issuer(find)) {
        append_within(find.parts.at("issuer").from_byte - from_byte_, limit, finds);
        continue;
      }
      if (heads[i].emitted("tail") != "none") take_tails(find, limit);
      const auto nested = find.parts.find(heads[i].emitted("nested"));
      finds.push_back(find);
      taken_to = find.bytes.to_byte;
      if (nested == find.parts.end()) continue;
      append_within(nested->second.from_byte - from_byte_, from + heads[i].bytes.to_byte, finds);
    }
  }

  // A bare number of a list is also a year or a day: what a date takes is none.
  static bool may_be_date(const Match& head) { return head.emitted("needs") == "list-member"; }

  // `at`: where the searched text begins in the block's.
  CitationFind head_of(const Match& head, std::size_t at) const {
    CitationFind find;
    find.rule = head.rule;
    find.bytes = shifted(head.bytes, from_byte_ + at);
    find.block = block_;
    find.zone = zone_;
    take_parts(find, head, at);
    return find;
  }

  void take_parts(CitationFind& find, const Match& match, std::size_t at) const {
    for (const auto& [name, bytes] : match.captures) {
      if (!bytes.empty()) find.parts.emplace(name, shifted(bytes, from_byte_ + at));
    }
  }

  // An issuer taken by its words alone is not one of the tails' bodies.
  bool lacks_known_issuer(const CitationFind& find) const {
    if (find.emitted("needs") != "known-issuer") return false;
    const std::string_view issuer = find.part("issuer", document_);
    const std::optional<Match> tail = tails_.find("- " + std::string(issuer), zone_);
    return !tail || !tail->has("above") || tail->captures.at("issuer").size() != issuer.size();
  }

  // A date and an issuer at most; what the head already has is not taken twice.
  void take_tails(CitationFind& find, std::size_t limit) const {
    bool dated = find.has("date_year");
    while (true) {
      const std::size_t at = find.bytes.to_byte - from_byte_;
      if (at >= limit) return;
      const std::string_view rest = text_.substr(at, limit - at);
      const std::optional<Match> tail = tails_.find(rest, zone_);
      if (!tail || tail->bytes.from_byte != 0) return;
      const std::string_view part = tail->emitted("part");
      if (part == "date" && !dated) {
        dated = true;
        take_parts(find, *tail, at);
        find.bytes.to_byte = from_byte_ + at + tail->bytes.to_byte;
      } else if (part != "issuer" || !takes_issuer(find, *tail, at)) {
        return;
      }
    }
  }

  // One body, those above it after a dash, and those beside it of a joint document.
  bool takes_issuer(CitationFind& find, const Match& tail, std::size_t at) const {
    if (tail.has("between")) find.parts.emplace("between", shifted(tail.bytes, from_byte_ + at));
    const bool continues = tail.has("above") || (tail.has("beside") && is_joint(find));
    const auto known = find.parts.find("issuer");
    const bool follows = known != find.parts.end() && known->second.to_byte == from_byte_ + at;
    if (known != find.parts.end() ? !(continues && follows)
                                  : tail.has("above") || tail.has("beside"))
      return false;
    ByteSpan issuer = shifted(before_subject(tail.captures.at("issuer"), at), from_byte_ + at);
    find.bytes.to_byte = issuer.to_byte;
    if (follows) issuer.from_byte = known->second.from_byte;
    find.parts.insert_or_assign("issuer", issuer);
    return true;
  }

  // No body's name reaches into a subject that begins in capitals.
  ByteSpan before_subject(ByteSpan issuer, std::size_t at) const {
    const std::string_view words =
        beginning_of(text_.substr(at + issuer.from_byte), issuer.size() + longest_subject_word);
    for (const Match& match : tails_.find_all(words, zone_)) {
      if (match.emitted("part") != "subject" || match.bytes.from_byte == 0) continue;
      if (match.bytes.from_byte >= issuer.size()) break;
      issuer.to_byte = issuer.from_byte + match.bytes.from_byte;
      break;
    }
    return issuer;
  }

  // By its type, or because it says between whom it was made.
  bool is_joint(const CitationFind& find) const {
    if (find.has("between")) return true;
    const DocumentTypeEntry* type = registers_.type_named(find.part("type", document_));
    return type != nullptr && type->joint;
  }

  std::string_view document_;
  std::string_view text_;
  std::size_t from_byte_;
  std::size_t block_;
  ZoneKind zone_;
  const Grammar& heads_;
  const Grammar& tails_;
  const Registers& registers_;
};

// Whether the byte belongs to a letter or figure; quotation marks and dashes of U+2000 do not.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || byte >= 0x80;
}

bool stands_alone(ByteSpan bytes, std::string_view text) {
  const auto is_punctuation = [&](std::size_t at) { return text.substr(at, 2) == "\xE2\x80"; };
  const std::size_t from = bytes.from_byte;
  const bool free_before =
      from == 0 || !is_word_byte(text[from - 1]) || (from >= 3 && is_punctuation(from - 3));
  const bool free_after = bytes.to_byte == text.size() || !is_word_byte(text[bytes.to_byte]) ||
                          is_punctuation(bytes.to_byte);
  return free_before && free_after;
}

// Uses of the short form that `definition` holds, where no other find stands.
std::vector<CitationFind> uses_of(const CitationFind& definition,
                                  const std::vector<CitationFind>& finds, const DocumentTree& tree,
                                  const std::vector<ZoneKind>& zones) {
  std::vector<CitationFind> uses;
  const std::string_view name = definition.bytes.of(tree.text);
  for (std::size_t at = tree.text.find(name, definition.bytes.to_byte); at != std::string::npos;
       at = tree.text.find(name, at + name.size())) {
    const ByteSpan bytes{at, at + name.size()};
    const auto overlaps = [&](const CitationFind& find) { return find.bytes.overlaps(bytes); };
    if (!stands_alone(bytes, tree.text) || std::any_of(finds.begin(), finds.end(), overlaps))
      continue;
    CitationFind use = definition;
    use.bytes = bytes;
    use.block = static_cast<std::size_t>(&tree.block_at(at) - tree.blocks.data());
    use.zone = zones[use.block];
    use.parts.clear();
    const std::size_t type_size = definition.parts.at("type").size();
    use.parts.emplace("type", ByteSpan{at, at + type_size});
    use.parts.emplace("title", ByteSpan{at + type_size + 1, bytes.to_byte});
    if (is_searched(use.zone)) uses.push_back(std::move(use));
  }
  return uses;
}

void sort_by_place(std::vector<CitationFind>& finds) {
  std::stable_sort(finds.begin(), finds.end(), [](const CitationFind& a, const CitationFind& b) {
    return a.bytes.from_byte < b.bytes.from_byte;
  });
}

}  // namespace

std::string_view CitationFind::part(std::string_view name, std::string_view text) const {
  const auto found = parts.find(name);
  return found == parts.end() ? std::string_view{} : found->second.of(text);
}

std::string_view CitationFind::emitted(std::string_view name) const {
  const auto found = rule->emit.find(std::string(name));
  return found == rule->emit.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<CitationFind> find_citations(const DocumentTree& tree, const Grammars& grammars,
                                         const Registers& registers) {
  std::vector<CitationFind> finds;
  const std::vector<ZoneKind> zones = tree.zone_of_blocks();
  for (std::size_t block = 0; block < tree.blocks.size(); ++block) {
    if (is_searched(zones[block]))
      BlockSearch(tree, block, zones[block], grammars, registers).append_to(finds);
  }
  const std::size_t found_by_rules = finds.size();
  for (std::size_t i = 0; i < found_by_rules; ++i) {
    if (!finds[i].has("definition")) continue;
    std::vector<CitationFind> uses = uses_of(finds[i], finds, tree, zones);
    std::move(uses.begin(), uses.end(), std::back_inserter(finds));
  }
  sort_by_place(finds);
  return finds;
}

}  // namespace trichyeu
