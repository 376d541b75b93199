#include "tools/rules/finds.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "tools/rules/explain_words.h"

namespace trichyeu {
namespace {

bool is_same(const Match& a, const Match& b) { return a.rule == b.rule && a.bytes == b.bytes; }

ByteSpan placed(ByteSpan bytes, const PlacedSearch& search) {
  return {bytes.from_byte + search.from_byte, bytes.to_byte + search.from_byte};
}

}  // namespace

GrammarFinds finds_of(const Grammar& grammar, std::string_view text, std::optional<ZoneKind> zone,
                      SearchKind kind) {
  GrammarFinds finds;
  if (kind == SearchKind::every) {
    finds.taken = grammar.find_every(text, zone);
    return finds;
  }
  finds.taken = grammar.find_all(text, zone);
  if (finds.taken.empty()) return finds;
  const bool only_first = kind == SearchKind::first;
  if (only_first) finds.taken.resize(1);
  for (const Match& match : grammar.find_every(text, zone)) {
    const auto winner =
        std::find_if(finds.taken.begin(), finds.taken.end(), [&](const Match& taken) {
          return is_same(taken, match) || only_first || taken.bytes.overlaps(match.bytes);
        });
    if (winner != finds.taken.end() && !is_same(*winner, match))
      finds.lost.push_back({match, *winner});
  }
  return finds;
}

std::string why_lost(const LostMatch& lost, std::string_view language) {
  const std::string winner = ' ' + lost.winner.rule->id;
  const auto because = [&](std::string_view reason) {
    return std::string(word(reason, language)) + winner;
  };
  switch (precedence(lost.winner, lost.match)) {
    case Precedence::earlier: return because("begins later than");
    case Precedence::priority:
      return because("has a lower priority than") + " (" +
             std::to_string(lost.match.rule->priority) + " < " +
             std::to_string(lost.winner.rule->priority) + ')';
    case Precedence::longer: return because("is shorter than");
    case Precedence::file_order: break;
  }
  return because("stands in the file behind");
}

std::vector<Find> finds_in(std::string_view document, const SearchTrace& trace) {
  using Key = std::tuple<std::size_t, std::size_t, const Rule*>;
  std::map<Key, std::optional<LostMatch>> known;
  const auto key_of = [](const Rule* rule, ByteSpan bytes) {
    return Key{bytes.from_byte, bytes.to_byte, rule};
  };
  for (const PlacedSearch& search : trace.placed_in(document)) {
    GrammarFinds finds = finds_of(*search.grammar, search.text, search.zone, search.kind);
    for (const Match& match : finds.taken)
      known[key_of(match.rule, placed(match.bytes, search))] = std::nullopt;
    for (LostMatch& lost : finds.lost)
      known.try_emplace(key_of(lost.match.rule, placed(lost.match.bytes, search)), std::move(lost));
  }
  std::vector<Find> finds;
  for (auto& [key, lost] : known)
    finds.push_back({std::get<2>(key), {std::get<0>(key), std::get<1>(key)}, std::move(lost)});
  return finds;
}

}  // namespace trichyeu
