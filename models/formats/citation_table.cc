#include "models/formats/table_columns.h"

namespace trichyeu {
namespace {

struct Entry {
  const Plan& plan;
  const Citation& citation;
};

const std::vector<ColumnOf<Entry>>& columns() {
  static const std::vector<ColumnOf<Entry>> all{
      {{"documentNumber", CellType::text, 14}, [](const Entry& e) { return number_of(e.plan); }},
      {{"text", CellType::text, 56}, [](const Entry& e) { return e.citation.value.text; }},
      {{"type", CellType::text, 14}, [](const Entry& e) { return e.citation.type; }},
      {{"number", CellType::text, 18}, [](const Entry& e) { return e.citation.number; }},
      {{"date", CellType::date, 11}, [](const Entry& e) { return e.citation.date; }},
      {{"issuer", CellType::text, 24}, [](const Entry& e) { return e.citation.issuer; }},
      {{"role", CellType::word, 14, "role"}, [](const Entry& e) { return e.citation.role; }},
      {{"locator", CellType::text, 14}, [](const Entry& e) { return e.citation.locator; }},
      {{"page", CellType::number, 7},
       [](const Entry& e) { return number_cell(e.citation.value.place.page); }},
      {{"file", CellType::file, 0}, [](const Entry& e) { return e.plan.source.file; }},
      {{"kind", CellType::word, 0, "cited"},
       [](const Entry& e) { return std::string(name_of(e.citation.kind)); }},
      {{"canonicalNumber", CellType::text, 0},
       [](const Entry& e) { return e.citation.canonical_number; }},
      {{"resolvedDate", CellType::date, 0},
       [](const Entry& e) { return e.citation.resolved_date; }},
      {{"resolvedIssuer", CellType::text, 0},
       [](const Entry& e) { return e.citation.resolved_issuer; }},
      {{"target", CellType::text, 0}, [](const Entry& e) { return e.citation.target; }},
      {{"iri", CellType::text, 0}, [](const Entry& e) { return e.citation.iri; }},
      {{"confidence", CellType::number, 0},
       [](const Entry& e) { return confidence_cell(e.citation.value.confidence); }},
      {{"documentDate", CellType::date, 0}, [](const Entry& e) { return date_of(e.plan); }},
      {{"documentIssuer", CellType::text, 0}, [](const Entry& e) { return issuer_of(e.plan); }},
      {{"id", CellType::text, 0}, [](const Entry& e) { return e.citation.id; }},
      {{"sha256", CellType::text, 0}, [](const Entry& e) { return e.plan.source.sha256; }},
  };
  return all;
}

std::vector<TableRow> rows(const Plan& plan, std::string_view /*language*/) {
  std::vector<TableRow> all;
  for (const Citation& citation : plan.citations)
    all.push_back(row_of(columns(), Entry{plan, citation}));
  return all;
}

}  // namespace

const PlanTable& citation_table() {
  static const PlanTable table{"citations", columns_in(columns()), rows};
  return table;
}

}  // namespace trichyeu
