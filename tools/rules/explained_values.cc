#include "tools/rules/explained_values.h"

#include <string_view>
#include <utility>

namespace trichyeu {
namespace {

using Parts = std::vector<std::pair<std::string_view, std::string_view>>;

std::string joined(const Parts& parts) {
  std::string text;
  for (const auto& [name, value] : parts) {
    if (value.empty()) continue;
    text += (text.empty() ? "" : ", ") + std::string(name) + (name.empty() ? "" : " ") +
            std::string(value);
  }
  return text;
}

class Collector {
 public:
  explicit Collector(const Plan& plan) : plan_(plan) {}

  [[nodiscard]] std::vector<ExplainedValue> all() && {
    add_header();
    for (const Abbreviation& abbreviation : plan_.abbreviations) {
      add(ValueKind::abbreviation, {}, "abbreviation " + abbreviation.short_form, abbreviation.full,
          {});
    }
    for (const Citation& citation : plan_.citations) add_citation(citation);
    for (const Task& task : plan_.tasks) add_task(task);
    return std::move(values_);
  }

 private:
  void add(ValueKind kind, const std::string& owner, std::string name, const Value& value,
           std::string meaning) {
    values_.push_back({kind, owner, std::move(name), &value, std::move(meaning)});
  }
  void add_field(const char* name, const std::optional<Value>& value) {
    if (value) add(ValueKind::header, {}, std::string("header ") + name, *value, {});
  }

  void add_header() {
    const Header& header = plan_.header;
    const auto add_part = [&](const char* name, const Value& value, std::string meaning) {
      add(ValueKind::header, {}, std::string("header ") + name, value, std::move(meaning));
    };
    if (header.issuer)
      add_part("issuer", header.issuer->value, joined({{"parent", header.issuer->parent}}));
    if (header.number)
      add_part("number", header.number->value, joined({{"symbol", header.number->symbol}}));
    add_field("place", header.place);
    if (header.date) add_part("date", header.date->value, header.date->iso);
    if (header.type) add_part("type", header.type->value, joined({{"code", header.type->code}}));
    add_field("title", header.title);
    if (header.period)
      add_part("period", header.period->value,
               joined({{"from", header.period->start}, {"to", header.period->end}}));
    add_field("capacity", header.signature.capacity);
    add_field("position", header.signature.position);
    add_field("signer", header.signature.signer);
    for (const Recipient& recipient : header.recipients)
      add_part("recipient", recipient.value, joined({{"purpose", recipient.purpose}}));
  }

  void add_citation(const Citation& citation) {
    add(ValueKind::citation, citation.id, citation.id, citation.value,
        joined({{"", name_of(citation.kind)},
                {"number", citation.number},
                {"date", citation.date},
                {"issuer", citation.issuer},
                {"role", citation.role},
                {"target", citation.target}}));
  }

  void add_units(ValueKind kind, const Task& task, const std::vector<Unit>& units) {
    const std::string name = task.id + (kind == ValueKind::lead ? " lead" : " coordinating");
    for (const Unit& unit : units)
      add(kind, task.id, name, unit.value, joined({{"", unit.ref}, {"full", unit.full}}));
  }

  void add_task(const Task& task) {
    add(ValueKind::task, task.id, task.id, task.content,
        joined({{"path", task.path}, {"form", name_of(task.form)}}));
    add_units(ValueKind::lead, task, task.lead);
    add_units(ValueKind::coordinating, task, task.coordinating);
    for (const Deadline& deadline : task.deadlines)
      add(ValueKind::deadline, task.id, task.id + " deadline", deadline.value,
          joined({{"", name_of(deadline.kind)},
                  {"from", deadline.start},
                  {"to", deadline.end},
                  {"", deadline.recurrence},
                  {"", deadline.duration},
                  {"assumption", deadline.assumption}}));
    for (const Value& product : task.products)
      add(ValueKind::product, task.id, task.id + " product", product, {});
  }

  const Plan& plan_;
  std::vector<ExplainedValue> values_;
};

}  // namespace

std::vector<ExplainedValue> values_of(const Plan& plan) { return Collector(plan).all(); }

}  // namespace trichyeu
