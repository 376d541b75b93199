// Walks the outline. What an item is depends on the section that it stands in and on what stands
// under it:
//
//   section of purpose, budget …    no tasks
//   item with labelled lines        one task: labels are its fields, the rest its content
//   item with numbered items        no task of its own; they are
//   item without                    one task, its bullets are content
//   section of organisation         a heading names the unit, what stands under it are its tasks
//   table with such columns         one task a row
#include <algorithm>
#include <utility>

#include "extractor/fields/assignments.h"
#include "extractor/fields/fields.h"
#include "extractor/fields/labels.h"
#include "extractor/fields/table_tasks.h"
#include "extractor/fields/task_builder.h"
#include "extractor/fields/units.h"
#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// What an item inherits from those above it.
struct Context {
  SectionClass section = SectionClass::tasks;
  std::vector<AssignedUnit> lead;  // of the unit heading or stem above
  bool stem = false;               // `lead` comes from a stem sentence, not from a heading
  std::vector<Deadline> times;     // of a heading that is nothing but a time
  std::string path;                // of the nearest item above
};

class TaskReader {
 public:
  TaskReader(const DocumentTree& tree, const Header& header,
             const std::vector<Abbreviation>& abbreviations, const std::vector<Citation>& citations,
             const Grammars& grammars)
      : tree_(tree),
        grammars_(grammars),
        units_(grammars),
        builder_(tree, header, abbreviations, citations, units_, grammars),
        tables_(tree, units_, builder_, grammars) {}

  std::vector<Task> read() {
    for (const Zone& zone : tree_.zones) learn_names(zone.nodes);
    for (const Zone& zone : tree_.zones) {
      if (zone.kind != ZoneKind::main && zone.kind != ZoneKind::annex &&
          zone.kind != ZoneKind::other)
        continue;
      annex_ = zone.kind == ZoneKind::annex ? zone.annex : 0;
      tables_.restart();
      Context context;
      // Forms and lists stand in annexes: there only a table or a heading of tasks sets work.
      if (annex_ != 0) context.section = SectionClass::none;
      read_all(zone.nodes, context);
    }
    return builder_.take();
  }

 private:
  // Labels and headings say where a name ends; running text does not.
  void learn_names(const std::vector<Node>& nodes) {
    walk(nodes, [&](const Node& node) {
      const auto* item = std::get_if<Item>(&node);
      if (item == nullptr) return;
      const auto own = label(*item);
      ByteSpan names = own ? field_value(*own, block(*item).content) : unit_heading(*item);
      const bool named =
          own ? own->role == Role::lead || own->role == Role::coordinate : names_units(*item);
      if (!named || units_.is_sentence(names.of(tree_.text))) return;
      for (const UnitPhrase& unit : units_.split(names, tree_.text, Naming::bounded))
        units_.learn(unit.bytes.of(tree_.text));
    });
  }

  // ---- questions about items ----

  [[nodiscard]] const Block& block(const Item& item) const { return tree_.blocks[item.block]; }
  [[nodiscard]] std::string_view content(const Item& item) const {
    return block(item).content.of(tree_.text);
  }
  // Headings of the outermost levels are no labels, whatever they read.
  [[nodiscard]] std::optional<Label> label(const Item& item) const {
    const Level level = block(item).level;
    if (level != Level::none && level <= Level::upper) return std::nullopt;
    return label_of(content(item), grammars_);
  }
  // A label inside the item's own line, behind its words.
  [[nodiscard]] bool has_inner_label(const Item& item) const {
    const std::vector<Label> labels = labels_of(content(item), grammars_);
    return !labels.empty() && labels.back().bytes.from_byte > 0;
  }
  [[nodiscard]] bool is_closing(const Item& item) const {
    if (block(item).level != Level::none) return false;
    const auto match = grammars_.grammar("lines").find(content(item));
    return match && match->emitted("kind") == "closing";
  }

  [[nodiscard]] bool has_field_labels(const Item& item) const {
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child == nullptr) continue;
      const auto found = label(*child);
      if (found && is_field(found->role)) return true;
    }
    return false;
  }
  // A child is a task of its own by its labelled lines.
  [[nodiscard]] bool has_labelled_children(const Item& item) const {
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child != nullptr && !label(*child) &&
          (has_field_labels(*child) || has_labelled_children(*child)))
        return true;
    }
    return false;
  }
  [[nodiscard]] bool has_numbered_children(const Item& item) const {
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child != nullptr && is_numbered(*child) && !label(*child)) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_numbered(const Item& item) const {
    const Level level = block(item).level;
    return level != Level::none && level != Level::bullet;
  }
  // The whole of an item: from its first byte to the last of what stands under it.
  [[nodiscard]] ByteSpan extent(const Item& item) const {
    ByteSpan span = block(item).bytes;
    walk(item.children, [&](const Node& node) {
      if (const auto* child = std::get_if<Item>(&node))
        span.to_byte = std::max(span.to_byte, block(*child).bytes.to_byte);
      if (const auto* table = std::get_if<Table>(&node))
        span.to_byte = std::max(span.to_byte, end_of(*table));
    });
    return span;
  }

  // An article that issues or sets in force.
  [[nodiscard]] bool is_effect(const Item& item) const {
    return block(item).level == Level::article &&
           section_class_of(content(item), grammars_) == SectionClass::effect;
  }

  [[nodiscard]] std::size_t end_of(const Table& table) const {
    std::size_t end = 0;
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells)
        end = std::max(end, tree_.blocks[cell.block].bytes.to_byte);
    }
    return end;
  }
  // A table right under the item sets work in its rows.
  [[nodiscard]] bool has_task_table(const Item& item) const {
    for (const Node& node : item.children) {
      const auto* table = std::get_if<Table>(&node);
      if (table != nullptr && tables_.assigns_work(*table)) return true;
    }
    return false;
  }

  // ---- walking ----

  void read_all(const std::vector<Node>& nodes, Context context) {
    for (const Node& node : nodes) {
      if (const auto* item = std::get_if<Item>(&node)) {
        if (block(*item).level == Level::none) take_times(*item, context);
        read_item(*item, context);
      } else if (const auto* table = std::get_if<Table>(&node)) {
        if (context.section != SectionClass::none || annex_ != 0) read_table(*table, context);
      }
    }
  }

  void read_item(const Item& item, Context context) {
    if (is_closing(item)) return;
    if (is_effect(item)) {
      // The article itself sets no work; a paragraph of it may.
      context.section = SectionClass::organisation;
      context.path = block(item).path;
      return read_all(item.children, context);
    }
    if (!block(item).path.empty()) context.path = block(item).path;
    if (is_numbered(item)) {
      if (const auto section = section_class_of(content(item), grammars_);
          section && section != SectionClass::effect) {
        // Among tasks the reports are one more task.
        const bool task =
            *section == SectionClass::reporting && context.section == SectionClass::tasks;
        if (!task && is_section_heading(item)) {
          context.section = *section;
          return read_section(item, context);
        }
      }
    }
    switch (context.section) {
      case SectionClass::none:
      case SectionClass::schedule:
        return read_all(item.children, context);  // a heading may open another class
      case SectionClass::organisation:
      case SectionClass::reporting: return read_organisation_item(item, context);
      case SectionClass::tasks:
      case SectionClass::content:
      case SectionClass::effect: return read_task_item(item, context);
    }
  }

  // Something stands under it, or it is a line of "Mục đích: …".
  [[nodiscard]] bool is_section_heading(const Item& item) const {
    if (block(item).kind == BlockKind::heading || !item.children.empty()) return true;
    const auto match = grammars_.grammar("sections").find(content(item));
    return match && content(item).substr(match->bytes.to_byte, 1) == ":";
  }

  // `item` is the heading of a section whose class is known.
  void read_section(const Item& item, const Context& context) {
    if (context.section == SectionClass::content && !has_numbered_children(item) &&
        !has_field_labels(item)) {
      return add_whole(item, context);
    }
    const bool one_task =
        has_field_labels(item) && !has_labelled_children(item) && !has_numbered_children(item);
    if (one_task) return add_labelled(item, context);
    if (context.section == SectionClass::reporting) return read_under_unit(item, context);
    read_all(item.children, context);
  }

  // An item of a section of tasks.
  void read_task_item(const Item& item, const Context& context) {
    if (has_task_table(item)) return read_all(item.children, context);
    const auto own = label(item);
    if (own && is_field(own->role) && block(item).level != Level::none)
      return;  // a field of the plan, not a task
    if (has_labelled_children(item)) return read_children(item, context);
    // A section of several items may state its time in one of them: it is no task for that.
    const bool section = is_outermost_section(item) && has_numbered_children(item);
    if (has_field_labels(item) && !section) return add_labelled(item, context);
    if (has_numbered_children(item)) return read_children(item, context);
    if (is_numbered(item) && names_units(item) && has_work_below(item))
      return read_unit_heading(item, context);
    if (auto times = times_named(item); !times.empty() && !item.children.empty()) {
      Context below = context;
      below.times = std::move(times);
      return read_bullets(item, below);
    }
    if (is_outermost_section(item) || has_assigned_bullets(item) || has_lines_of_times(item))
      return read_bullets(item, context);
    if (block(item).level == Level::none) return;  // running text between items
    add_whole(item, context);
  }

  // "II. NHIỆM VỤ" without numbers below: its bullets are tasks.
  [[nodiscard]] bool is_outermost_section(const Item& item) const {
    return block(item).level <= Level::upper && block(item).level != Level::none &&
           !item.children.empty();
  }

  // Bullets that name their own doers are tasks each; others describe the item above.
  [[nodiscard]] bool has_assigned_bullets(const Item& item) const {
    std::size_t bullets = 0, assigned = 0;
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child == nullptr || block(*child).level != Level::bullet) continue;
      ++bullets;
      assigned += !assignment_of(block(*child).content, Clauses::all, tree_.text, units_, grammars_)
                       .lead.empty();
    }
    return bullets > 0 && assigned * 2 > bullets;
  }
  // Most lines under the item begin with a verb of work: they are set, not described.
  [[nodiscard]] bool has_work_below(const Item& item) const {
    std::size_t lines = 0, work = 0;
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child == nullptr) continue;
      ++lines;
      work += units_.begins_work(content(*child));
    }
    return lines > 0 && work * 2 > lines;
  }
  void read_bullets(const Item& item, Context context) {
    for (const Node& node : item.children) {
      if (const auto* child = std::get_if<Item>(&node)) {
        if (block(*child).level == Level::none) {  // running text between items
          take_times(*child, context);
          continue;
        }
        read_item(*child, context);
      } else if (const auto* table = std::get_if<Table>(&node)) {
        read_table(*table, context);
      }
    }
  }

  // "Tháng 8/2025:", "Quý I": the times of an item whose own words are nothing else.
  [[nodiscard]] std::vector<Deadline> times_named(const Item& item) const {
    const ByteSpan words = trimmed(block(item).content, tree_.text, ".:");
    if (!grammars_.grammar("periods").find(words.of(tree_.text))) return {};
    std::vector<Deadline> times = builder_.labelled_deadlines(words, 0);
    if (times.size() != 1 || times.front().kind != DeadlineKind::interval ||
        times.front().value.place.bytes != words)
      return {};
    times.front().value.inherited = "heading";
    return times;
  }

  [[nodiscard]] bool has_lines_of_times(const Item& item) const {
    return std::any_of(item.children.begin(), item.children.end(), [&](const Node& node) {
      const auto* line = std::get_if<Item>(&node);
      return line && block(*line).level == Level::none && !times_named(*line).empty();
    });
  }
  // A line of a time alone holds for what follows it.
  void take_times(const Item& line, Context& context) const {
    if (auto times = times_named(line); !times.empty()) context.times = std::move(times);
  }

  // Children of an item that is no task itself; a unit in its heading leads below.
  void read_children(const Item& item, const Context& context) {
    if (names_units(item)) return read_unit_heading(item, context);
    read_all(item.children, context);
  }

  // The item's own words name units and nothing else.
  [[nodiscard]] ByteSpan unit_heading(const Item& item) const {
    return units_.without_prefix(block(item).content, tree_.text);
  }
  [[nodiscard]] bool names_units(const Item& item) const {
    const std::string_view heading = unit_heading(item).of(tree_.text);
    const bool body = block(item).kind == BlockKind::heading && units_.is_body_heading(heading);
    return body || units_.is_units_only(heading);
  }

  // ---- organisation ----

  void read_organisation_item(const Item& item, const Context& context) {
    if (label(item) && is_field(label(item)->role)) return;
    if (has_task_table(item)) return read_all(item.children, context);
    if (is_numbered(item) && !item.children.empty()) {
      if (names_units(item)) return read_unit_heading(item, context);
      if (has_field_labels(item) && !has_labelled_children(item))
        return add_labelled(item, context);
      if (is_stem(item)) return read_stem(item, context);
      if (has_numbered_children(item)) return read_all(item.children, context);
      // A heading that names no unit ("Chế độ báo cáo"): its paragraphs and bullets are tasks.
      if (block(item).kind == BlockKind::heading) return read_under_unit(item, context);
      return add_whole(item, context);
    }
    if (block(item).level == Level::none && !is_assigned(item, context)) return;
    if (is_stem(item)) return read_stem(item, context);
    add_whole(item, context);
  }

  // "… có trách nhiệm:" over bullets: they are the tasks, the stem names who leads them.
  [[nodiscard]] bool is_stem(const Item& item) const {
    const std::string_view words = content(item);
    return !item.children.empty() && !words.empty() && words.back() == ':';
  }

  void read_stem(const Item& item, Context context) {
    const Assignment stem =
        assignment_of(block(item).content, Clauses::first, tree_.text, units_, grammars_);
    if (!stem.lead.empty()) context.lead = stem.lead;
    context.stem = true;
    context.section = SectionClass::organisation;
    read_all(item.children, context);
  }

  void read_unit_heading(const Item& item, Context context) {
    context.lead.clear();
    add_units(context.lead, unit_heading(item), Naming::bounded, "tasks.unit-heading", tree_.text,
              units_);
    context.stem = false;
    context.section = SectionClass::organisation;
    read_under_unit(item, context);
  }

  // One paragraph under a unit is the task of the unit's item; several items are tasks each.
  void read_under_unit(const Item& item, const Context& context) {
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child == nullptr) {
        if (const auto* table = std::get_if<Table>(&node)) read_table(*table, context);
      } else if (is_closing(*child) || !has_letter(content(*child))) {
        continue;
      } else if (block(*child).level == Level::none) {
        TaskDraft draft = whole(*child, context);
        draft.path = context.path;
        draft.form = TaskForm::paragraph;
        add(std::move(draft), context);
      } else {
        read_item(*child, context);
      }
    }
  }

  // Running text in a section of organisation is a task where it says who does it.
  [[nodiscard]] bool is_assigned(const Item& item, const Context& context) const {
    if (!context.lead.empty()) return true;
    return !assignment_of(block(item).content, Clauses::first, tree_.text, units_, grammars_)
                .lead.empty();
  }

  // ---- tables ----

  void read_table(const Table& table, const Context& context) {
    const bool rows_of_annex = annex_ != 0 && context.path.empty();
    const std::string path = rows_of_annex ? "PL" + std::to_string(annex_) : context.path;
    for (TaskDraft& draft : tables_.drafts_of(table, path, rows_of_annex))
      add(std::move(draft), Context{});
  }

  // ---- building ----

  [[nodiscard]] TaskDraft whole(const Item& item, const Context& context) const {
    TaskDraft draft;
    draft.path = block(item).path.empty() ? context.path : block(item).path;
    draft.form = block(item).level == Level::none ? TaskForm::paragraph : TaskForm::item;
    draft.rule = draft.form == TaskForm::item ? "tasks.item" : "tasks.paragraph";
    draft.whole = extent(item);
    draft.heading = block(item).kind == BlockKind::heading;
    add_own_line(draft, item);
    walk(item.children, [&](const Node& node) {
      if (const auto* child = std::get_if<Item>(&node))
        draft.content.push_back(block(*child).bytes);
      if (const auto* table = std::get_if<Table>(&node)) {
        for (const Row& row : table->rows) {
          for (const Cell& cell : row.cells)
            draft.content.push_back(tree_.blocks[cell.block].bytes);
        }
      }
    });
    return draft;
  }

  // The item's own words; labels inside its line are fields.
  void add_own_line(TaskDraft& draft, const Item& item) const {
    const ByteSpan own = block(item).content;
    const std::vector<Label> labels = labels_of(own.of(tree_.text), grammars_);
    if (labels.empty() || labels.front().bytes.from_byte == 0) {
      draft.content.push_back(own);
      return;
    }
    draft.content.push_back({own.from_byte, own.from_byte + labels.front().bytes.from_byte});
    for (const Label& label : labels) add_value(draft, field_value(label, own), label);
  }

  // The value of a label, as a span of the document's text.
  [[nodiscard]] ByteSpan field_value(const Label& label, ByteSpan line) const {
    const ByteSpan value = trimmed(shifted(label.value, line.from_byte), tree_.text, ".;");
    // "(Chủ trì: Sở A)": the bracket was opened before the label.
    const bool closes = value.of(tree_.text).find('(') == std::string_view::npos;
    return closes ? trimmed(value, tree_.text, ".;)") : value;
  }

  void add_whole(const Item& item, const Context& context) { add(whole(item, context), context); }

  void add_labelled(const Item& item, const Context& context) {
    TaskDraft draft;
    draft.path = block(item).path.empty() ? context.path : block(item).path;
    draft.rule = "tasks.labelled-item";
    draft.whole = extent(item);
    draft.heading = block(item).kind == BlockKind::heading;
    add_own_line(draft, item);
    for (const Node& node : item.children) {
      if (const auto* child = std::get_if<Item>(&node)) add_child(draft, *child);
    }
    add(std::move(draft), context);
  }

  // A line under a labelled item: a field, or content.
  void add_child(TaskDraft& draft, const Item& child) {
    const auto found = label(child);
    if (found && is_field(found->role)) return add_field(draft, child);
    if (found && found->role == Role::work) {
      const ByteSpan value = shifted(found->value, block(child).content.from_byte);
      if (!value.empty()) draft.content.push_back(value);
      draft.work_labelled = true;
    } else {
      draft.content.push_back(block(child).bytes);
    }
    for (const Node& node : child.children) {
      const auto* below = std::get_if<Item>(&node);
      if (below != nullptr) add_child(draft, *below);
    }
  }

  // A labelled line, or a label whose value is the list below it.
  void add_field(TaskDraft& draft, const Item& item) const {
    const std::vector<Label> labels = labels_of(content(item), grammars_);
    for (const Label& found : labels) {
      const ByteSpan value = field_value(found, block(item).content);
      if (!value.empty()) add_value(draft, value, found);
    }
    for (const Node& node : item.children) {
      const auto* child = std::get_if<Item>(&node);
      if (child == nullptr) continue;
      const auto own = label(*child);
      if (own && is_field(own->role)) {
        add_field(draft, *child);
      } else {
        add_value(draft, block(*child).content, labels.back());
      }
    }
  }

  void add_value(TaskDraft& draft, ByteSpan value, const Label& found) const {
    const std::string& rule = found.rule->id;
    switch (found.role) {
      case Role::time: draft.times.emplace_back(value, true); break;
      case Role::product:
        draft.products.emplace_back(trimmed(value, tree_.text, ".;"), rule);
        break;
      case Role::lead_coordinate: {
        Assignment both = both_roles_of(value, rule, tree_.text, units_, grammars_);
        for (AssignedUnit& unit : both.lead) add_unit(draft.lead, std::move(unit));
        for (AssignedUnit& unit : both.coordinating) add_unit(draft.coordinating, std::move(unit));
        break;
      }
      default: add_doers(draft, value, found); break;
    }
  }

  // A value of work text instead of units is content; its doer still leads.
  void add_doers(TaskDraft& draft, ByteSpan value, const Label& found) const {
    const bool lead = found.role != Role::coordinate;
    ByteSpan list = value;
    const std::size_t doer = units_.doer_before_colon(value.of(tree_.text));
    if (doer > 0) list.to_byte = value.from_byte + doer;
    Assignment units =
        labelled_assignment_of(list, lead, found.rule->id, tree_.text, units_, grammars_);
    const bool work = doer > 0 || (units.lead.empty() && units.coordinating.empty()) ||
                      (!units.lead.empty() && units.lead.front().rule == "assignments.subject" &&
                       value.size() > 120);
    if (work && !draft.work_labelled) {
      draft.content.push_back(value);
      draft.times.emplace_back(value, false);
    }
    for (AssignedUnit& unit : units.lead) add_unit(draft.lead, std::move(unit));
    for (AssignedUnit& unit : units.coordinating) add_unit(draft.coordinating, std::move(unit));
  }

  // What no label says comes from the item's own text, then from the heading or stem above it.
  void add(TaskDraft draft, const Context& context) {
    draft.deadlines_above = context.times;
    builder_.add(std::move(draft), context.lead, context.stem ? "stem" : "heading");
  }

  const DocumentTree& tree_;
  const Grammars& grammars_;
  UnitReader units_;
  TaskBuilder builder_;
  TableTasks tables_;
  int annex_ = 0;
};

}  // namespace

std::vector<Task> extract_tasks(const DocumentTree& tree, const Header& header,
                                const std::vector<Abbreviation>& abbreviations,
                                const std::vector<Citation>& citations, const Grammars& grammars,
                                std::vector<Diagnostic>& diagnostics) {
  std::vector<Task> tasks = TaskReader(tree, header, abbreviations, citations, grammars).read();
  const bool plan =
      header.type && !grammars.list("plan-types").rows_with("code", header.type->code).empty();
  if (tasks.empty()) diagnostics.push_back({plan ? "no-tasks" : "not-a-plan", {}, 0, std::nullopt});
  return tasks;
}

}  // namespace trichyeu
