// nlohmann-json throws; this file alone knows it, and nothing leaves it by exception.
#include "tools/evaluate/gold.h"

#include <nlohmann/json.hpp>

#include "models/formats/formats.h"
#include "models/names.h"

namespace trichyeu {
namespace {

using Json = nlohmann::json;

const std::set<std::string> header_fields{"number", "symbol", "place",  "date",      "type",
                                          "title",  "issuer", "signer", "recipients"};

// The member's text; empty where it is null or absent.
std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  return found->get<std::string>();
}

bool flag_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->get<bool>();
}

const Json& list_of(const Json& object, const char* key) {
  static const Json none = Json::array();
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? none : *found;
}

std::string nth_id(char letter, std::size_t before) { return letter + std::to_string(before + 1); }

Value value_of_text(std::string text) {
  Value value;
  value.text = std::move(text);
  return value;
}

void read_header(const Json& json, Gold& gold) {
  Header& header = gold.plan.header;
  for (const auto& [key, value] : json.items()) {
    if (header_fields.contains(key)) gold.header.insert(key);
  }
  header.issuer = Issuer{value_of_text(text_of(json, "issuer")), {}};
  header.number = Number{value_of_text(text_of(json, "number")), text_of(json, "symbol")};
  header.place = value_of_text(text_of(json, "place"));
  header.date = PrintedDate{{}, text_of(json, "date")};
  header.type = DocumentType{value_of_text(text_of(json, "type")), {}};
  header.title = value_of_text(text_of(json, "title"));
  header.signature.signer = value_of_text(text_of(json, "signer"));
  for (const Json& recipient : list_of(json, "recipients")) {
    header.recipients.push_back({value_of_text(recipient.get<std::string>()), {}});
  }
  for (const Json& field : list_of(json, "handwritten")) {
    gold.handwritten.insert(field.get<std::string>());
  }
}

void read_citation(const Json& json, Gold& gold) {
  Citation citation;
  citation.id = nth_id('c', gold.plan.citations.size());
  citation.value.text = text_of(json, "text");
  citation.kind = value_of<CitationKind>(text_of(json, "kind")).value_or(CitationKind::numbered);
  citation.role = text_of(json, "role");
  citation.type = text_of(json, "type");
  citation.number = text_of(json, "number");
  citation.date = text_of(json, "date");
  citation.issuer = text_of(json, "issuer");
  citation.target = text_of(json, "target");
  if (flag_of(json, "optional")) gold.optional.insert(citation.id);
  gold.plan.citations.push_back(std::move(citation));
}

std::vector<Unit> units_of(const Json& names) {
  std::vector<Unit> units;
  for (const Json& name : names) units.push_back({value_of_text(name.get<std::string>()), {}, {}});
  return units;
}

Deadline deadline_of(const Json& json) {
  Deadline deadline;
  deadline.value.text = text_of(json, "text");
  deadline.kind = deadline_kind_of(text_of(json, "kind")).value_or(DeadlineKind::unparsed);
  deadline.start = text_of(json, "start");
  deadline.end = text_of(json, "end");
  deadline.recurrence = text_of(json, "recurrence");
  return deadline;
}

void read_task(const Json& json, Gold& gold) {
  Task task;
  task.id = nth_id('t', gold.plan.tasks.size());
  task.path = text_of(json, "path");
  task.content = value_of_text(text_of(json, "content"));
  task.lead = units_of(list_of(json, "lead"));
  task.coordinating = units_of(list_of(json, "coordinating"));
  for (const Json& deadline : list_of(json, "deadlines")) {
    task.deadlines.push_back(deadline_of(deadline));
  }
  if (flag_of(json, "optional")) gold.optional.insert(task.id);
  gold.plan.tasks.push_back(std::move(task));
}

}  // namespace

Result<Gold> gold_from_xml(std::string_view xml) {
  Result<Plan> plan = from_xml(xml);
  if (!plan) return plan.error();
  Gold gold;
  gold.plan = std::move(plan).value();
  gold.header = header_fields;
  return gold;
}

Result<Gold> gold_from_json(std::string_view json) {
  try {
    const Json root = Json::parse(json);
    Gold gold;
    read_header(root.at("header"), gold);
    for (const Json& citation : root.at("citations")) read_citation(citation, gold);
    for (const Json& task : root.at("tasks")) read_task(task, gold);
    return gold;
  } catch (const Json::exception& problem) {
    return Error{ErrorCode::damaged, "it is no annotation: " + std::string(problem.what()),
                 "Compare it with a gold.json of corpus/", 0};
  }
}

}  // namespace trichyeu
