#include "tools/rules/explanation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "tools/rules/block_context.h"
#include "tools/rules/explain_words.h"
#include "tools/rules/explained_values.h"
#include "tools/rules/finds.h"
#include "tools/rules/rule_text.h"

namespace trichyeu {
namespace {

constexpr std::string_view no_colour = "\033[0m";
constexpr std::string_view faint = "\033[2m";
constexpr std::string_view bold = "\033[1m";
constexpr std::size_t shown_heading_bytes = 90;

// Rule files whose matches are values where nothing speaks against it; the others say how to read
// what stands there.
constexpr std::string_view value_grammars[] = {"header", "citations", "assignments", "deadlines",
                                               "occasions"};

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

// The beginning of a heading, whole letters.
std::string beginning(std::string_view words) {
  if (words.size() <= shown_heading_bytes) return std::string(words);
  std::size_t end = shown_heading_bytes;
  while ((static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return std::string(words.substr(0, end)) + "…";
}

std::string two_digits(double confidence) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), confidence,
                                 std::chars_format::fixed, 2);
  return {digits.data(), end.ptr};
}

// "labels" of a rule of labels.toml or labels.add.toml.
std::string_view grammar_of(const Rule& rule) {
  std::string_view name = std::string_view(rule.file).substr(0, rule.file.rfind('.'));
  constexpr std::string_view addition = ".add";
  if (name.ends_with(addition)) name.remove_suffix(addition.size());
  return name;
}

// " (role = lead)": what the rule says of every match.
std::string emitted(const Rule& rule) {
  std::string text;
  for (const auto& [key, value] : rule.emit)
    text += (text.empty() ? " (" : ", ") + key + " = " + value;
  return text.empty() ? text : text + ')';
}

class Explainer {
 public:
  Explainer(const Plan& plan, const Grammars& grammars, const SearchTrace& trace,
            const ExplanationStyle& style)
      : plan_(plan),
        grammars_(grammars),
        style_(style),
        zones_(plan.body.zone_of_blocks()),
        contexts_(contexts_of(plan.body)),
        values_(values_of(plan, style.language)),
        finds_(plan.body.blocks.size()) {
    for (Find& find : finds_in(plan.body.text, trace)) {
      const Block& block = plan.body.block_at(find.bytes.from_byte);
      finds_[static_cast<std::size_t>(&block - plan.body.blocks.data())].push_back(std::move(find));
    }
    for (std::vector<Find>& finds : finds_) std::stable_sort(finds.begin(), finds.end(), is_before);
  }

  [[nodiscard]] std::string of(std::size_t index) const {
    const Block& block = plan_.body.blocks[index];
    std::string text = title_line(index) + "  " + painted(block) + '\n' + context_lines(index);
    const std::size_t head = text.size();
    for (const ExplainedValue& value : values_) {
      if (value.value->place.block == block.id) {
        text += value_lines(value);
      } else if (value.value->place.bytes.overlaps(block.bytes)) {
        text += "  " + said("part of") + ' ' + in_colour(colour_of(value.kind), value.name) + " (" +
                value.value->place.block + ")\n";
      }
    }
    text += find_lines(finds_[index]);
    if (text.size() == head) text += "  " + in_colour(faint, said("nothing was taken here")) + '\n';
    return text;
  }

 private:
  // By stage of the run, what was taken before what lost, then by place.
  static bool is_before(const Find& a, const Find& b) {
    const auto key = [](const Find& find) {
      const std::string_view grammar = grammar_of(*find.rule);
      return std::tuple(order_of(grammar), grammar, find.lost.has_value(), find.bytes.from_byte,
                        std::string_view(find.rule->id));
    };
    return key(a) < key(b);
  }

  [[nodiscard]] std::string in_colour(std::string_view colour, const std::string& text) const {
    return style_.coloured ? std::string(colour) + text + std::string(no_colour) : text;
  }
  [[nodiscard]] std::string said(std::string_view english) const {
    return std::string(word(english, style_.language));
  }
  [[nodiscard]] std::string_view words_of(std::size_t index) const {
    return plan_.body.blocks[index].bytes.of(plan_.body.text);
  }

  // "dòng 26 (p26, trang 2, main, III.1.b#2)"
  [[nodiscard]] std::string title_line(std::size_t index) const {
    const Block& block = plan_.body.blocks[index];
    std::string text = " (" + block.id;
    if (block.page > 0) text += ", " + said("page") + ' ' + std::to_string(block.page);
    text += ", " + std::string(name_of(zones_[index]));
    if (!block.path.empty()) text += ", " + block.path;
    return in_colour(bold, said("line") + ' ' + std::to_string(index + 1)) + text + ")\n";
  }

  // The block's words, those of values in the colour of the innermost.
  [[nodiscard]] std::string painted(const Block& block) const {
    const std::string_view words = block.bytes.of(plan_.body.text);
    if (!style_.coloured) return quoted(words);
    const std::vector<std::string_view> colours = colours_of(block);
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

  // Of each byte of the block; empty where no value stands.
  [[nodiscard]] std::vector<std::string_view> colours_of(const Block& block) const {
    std::vector<std::string_view> colours(block.bytes.size());
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
    return colours;
  }

  // The headings above, with what their words say of the section, and the cell.
  [[nodiscard]] std::string context_lines(std::size_t index) const {
    const BlockContext& context = contexts_[index];
    std::string text;
    for (const std::size_t above : context.above) {
      const Block& block = plan_.body.blocks[above];
      text += "  " + said("under") + ' ' + block.id + ' ' + quoted(beginning(words_of(above)));
      for (const Find& find : finds_[above]) {
        if (find.lost || grammar_of(*find.rule) != "sections") continue;
        text += "   [" + find.rule->id + emitted(*find.rule) + ']';
        break;
      }
      text += '\n';
    }
    if (!context.cell) return text;
    const CellContext& cell = *context.cell;
    text += "  " + said("table") + ' ' + cell.table + ", " + said("row") + ' ' +
            std::to_string(cell.row) + ", " + said("column") + ' ' + std::to_string(cell.column);
    if (cell.heading) text += ' ' + quoted(beginning(words_of(*cell.heading)));
    return text + '\n';
  }

  [[nodiscard]] std::string value_lines(const ExplainedValue& explained) const {
    const Value& value = *explained.value;
    std::string text =
        "  " + in_colour(colour_of(explained.kind), explained.name) + ' ' + quoted(value.text);
    if (!explained.meaning.empty()) text += " = " + explained.meaning;
    text += "   [" + (value.rule.empty() ? said("no rule") : value.rule) + ' ' +
            two_digits(value.confidence) + "]\n";
    const auto add = [&](std::string_view name, const std::string& note) {
      if (!note.empty()) text += "      " + said(name) + ": " + note + '\n';
    };
    add("because", reason_of(value.rule, grammars_));
    add("repair", value.repair);
    add("restored", value.restored);
    add("inherited", value.inherited);
    return text;
  }

  [[nodiscard]] std::string find_lines(const std::vector<Find>& finds) const {
    std::string text;
    std::string_view grammar;
    for (const Find& find : finds) {
      if (grammar_of(*find.rule) != grammar) {
        grammar = grammar_of(*find.rule);
        const std::string_view subject = subject_of(grammar, style_.language);
        text += "  " + std::string(subject.empty() ? grammar : subject) + '\n';
      }
      text += "    " + (find.lost ? in_colour(faint, lost_line(find)) : taken_line(find)) + '\n';
    }
    return text;
  }

  [[nodiscard]] std::string lost_line(const Find& find) const {
    return said("lost") + ' ' + find.rule->id + ' ' + quoted(find.bytes.of(plan_.body.text)) +
           ": " + why_lost(*find.lost, style_.language);
  }

  [[nodiscard]] std::string taken_line(const Find& find) const {
    std::string text =
        find.rule->id + ' ' + quoted(find.bytes.of(plan_.body.text)) + emitted(*find.rule);
    if (!is_unused(find)) return text;
    text += ": " + said("no value comes of it");
    if (grammar_of(*find.rule) == "deadlines") text += ", " + condition_of(*find.rule);
    return text;
  }

  // Whether the rule makes values and none of them stands there.
  [[nodiscard]] bool is_unused(const Find& find) const {
    const auto* begin = std::begin(value_grammars);
    const auto* end = std::end(value_grammars);
    if (std::find(begin, end, grammar_of(*find.rule)) == end) return false;
    return std::none_of(values_.begin(), values_.end(), [&](const ExplainedValue& explained) {
      return explained.value->rule == find.rule->id &&
             explained.value->place.bytes.overlaps(find.bytes);
    });
  }

  // When a time in running text is a deadline: `running` of deadlines.toml.
  [[nodiscard]] std::string condition_of(const Rule& rule) const {
    const auto running = rule.emit.find("running");
    if (running == rule.emit.end()) return said("only behind a label of time");
    return said("in a sentence only") + " running = " + running->second;
  }

  const Plan& plan_;
  const Grammars& grammars_;
  const ExplanationStyle& style_;
  std::vector<ZoneKind> zones_;
  std::vector<BlockContext> contexts_;
  std::vector<ExplainedValue> values_;
  std::vector<std::vector<Find>> finds_;  // by block
};

// The blocks whose bytes `holds` takes.
template <typename Holds>
std::vector<std::size_t> blocks_where(const DocumentTree& tree, const Holds& holds) {
  std::vector<std::size_t> indexes;
  for (std::size_t at = 0; at < tree.blocks.size(); ++at) {
    if (holds(at)) indexes.push_back(at);
  }
  return indexes;
}

// The block of the section's own line; nothing where there is no such section.
std::optional<std::size_t> section_block(std::string_view id, const DocumentTree& tree) {
  std::optional<std::size_t> found;
  for (const Zone& zone : tree.zones) {
    walk(zone.nodes, [&](const Node& node) {
      const auto* item = std::get_if<Item>(&node);
      if (item != nullptr && item->section_id == id) found = item->block;
    });
  }
  return found;
}

bool is_of_section(std::size_t block, std::size_t section, const BlockContext& context) {
  return block == section ||
         std::find(context.above.begin(), context.above.end(), section) != context.above.end();
}

}  // namespace

std::vector<std::size_t> blocks_at(std::string_view at, const Plan& plan) {
  const DocumentTree& tree = plan.body;
  if (at.empty()) return blocks_where(tree, [](std::size_t) { return true; });
  std::size_t line = 0;
  const auto [end, problem] = std::from_chars(at.data(), at.data() + at.size(), line);
  if (problem == std::errc() && end == at.data() + at.size()) {
    // Every block is one line.
    if (line == 0 || line > tree.blocks.size()) return {};
    return {line - 1};
  }
  std::vector<ExplainedValue> named = values_of(plan, "en");
  std::erase_if(named,
                [&](const ExplainedValue& value) { return value.owner != at && value.unit != at; });
  const std::vector<BlockContext> contexts = contexts_of(tree);
  const std::optional<std::size_t> section = section_block(at, tree);
  return blocks_where(tree, [&](std::size_t index) {
    const Block& block = tree.blocks[index];
    const BlockContext& context = contexts[index];
    return block.id == at || block.path == at || (context.cell && context.cell->table == at) ||
           (section && is_of_section(index, *section, context)) ||
           std::any_of(named.begin(), named.end(), [&](const ExplainedValue& value) {
             return value.value->place.bytes.overlaps(block.bytes);
           });
  });
}

std::string explanation(const Plan& plan, const std::vector<std::size_t>& blocks,
                        const Grammars& grammars, const SearchTrace& trace,
                        const ExplanationStyle& style) {
  const Explainer explainer(plan, grammars, trace, style);
  std::string text;
  for (const std::size_t index : blocks) text += (text.empty() ? "" : "\n") + explainer.of(index);
  return text;
}

}  // namespace trichyeu
