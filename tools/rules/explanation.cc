#include "tools/rules/explanation.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "tools/rules/explained_values.h"
#include "tools/rules/rule_text.h"

namespace trichyeu {
namespace {

// How the extractor searches a block with a rule file.
struct BlockSearch {
  std::string_view grammar;
  Taking taking;
  bool content;  // without the item's mark
  bool zoned;    // with the rules of the block's zone, not with all
};
constexpr BlockSearch searches[] = {
    {"lines", Taking::first, false, false},   {"enumeration", Taking::first, false, false},
    {"sections", Taking::first, true, false}, {"labels", Taking::first, true, false},
    {"header", Taking::all, false, true},     {"abbreviations", Taking::all, false, false},
    {"citations", Taking::all, false, true},  {"assignments", Taking::every, true, false},
    {"deadlines", Taking::all, true, false},  {"occasions", Taking::all, true, false},
};

// Sections are told by their headings: what stands outside the outline opens none.
bool applies(const BlockSearch& search, const Block& block) {
  return search.grammar != "sections" || !block.path.empty();
}

constexpr std::string_view no_colour = "\033[0m";
constexpr std::string_view faint = "\033[2m";

std::string_view colour_of(ValueKind kind) {
  constexpr std::array<std::string_view, 8> colours{"\033[34m", "\033[33m", "\033[36m", "\033[1m",
                                                    "\033[32m", "\033[33m", "\033[35m", "\033[31m"};
  return colours.at(static_cast<std::size_t>(kind));
}

// On one line, and nothing in it that a terminal acts on.
std::string quoted(std::string_view words) {
  std::string text(words);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
  return '"' + text + '"';
}

bool is_same(const Match& a, const Match& b) { return a.rule == b.rule && a.bytes == b.bytes; }

std::string two_digits(double confidence) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), confidence,
                                 std::chars_format::fixed, 2);
  return {digits.data(), end.ptr};
}

class Explainer {
 public:
  Explainer(const Plan& plan, const Grammars& grammars, bool coloured)
      : plan_(plan),
        grammars_(grammars),
        coloured_(coloured),
        zones_(plan.body.zone_of_blocks()),
        values_(values_of(plan)) {}

  [[nodiscard]] std::string of(std::size_t index) const {
    const Block& block = plan_.body.blocks[index];
    const ZoneKind zone = zones_[index];
    std::string text = block.id + ' ' + std::string(name_of(zone));
    if (!block.path.empty()) text += ' ' + block.path;
    text += "  " + painted(block) + '\n';
    for (const ExplainedValue& value : values_) {
      if (value.value->place.block == block.id) text += value_lines(value);
    }
    for (const BlockSearch& search : searches) {
      if (applies(search, block)) text += search_lines(search, block, zone);
    }
    return text;
  }

 private:
  [[nodiscard]] std::string in_colour(std::string_view colour, const std::string& text) const {
    return coloured_ ? std::string(colour) + text + std::string(no_colour) : text;
  }

  // The block's words, those of values in the colour of the innermost.
  [[nodiscard]] std::string painted(const Block& block) const {
    const std::string_view words = block.bytes.of(plan_.body.text);
    if (!coloured_) return quoted(words);
    std::vector<std::string_view> colours(words.size());
    std::vector<const ExplainedValue*> inside;
    for (const ExplainedValue& value : values_) {
      if (value.value->place.bytes.overlaps(block.bytes)) inside.push_back(&value);
    }
    std::stable_sort(inside.begin(), inside.end(), [](const auto* a, const auto* b) {
      return a->value->place.bytes.size() > b->value->place.bytes.size();
    });
    for (const ExplainedValue* value : inside) {
      const ByteSpan span = value->value->place.bytes;
      const std::size_t from = std::max(span.from_byte, block.bytes.from_byte);
      const std::size_t to = std::min(span.to_byte, block.bytes.to_byte);
      for (std::size_t at = from; at < to; ++at)
        colours[at - block.bytes.from_byte] = colour_of(value->kind);
    }
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      while (end < words.size() && colours[end] == colours[at]) ++end;
      std::string run = quoted(words.substr(at, end - at));
      run = run.substr(1, run.size() - 2);
      text += colours[at].empty() ? run : in_colour(colours[at], run);
      at = end;
    }
    return '"' + text + '"';
  }

  [[nodiscard]] std::string value_lines(const ExplainedValue& explained) const {
    const Value& value = *explained.value;
    std::string text = "  " + in_colour(colour_of(explained.kind), explained.name) + ", " +
                       two_digits(value.confidence) + ", " +
                       (value.rule.empty() ? "no rule" : value.rule) + ": " + quoted(value.text);
    if (!explained.meaning.empty()) text += " = " + explained.meaning;
    text += '\n';
    const auto add = [&](std::string_view name, const std::string& note) {
      if (!note.empty()) text += "      " + std::string(name) + ": " + note + '\n';
    };
    for (const NamedRule& named : rules_named(value.rule, grammars_)) {
      if (named.rule->id == value.rule) add("because", named.rule->reason);
    }
    add("repair", value.repair);
    add("restored", value.restored);
    add("inherited", value.inherited);
    return text;
  }

  [[nodiscard]] std::string search_lines(const BlockSearch& search, const Block& block,
                                         ZoneKind zone) const {
    const ByteSpan bytes = search.content ? block.content : block.bytes;
    const std::string_view words = bytes.of(plan_.body.text);
    const GrammarFinds finds =
        finds_of(grammars_.grammar(search.grammar), words,
                 search.zoned ? std::optional(zone) : std::nullopt, search.taking);
    std::string text;
    for (const Match& match : finds.taken) {
      text += "    took " + match.rule->id + ' ' + quoted(match.bytes.of(words)) + '\n';
    }
    for (const LostMatch& lost : finds.lost) {
      text += in_colour(faint, "    lost " + lost.match.rule->id + ' ' +
                                   quoted(lost.match.bytes.of(words)) + ": " + why_lost(lost)) +
              '\n';
    }
    return text;
  }

  const Plan& plan_;
  const Grammars& grammars_;
  bool coloured_;
  std::vector<ZoneKind> zones_;
  std::vector<ExplainedValue> values_;
};

// The blocks whose bytes `holds` takes.
template <typename Holds>
std::vector<std::size_t> blocks_where(const DocumentTree& tree, const Holds& holds) {
  std::vector<std::size_t> indexes;
  for (std::size_t at = 0; at < tree.blocks.size(); ++at) {
    if (holds(tree.blocks[at])) indexes.push_back(at);
  }
  return indexes;
}

}  // namespace

GrammarFinds finds_of(const Grammar& grammar, std::string_view text, std::optional<ZoneKind> zone,
                      Taking taking) {
  GrammarFinds finds;
  if (taking == Taking::every) {
    finds.taken = grammar.find_every(text, zone);
    return finds;
  }
  finds.taken = grammar.find_all(text, zone);
  if (taking == Taking::first && finds.taken.size() > 1) finds.taken.resize(1);
  for (const Match& match : grammar.find_every(text, zone)) {
    const auto winner =
        std::find_if(finds.taken.begin(), finds.taken.end(), [&](const Match& taken) {
          return is_same(taken, match) || taking == Taking::first ||
                 taken.bytes.overlaps(match.bytes);
        });
    if (winner != finds.taken.end() && !is_same(*winner, match))
      finds.lost.push_back({match, *winner});
  }
  return finds;
}

std::string why_lost(const LostMatch& lost) {
  const std::string& winner = lost.winner.rule->id;
  switch (precedence(lost.winner, lost.match)) {
    case Precedence::earlier: return "begins later than " + winner;
    case Precedence::priority:
      return "has a lower priority (" + std::to_string(lost.match.rule->priority) + ") than " +
             winner + " (" + std::to_string(lost.winner.rule->priority) + ')';
    case Precedence::longer: return "is shorter than " + winner;
    case Precedence::file_order: break;
  }
  return "stands behind " + winner + " in the file";
}

std::vector<std::size_t> blocks_at(std::string_view at, const Plan& plan) {
  const DocumentTree& tree = plan.body;
  if (at.empty()) return blocks_where(tree, [](const Block&) { return true; });
  std::size_t line = 0;
  const auto [end, problem] = std::from_chars(at.data(), at.data() + at.size(), line);
  if (problem == std::errc() && end == at.data() + at.size()) {
    // Every block is one line.
    if (line == 0 || line > tree.blocks.size()) return {};
    return {line - 1};
  }
  std::vector<ExplainedValue> owned = values_of(plan);
  std::erase_if(owned, [&](const ExplainedValue& value) { return value.owner != at; });
  return blocks_where(tree, [&](const Block& block) {
    return block.id == at ||
           std::any_of(owned.begin(), owned.end(), [&](const ExplainedValue& value) {
             return value.value->place.bytes.overlaps(block.bytes);
           });
  });
}

std::string explanation(const Plan& plan, const std::vector<std::size_t>& blocks,
                        const Grammars& grammars, bool coloured) {
  const Explainer explainer(plan, grammars, coloured);
  std::string text;
  for (const std::size_t index : blocks) text += (text.empty() ? "" : "\n") + explainer.of(index);
  return text;
}

}  // namespace trichyeu
