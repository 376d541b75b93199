#include "tests/evaluate/accuracy.h"

#include <fstream>
#include <iomanip>
#include <sstream>
#include <stdexcept>

#include "tools/evaluate/evaluate.h"

namespace trichyeu::testing {
namespace {

constexpr const char* table = TRICHYEU_SOURCE_DIR "/tests/evaluate/expected.tsv";
constexpr const char* head = "form\tfield\tf1\treason";

const std::vector<std::pair<std::string, Form>>& forms() {
  static const std::vector<std::pair<std::string, Form>> list{
      {"text", Form::text}, {"pdf", Form::pdf}, {"scan", Form::scan}};
  return list;
}

Gold gold_of(const std::string& name) {
  const std::filesystem::path path = source_of(name, Form::text).parent_path() / "gold.json";
  Result<Gold> gold = gold_from_json(bytes_of(path));
  if (!gold) throw std::runtime_error(path.string() + ": " + gold.error().message);
  return std::move(gold).value();
}

std::vector<DocumentEvaluation> evaluated(Form form) {
  std::vector<DocumentEvaluation> documents;
  for (const std::string& name : corpus_names()) {
    const Plan plan = converted(name, form).plans.front();
    documents.push_back(evaluate(name, gold_of(name), &plan));
  }
  return documents;
}

}  // namespace

std::string four_decimals(double f1) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(4) << f1;
  return text.str();
}

std::map<FormAndField, double> measured_accuracy() {
  std::map<FormAndField, double> figures;
  for (const auto& [name, form] : forms()) {
    const Tallies tallies = tallies_of(evaluated(form));
    for (const Field field : all_fields()) {
      const Tally& tally = tally_of(tallies, field);
      if (!tally.empty()) figures[{name, std::string(name_of(field))}] = tally.f1();
    }
  }
  return figures;
}

std::map<FormAndField, StoredFigure> stored_accuracy() {
  std::map<FormAndField, StoredFigure> figures;
  std::ifstream file(table);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string form;
    std::string field;
    std::string f1;
    std::string reason;
    std::getline(cells, form, '\t');
    std::getline(cells, field, '\t');
    std::getline(cells, f1, '\t');
    std::getline(cells, reason);
    figures[{form, field}] = {std::stod(f1), reason};
  }
  return figures;
}

void store_accuracy(const std::map<FormAndField, StoredFigure>& figures) {
  std::ofstream file(table);
  file << head << '\n';
  for (const auto& [key, figure] : figures) {
    file << key.first << '\t' << key.second << '\t' << four_decimals(figure.f1) << '\t'
         << figure.reason << '\n';
  }
}

}  // namespace trichyeu::testing
