#include "tools/rules/explained_values.h"

#include <utility>

#include "tools/rules/explain_words.h"

namespace trichyeu {
namespace {

using Parts = std::vector<std::pair<std::string_view, std::string_view>>;

class Collector {
 public:
  Collector(const Plan& plan, std::string_view language) : plan_(plan), language_(language) {}

  [[nodiscard]] std::vector<ExplainedValue> all() && {
    add_header();
    for (const Abbreviation& abbreviation : plan_.abbreviations) {
      add(ValueKind::abbreviation, {}, said("abbreviation") + ' ' + abbreviation.short_form,
          abbreviation.full, {});
    }
    for (const Citation& citation : plan_.citations) add_citation(citation);
    for (const Task& task : plan_.tasks) add_task(task);
    return std::move(values_);
  }

 private:
  void add(ValueKind kind, const std::string& owner, std::string name, const Value& value,
           std::string meaning) {
    values_.push_back({kind, owner, {}, std::move(name), &value, std::move(meaning)});
  }
  void add_part(std::string_view name, const Value& value, std::string meaning) {
    add(ValueKind::header, {}, said("header") + ' ' + said(name), value, std::move(meaning));
  }
  void add_field(std::string_view name, const std::optional<Value>& value) {
    if (value) add_part(name, *value, {});
  }

  [[nodiscard]] std::string said(std::string_view english) const {
    return std::string(word(english, language_));
  }
  // Those that are not empty, with their names.
  [[nodiscard]] std::string joined(const Parts& parts) const {
    std::string text;
    for (const auto& [name, value] : parts) {
      if (value.empty()) continue;
      text +=
          (text.empty() ? "" : ", ") + (name.empty() ? "" : said(name) + ' ') + std::string(value);
    }
    return text;
  }

  void add_header() {
    const Header& header = plan_.header;
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
    const std::string name =
        task.id + ' ' + said(kind == ValueKind::lead ? "lead" : "coordinating");
    for (const Unit& unit : units) {
      add(kind, task.id, name, unit.value, joined({{"", unit.ref}, {"full", unit.full}}));
      values_.back().unit = unit.ref;
    }
  }

  void add_task(const Task& task) {
    add(ValueKind::task, task.id, task.id + ' ' + said("task"), task.content,
        joined({{"path", task.path}, {"form", name_of(task.form)}}));
    add_units(ValueKind::lead, task, task.lead);
    add_units(ValueKind::coordinating, task, task.coordinating);
    for (const Deadline& deadline : task.deadlines)
      add(ValueKind::deadline, task.id, task.id + ' ' + said("deadline"), deadline.value,
          joined({{"", name_of(deadline.kind)},
                  {"from", deadline.start},
                  {"to", deadline.end},
                  {"", deadline.recurrence},
                  {"", deadline.duration},
                  {"assumption", deadline.assumption}}));
    for (const Value& product : task.products)
      add(ValueKind::product, task.id, task.id + ' ' + said("product"), product, {});
  }

  const Plan& plan_;
  std::string_view language_;
  std::vector<ExplainedValue> values_;
};

}  // namespace

std::vector<ExplainedValue> values_of(const Plan& plan, std::string_view language) {
  return Collector(plan, language).all();
}

}  // namespace trichyeu
