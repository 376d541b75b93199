// One function an element of the contract, in the contract's order.
#include "models/formats/plan_element.h"

#include <algorithm>
#include <string>

namespace trichyeu {
namespace {

constexpr std::string_view xml_namespace = "urn:trichyeu:plan:1";
constexpr std::string_view schema_version = "1.0";

// Two decimals, a third where it says something.
std::string confidence_text(double confidence) {
  std::string text = decimal(std::clamp(confidence, 0.0, 1.0), 3);
  if (text.back() == '0') text.pop_back();
  return text;
}

void set_confidence(Element& element, double confidence) {
  element.attributes.push_back(
      {"confidence", confidence_text(confidence), Attribute::Type::number});
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : " ") + word;
  return list;
}

// What is 0 is not known, or not so.
void set_positive(Element& element, std::string_view attribute, int value) {
  if (value > 0) element.set_number(attribute, static_cast<std::size_t>(value));
}

// Writes values: it knows the text that their places are of.
class Writer {
 public:
  Writer(const Plan& plan, std::string_view language)
      : plan_(plan), language_(language), code_points_(plan.body.text) {}

  [[nodiscard]] Element whole() const;

 private:
  void add_source(Element& parent) const;
  void add_producer(Element& parent) const;
  void add_diagnostics(Element& parent) const;
  void add_header(Element& parent) const;
  void add_signature(Element& parent) const;
  void add_recipients(Element& parent) const;
  void add_abbreviations(Element& parent) const;
  void add_citations(Element& parent) const;
  void add_citation(Element& parent, const Citation& citation) const;
  void add_tasks(Element& parent) const;
  void add_task(Element& parent, const Task& task) const;
  void add_units(Element& parent, std::string_view name, const std::vector<Unit>& units) const;
  void add_deadline(Element& parent, const Deadline& deadline) const;

  void add_value(Element& parent, std::string_view name, const Value& value) const;
  void set_value(Element& element, const Value& value) const;
  void set_origin(Element& element, const Value& value) const;
  void set_place(Element& element, const Place& place) const;
  void set_span(Element& element, ByteSpan bytes) const;

  const Plan& plan_;
  std::string_view language_;
  CodePoints code_points_;
};

Element Writer::whole() const {
  Element plan{"plan", {}, {}, false};
  plan.set("xmlns", xml_namespace);
  plan.set("schemaVersion", schema_version);
  plan.set("xml:lang", "vi");
  plan.set("status", name_of(plan_.status));
  add_source(plan);
  add_producer(plan);
  add_diagnostics(plan);
  add_header(plan);
  add_abbreviations(plan);
  add_citations(plan);
  add_tasks(plan);
  plan.content.emplace_back(body_element(plan_.body, plan_.citations));
  return plan;
}

void Writer::add_source(Element& parent) const {
  const SourceInfo& info = plan_.source;
  Element& source = parent.add("source");
  source.set("file", info.file);
  source.set("sha256", info.sha256);
  source.set("mediaType", info.media_type);
  source.set("encoding", info.encoding);
  if (!info.pages.empty()) source.set_number("pages", info.pages.size());
  set_positive(source, "document", info.document);
  set_positive(source, "documents", info.documents);
  set_positive(source, "firstPage", info.first_page);
  set_positive(source, "lastPage", info.last_page);
  set_positive(source, "firstLine", info.first_line);
  set_positive(source, "lastLine", info.last_line);
  for (const SourcePage& page : info.pages) {
    Element& element = source.add("page");
    element.set_number("number", static_cast<std::size_t>(page.number));
    if (!page.label.empty()) element.set("label", page.label);
    element.set_decimal("width", page.width, 1);
    element.set_decimal("height", page.height, 1);
    element.set("reading", name_of(page.reading));
    set_confidence(element, page.confidence);
    element.set_number("rotation", static_cast<std::size_t>(page.rotation));
    if (!page.cleanup.empty()) element.set("cleanup", listed(page.cleanup));
    if (page.skew != 0) element.set_decimal("skew", page.skew, 2);
  }
}

void Writer::add_producer(Element& parent) const {
  Element& producer = parent.add("producer");
  producer.set("name", "trichyeu");
  producer.set("version", plan_.producer.version);
  producer.set("grammar", plan_.producer.grammar);
  producer.set("ocr", plan_.producer.ocr);
}

void Writer::add_diagnostics(Element& parent) const {
  Element& list = parent.add("diagnostics");
  if (language_ != "vi") list.set("xml:lang", language_);
  for (const Diagnostic& diagnostic : plan_.diagnostics) {
    Element& element = list.add("diagnostic");
    element.set("severity", name_of(diagnostic.severity()));
    element.set("code", diagnostic.code);
    if (diagnostic.page > 0) element.set_number("page", static_cast<std::size_t>(diagnostic.page));
    if (diagnostic.bytes) set_span(element, *diagnostic.bytes);
    element.add_text(diagnostic.text(language_));
  }
}

void Writer::add_header(Element& parent) const {
  const Header& header = plan_.header;
  Element& element = parent.add("header");
  if (header.issuer) {
    Element& issuer = element.add("issuer");
    issuer.set("parent", header.issuer->parent);
    set_value(issuer, header.issuer->value);
  }
  if (header.number) {
    Element& number = element.add("number");
    number.set("symbol", header.number->symbol);
    set_value(number, header.number->value);
  }
  if (header.place) add_value(element, "place", *header.place);
  if (header.date) {
    Element& date = element.add("date");
    date.set("iso", header.date->iso);
    set_value(date, header.date->value);
  }
  if (header.type) {
    Element& type = element.add("type");
    type.set("code", header.type->code);
    set_value(type, header.type->value);
  }
  if (header.title) add_value(element, "title", *header.title);
  if (header.period) {
    Element& period = element.add("period");
    period.set("start", header.period->start);
    period.set("end", header.period->end);
    set_value(period, header.period->value);
  }
  add_signature(element);
  add_recipients(element);
}

void Writer::add_signature(Element& parent) const {
  const Signature& signature = plan_.header.signature;
  if (!signature.capacity && !signature.position && !signature.signer) return;
  Element& element = parent.add("signature");
  if (signature.capacity) {
    element.set("capacity", signature.capacity->text);
    add_value(element, "capacity", *signature.capacity);
  }
  if (signature.position) add_value(element, "position", *signature.position);
  if (signature.signer) add_value(element, "signer", *signature.signer);
}

void Writer::add_recipients(Element& parent) const {
  Element& list = parent.add("recipients");
  for (const Recipient& recipient : plan_.header.recipients) {
    Element& element = list.add("recipient");
    element.set("purpose", recipient.purpose);
    set_value(element, recipient.value);
  }
}

void Writer::add_abbreviations(Element& parent) const {
  Element& list = parent.add("abbreviations");
  for (const Abbreviation& abbreviation : plan_.abbreviations) {
    Element& element = list.add("abbreviation");
    element.set("short", abbreviation.short_form);
    set_value(element, abbreviation.full);
  }
}

void Writer::add_citations(Element& parent) const {
  Element& list = parent.add("citations");
  for (const Citation& citation : plan_.citations) add_citation(list, citation);
}

void Writer::add_citation(Element& parent, const Citation& citation) const {
  Element& element = parent.add("citation");
  element.set("id", citation.id);
  element.set("kind", name_of(citation.kind));
  element.set("role", citation.role);
  element.set("type", citation.type);
  element.set("number", citation.number);
  element.set("canonicalNumber", citation.canonical_number);
  element.set("date", citation.date);
  element.set("issuer", citation.issuer);
  element.set("resolvedDate", citation.resolved_date);
  element.set("resolvedIssuer", citation.resolved_issuer);
  element.set("locator", citation.locator);
  element.set("target", citation.target);
  element.set("iri", citation.iri);
  set_value(element, citation.value);
}

void Writer::add_tasks(Element& parent) const {
  Element& list = parent.add("tasks");
  for (const Task& task : plan_.tasks) add_task(list, task);
}

// The place of a task is its content's.
void Writer::add_task(Element& parent, const Task& task) const {
  Element& element = parent.add("task");
  element.set("id", task.id);
  element.set("path", task.path);
  element.set("form", name_of(task.form));
  set_origin(element, task.content);
  element.add("content").add_text(task.content.text);
  add_units(element, "lead", task.lead);
  add_units(element, "coordinating", task.coordinating);
  for (const Deadline& deadline : task.deadlines) add_deadline(element, deadline);
  for (const Value& product : task.products) add_value(element, "product", product);
}

void Writer::add_units(Element& parent, std::string_view name,
                       const std::vector<Unit>& units) const {
  if (units.empty()) return;
  Element& list = parent.add(name);
  for (const Unit& unit : units) {
    Element& element = list.add("unit");
    element.set("ref", unit.ref);
    element.set("full", unit.full);
    set_value(element, unit.value);
  }
}

void Writer::add_deadline(Element& parent, const Deadline& deadline) const {
  Element& element = parent.add("deadline");
  element.set("kind", name_of(deadline.kind));
  element.set("start", deadline.start);
  element.set("end", deadline.end);
  element.set("recurrence", deadline.recurrence);
  element.set("duration", deadline.duration);
  element.set("anchor", deadline.anchor);
  element.set_true("exclusive", deadline.exclusive);
  element.set_true("workingDays", deadline.working_days);
  element.set_true("approx", deadline.approximate);
  element.set("assumption", deadline.assumption);
  set_value(element, deadline.value);
}

void Writer::add_value(Element& parent, std::string_view name, const Value& value) const {
  set_value(parent.add(name), value);
}

void Writer::set_value(Element& element, const Value& value) const {
  set_origin(element, value);
  element.add_text(value.text);
}

void Writer::set_origin(Element& element, const Value& value) const {
  set_place(element, value.place);
  set_confidence(element, value.confidence);
  element.set("rule", value.rule);
  element.set("repair", value.repair);
  element.set("restored", value.restored);
  element.set("inherited", value.inherited);
}

void Writer::set_place(Element& element, const Place& place) const {
  element.set("in", place.block);
  if (place.page > 0) element.set_number("page", static_cast<std::size_t>(place.page));
  if (!place.block.empty() || !place.bytes.empty()) set_span(element, place.bytes);
  if (place.boxes.size() == 1) set_box(element, place.boxes.front().box);
  if (place.boxes.size() < 2) return;
  for (const PagedBox& paged : place.boxes) {
    Element& box = element.add("box");
    box.set_number("page", static_cast<std::size_t>(paged.page));
    set_box(box, paged.box);
  }
}

void Writer::set_span(Element& element, ByteSpan bytes) const {
  element.set_number("from", code_points_.before_byte(bytes.from_byte));
  element.set_number("to", code_points_.before_byte(bytes.to_byte));
}

}  // namespace

void set_box(Element& element, const Box& box) {
  element.attributes.push_back({"bbox",
                                decimal(box.left, 1) + ' ' + decimal(box.top, 1) + ' ' +
                                    decimal(box.right, 1) + ' ' + decimal(box.bottom, 1),
                                Attribute::Type::numbers});
}

Element plan_element(const Plan& plan, std::string_view language) {
  return Writer(plan, language).whole();
}

}  // namespace trichyeu
