#include <nlohmann/json.hpp>

#include "tools/evaluate/report.h"

namespace trichyeu {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Tallies& tallies) {
  Json json = Json::object();
  for (const Field field : all_fields()) {
    const Tally& tally = tally_of(tallies, field);
    if (tally.empty()) continue;
    json[std::string(name_of(field))] = {
        {"precision", tally.precision()}, {"recall", tally.recall()}, {"f1", tally.f1()},
        {"exactF1", tally.exact_f1()},    {"right", tally.right},     {"exact", tally.exact},
        {"wrong", tally.wrong},           {"missed", tally.missed},   {"invented", tally.invented}};
  }
  return json;
}

Json json_of(const Judgement& judgement) {
  Json json{{"field", name_of(judgement.field)}, {"outcome", name_of(judgement.outcome)}};
  if (!judgement.subject.empty()) json["subject"] = judgement.subject;
  if (judgement.outcome != Outcome::invented) json["wanted"] = judgement.wanted;
  if (judgement.outcome != Outcome::missed) json["found"] = judgement.found;
  if (judgement.line > 0) json["line"] = judgement.line;
  return json;
}

Json json_of(const DocumentEvaluation& document) {
  Json errors = Json::array();
  for (const Judgement& judgement : document.judgements) {
    if (judgement.outcome != Outcome::right) errors.push_back(json_of(judgement));
  }
  return {{"name", document.name},
          {"hasOutput", document.has_output},
          {"fields", json_of(tallies_of(document))},
          {"errors", errors}};
}

Json json_of(const std::vector<ConfidenceBand>& bands) {
  Json json = Json::array();
  for (const ConfidenceBand& band : bands) {
    json.push_back({{"from", band.from}, {"values", band.values}, {"right", band.right}});
  }
  return json;
}

Json json_of(const std::vector<Change>& changes) {
  Json json = Json::array();
  for (const Change& change : changes) {
    Json entry = json_of(change.judgement);
    entry["document"] = change.document;
    json.push_back(std::move(entry));
  }
  return json;
}

Json json_of(const Changes& changes) {
  Json fallen = Json::array();
  for (const Field field : changes.fallen) fallen.push_back(name_of(field));
  return {
      {"gains", json_of(changes.gains)}, {"losses", json_of(changes.losses)}, {"fallen", fallen}};
}

}  // namespace

std::string to_json(const EvaluationReport& report) {
  Json documents = Json::array();
  for (const DocumentEvaluation& document : report.documents) {
    documents.push_back(json_of(document));
  }
  Json json{{"total", json_of(tallies_of(report.documents))},
            {"documents", documents},
            {"calibration", json_of(calibration_of(report.documents))}};
  if (report.changes) json["changes"] = json_of(*report.changes);
  return json.dump(1) + '\n';
}

}  // namespace trichyeu
