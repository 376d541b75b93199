#include "tools/export/redaction.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/cut.h"
#include "models/offset_map.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::string_view left_out = "[…]";

// What is left out of one plan: first every name is noted, then each text is cleared of them.
class Redaction {
 public:
  explicit Redaction(const Grammar& persons) : persons_(persons) {}

  // A given name alone may be any word: it is left out only where a rule tells it.
  void note(std::string_view text) {
    for (const ByteSpan span : told_in(text)) {
      const std::string_view name = span.of(text);
      if (name.find(' ') != std::string_view::npos) note_name(name);
    }
  }

  // Its lines, where it is printed on several.
  void note_name(std::string_view name) {
    while (!name.empty()) {
      const std::string line(cut(name, '\n'));
      if (line.empty()) continue;
      names_.insert(line);
      names_.insert(uppercase(line));
    }
  }

  [[nodiscard]] Rewrite rewritten(std::string_view text) const {
    TextRewriter out(text);
    for (const ByteSpan span : spans_in(text)) {
      out.keep_until(span.from_byte);
      out.replace(span.size(), left_out);
    }
    return std::move(out).finish();
  }

  void clear(std::string& text) const { text = rewritten(text).text; }

 private:
  // What rules tell; a rule has the one capture or the other.
  [[nodiscard]] std::vector<ByteSpan> told_in(std::string_view text) const {
    std::vector<ByteSpan> spans;
    for (const Match& match : persons_.find_all(text)) {
      for (const char* capture : {"name", "name2"}) {
        const auto name = match.captures.find(capture);
        if (name != match.captures.end()) spans.push_back(name->second);
      }
    }
    return spans;
  }

  // Of persons told by a rule, and of names noted before; ascending, apart from each other.
  [[nodiscard]] std::vector<ByteSpan> spans_in(std::string_view text) const {
    std::vector<ByteSpan> spans = told_in(text);
    for (const std::string& name : names_) {
      for (std::size_t at = text.find(name); at != std::string_view::npos;
           at = text.find(name, at + name.size()))
        spans.push_back({at, at + name.size()});
    }
    std::sort(spans.begin(), spans.end(), [](ByteSpan left, ByteSpan right) {
      return left.from_byte != right.from_byte ? left.from_byte < right.from_byte
                                               : left.to_byte > right.to_byte;
    });
    return united(spans);
  }

  static std::vector<ByteSpan> united(const std::vector<ByteSpan>& spans) {
    std::vector<ByteSpan> apart;
    for (const ByteSpan span : spans) {
      if (!apart.empty() && span.from_byte < apart.back().to_byte) {
        apart.back().to_byte = std::max(apart.back().to_byte, span.to_byte);
      } else {
        apart.push_back(span);
      }
    }
    return apart;
  }

  const Grammar& persons_;
  std::set<std::string> names_;
};

// Every text of the plan that is not its body's.
template <typename Visit>
void each_text(Plan& plan, const Visit& visit) {
  each_value(plan, [&](Value& value) {
    visit(value.text);
    visit(value.repair);
    visit(value.restored);
  });
  visit(plan.source.file);
  if (plan.header.issuer) visit(plan.header.issuer->parent);
  for (Recipient& recipient : plan.header.recipients) visit(recipient.purpose);
  for (Abbreviation& abbreviation : plan.abbreviations) visit(abbreviation.short_form);
  for (Citation& citation : plan.citations) {
    visit(citation.issuer);
    visit(citation.resolved_issuer);
  }
  for (Task& task : plan.tasks) {
    for (Unit& unit : task.lead) visit(unit.full);
    for (Unit& unit : task.coordinating) visit(unit.full);
    for (Deadline& deadline : task.deadlines) visit(deadline.anchor);
  }
  for (Diagnostic& diagnostic : plan.diagnostics) {
    for (std::string& argument : diagnostic.arguments) visit(argument);
  }
}

void clear_marks(std::vector<Node>& nodes, const Redaction& redaction) {
  for (Node& node : nodes) {
    if (auto* item = std::get_if<Item>(&node)) clear_marks(item->children, redaction);
    auto* mark = std::get_if<Mark>(&node);
    if (mark == nullptr) continue;
    const bool is_personal = mark->kind == MarkKind::stamp || mark->kind == MarkKind::seal ||
                             mark->kind == MarkKind::handwriting;
    if (is_personal) {
      mark->text.clear();
    } else {
      redaction.clear(mark->text);
    }
  }
}

// Spans of the old text to those of the new one.
void move_spans(Plan& plan, const OffsetMap& map) {
  each_value(plan, [&](Value& value) { value.place.bytes = map.to_result(value.place.bytes); });
  for (Diagnostic& diagnostic : plan.diagnostics) {
    if (diagnostic.bytes) diagnostic.bytes = map.to_result(*diagnostic.bytes);
  }
  for (Block& block : plan.body.blocks) {
    block.bytes = map.to_result(block.bytes);
    block.content = map.to_result(block.content);
  }
}

}  // namespace

Plan without_persons(Plan plan, const Grammar& persons) {
  Redaction redaction(persons);
  if (const std::optional<Value>& signer = plan.header.signature.signer) {
    redaction.note_name(signer->text);
    redaction.note_name(signer->place.bytes.of(plan.body.text));
    plan.header.signature.signer.reset();
  }
  redaction.note(plan.body.text);
  each_text(plan, [&](const std::string& text) { redaction.note(text); });
  each_text(plan, [&](std::string& text) { redaction.clear(text); });
  for (Zone& zone : plan.body.zones) clear_marks(zone.nodes, redaction);
  const Rewrite body = redaction.rewritten(plan.body.text);
  plan.body.text = body.text;
  plan.body.words.clear();
  move_spans(plan, body.map);
  return plan;
}

}  // namespace trichyeu
