#include "tools/command/dump.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <variant>

#include "tools/command/document_heading.h"

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 5> stage_names{"source", "normal", "zones", "outline",
                                                      "trace"};

constexpr std::size_t zone_width = 12;
constexpr std::size_t id_width = 6;

// Names are ASCII, so that a byte is a column.
std::string padded(std::string_view text, std::size_t width) {
  std::string column(text);
  column.resize(std::max(width, text.size() + 1), ' ');
  return column;
}

std::string dump_source(const SourceText& source) {
  std::string text;
  for (const SourceLine& line : source.lines) {
    if (line.page > 0) {
      std::array<char, 96> place{};
      std::snprintf(place.data(), place.size(), "p%d [%.1f %.1f %.1f %.1f] %.1fpt%s%s  ", line.page,
                    line.box.left, line.box.top, line.box.right, line.box.bottom, line.font_size,
                    line.bold ? " bold" : "", line.italic ? " italic" : "");
      text += place.data();
    }
    text += std::string(line.bytes.of(source.text)) + '\n';
  }
  return text;
}

// A line for each block or mark below `nodes`, each with what `describe(node, depth)` says of it.
template <typename Describe>
void dump_nodes(const std::vector<Node>& nodes, std::size_t depth, const Describe& describe) {
  for (const Node& node : nodes) {
    describe(node, depth);
    if (const auto* item = std::get_if<Item>(&node))
      dump_nodes(item->children, depth + 1, describe);
  }
}

template <typename Line>
void for_each_line(const DocumentTree& tree, const Line& line) {
  for (const Zone& zone : tree.zones) {
    dump_nodes(zone.nodes, 0, [&](const Node& node, std::size_t depth) {
      if (const auto* item = std::get_if<Item>(&node)) {
        const Block& block = tree.blocks.at(item->block);
        line(zone, block, depth, std::string(block.bytes.of(tree.text)));
      }
      if (const auto* table = std::get_if<Table>(&node)) {
        for (const Row& row : table->rows) {
          for (const Cell& cell : row.cells) {
            const Block& block = tree.blocks.at(cell.block);
            line(zone, block, depth, "| " + std::string(block.bytes.of(tree.text)));
          }
        }
      }
      if (const auto* mark = std::get_if<Mark>(&node)) {
        line(zone, Block{}, depth, '<' + std::string(name_of(mark->kind)) + "> " + mark->text);
      }
    });
  }
}

std::string dump_zones(const DocumentTree& tree) {
  std::string text;
  for_each_line(
      tree, [&](const Zone& zone, const Block& block, std::size_t, const std::string& words) {
        text += padded(name_of(zone.kind), zone_width) + padded(block.id, id_width) + words + '\n';
      });
  return text;
}

std::string dump_outline(const DocumentTree& tree) {
  std::string text;
  for_each_line(tree,
                [&](const Zone&, const Block& block, std::size_t depth, const std::string& words) {
                  text += std::string(2 * depth, ' ') +
                          (block.path.empty() ? "" : '[' + block.path + "] ") + words + '\n';
                });
  return text;
}

class Trace {
 public:
  explicit Trace(const Plan& plan) : plan_(plan) {}
  [[nodiscard]] std::string whole() &&;

 private:
  void add(std::string_view field, const Value& value) {
    text_ += padded(value.rule.empty() ? "-" : value.rule, 32) + padded(field, 18) +
             value.place.block + " \"" + value.text + '"';
    if (!value.repair.empty()) text_ += " repair: " + value.repair;
    if (!value.restored.empty()) text_ += " restored: " + value.restored;
    if (!value.inherited.empty()) text_ += " inherited: " + value.inherited;
    text_ += '\n';
  }
  void add(std::string_view field, const std::optional<Value>& value) {
    if (value) add(field, *value);
  }
  void add_header();
  void add_task(const Task& task);

  const Plan& plan_;
  std::string text_;
};

void Trace::add_header() {
  const Header& header = plan_.header;
  if (header.issuer) add("header/issuer", header.issuer->value);
  if (header.number) add("header/number", header.number->value);
  add("header/place", header.place);
  if (header.date) add("header/date", header.date->value);
  if (header.type) add("header/type", header.type->value);
  add("header/title", header.title);
  if (header.period) add("header/period", header.period->value);
  add("header/capacity", header.signature.capacity);
  add("header/position", header.signature.position);
  add("header/signer", header.signature.signer);
  for (const Recipient& recipient : header.recipients) add("header/recipient", recipient.value);
}

void Trace::add_task(const Task& task) {
  const std::string field = "task " + task.path;
  add(field, task.content);
  for (const Unit& unit : task.lead) add(field + " lead", unit.value);
  for (const Unit& unit : task.coordinating) add(field + " coordinating", unit.value);
  for (const Deadline& deadline : task.deadlines) add(field + " deadline", deadline.value);
  for (const Value& product : task.products) add(field + " product", product);
}

std::string Trace::whole() && {
  add_header();
  for (const Abbreviation& abbreviation : plan_.abbreviations)
    add(abbreviation.short_form, abbreviation.full);
  for (const Citation& citation : plan_.citations) add("citation " + citation.id, citation.value);
  for (const Task& task : plan_.tasks) add_task(task);
  return std::move(text_);
}

std::string dump_plan(Stage stage, const Plan& plan) {
  switch (stage) {
    case Stage::zones: return dump_zones(plan.body);
    case Stage::outline: return dump_outline(plan.body);
    case Stage::trace: return Trace(plan).whole();
    case Stage::source:
    case Stage::normal: break;  // of the whole file
  }
  return {};
}

}  // namespace

std::string_view name_of(Stage stage) { return stage_names.at(static_cast<std::size_t>(stage)); }

std::optional<Stage> stage_of(std::string_view name) {
  const auto* found = std::find(stage_names.begin(), stage_names.end(), name);
  if (found == stage_names.end()) return std::nullopt;
  return static_cast<Stage>(found - stage_names.begin());
}

std::string dump(Stage stage, const Conversion& run) {
  if (stage == Stage::source) return dump_source(run.source);
  if (stage == Stage::normal) return run.normal.text;
  std::string text;
  for (const Plan& plan : run.plans) text += document_heading(plan) + dump_plan(stage, plan);
  return text;
}

}  // namespace trichyeu
