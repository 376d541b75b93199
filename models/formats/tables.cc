#include "models/formats/tables.h"

#include "models/deadline_days.h"
#include "models/formats/element.h"
#include "models/formats/table_columns.h"
#include "models/formats/words.h"

namespace trichyeu {
namespace {

struct DocumentEntry {
  const Plan& plan;
};

std::string text_of(const std::optional<Value>& value) { return value ? value->text : ""; }

const std::vector<ColumnOf<DocumentEntry>>& document_columns() {
  using Entry = DocumentEntry;
  static const std::vector<ColumnOf<Entry>> columns{
      {{"number", CellType::text, 14}, [](const Entry& e) { return number_of(e.plan); }},
      {{"date", CellType::date, 11}, [](const Entry& e) { return date_of(e.plan); }},
      {{"type", CellType::text, 12},
       [](const Entry& e) {
         return e.plan.header.type ? e.plan.header.type->value.text : std::string();
       }},
      {{"title", CellType::text, 56}, [](const Entry& e) { return text_of(e.plan.header.title); }},
      {{"issuer", CellType::text, 24}, [](const Entry& e) { return issuer_of(e.plan); }},
      {{"periodStart", CellType::date, 11},
       [](const Entry& e) {
         return e.plan.header.period ? e.plan.header.period->start : std::string();
       }},
      {{"periodEnd", CellType::date, 11},
       [](const Entry& e) {
         return e.plan.header.period ? e.plan.header.period->end : std::string();
       }},
      {{"signer", CellType::text, 18},
       [](const Entry& e) { return text_of(e.plan.header.signature.signer); }},
      {{"tasks", CellType::number, 8},
       [](const Entry& e) { return std::to_string(e.plan.tasks.size()); }},
      {{"citations", CellType::number, 8},
       [](const Entry& e) { return std::to_string(e.plan.citations.size()); }},
      {{"status", CellType::word, 12, "status"},
       [](const Entry& e) { return std::string(name_of(e.plan.status)); }},
      {{"file", CellType::file, 30}, [](const Entry& e) { return e.plan.source.file; }},
      {{"pages", CellType::number, 0},
       [](const Entry& e) { return number_cell(static_cast<int>(e.plan.source.pages.size())); }},
      {{"document", CellType::number, 0},
       [](const Entry& e) { return number_cell(e.plan.source.document); }},
      {{"sha256", CellType::text, 0}, [](const Entry& e) { return e.plan.source.sha256; }},
  };
  return columns;
}

std::vector<TableRow> document_rows(const Plan& plan, std::string_view /*language*/) {
  return {row_of(document_columns(), DocumentEntry{plan})};
}

struct DiagnosticEntry {
  const Plan& plan;
  const Diagnostic& diagnostic;
  std::string_view language;
};

const std::vector<ColumnOf<DiagnosticEntry>>& diagnostic_columns() {
  using Entry = DiagnosticEntry;
  static const std::vector<ColumnOf<Entry>> columns{
      {{"documentNumber", CellType::text, 16}, [](const Entry& e) { return number_of(e.plan); }},
      {{"severity", CellType::word, 12, "severity"},
       [](const Entry& e) { return std::string(name_of(e.diagnostic.severity())); }},
      {{"text", CellType::text, 80}, [](const Entry& e) { return e.diagnostic.text(e.language); }},
      {{"page", CellType::number, 8},
       [](const Entry& e) { return number_cell(e.diagnostic.page); }},
      {{"code", CellType::text, 24}, [](const Entry& e) { return e.diagnostic.code; }},
      {{"file", CellType::file, 30}, [](const Entry& e) { return e.plan.source.file; }},
      {{"sha256", CellType::text, 0}, [](const Entry& e) { return e.plan.source.sha256; }},
  };
  return columns;
}

std::vector<TableRow> diagnostic_rows(const Plan& plan, std::string_view language) {
  std::vector<TableRow> rows;
  for (const Diagnostic& diagnostic : plan.diagnostics)
    rows.push_back(row_of(diagnostic_columns(), DiagnosticEntry{plan, diagnostic, language}));
  return rows;
}

}  // namespace

std::string number_cell(int number) { return number == 0 ? "" : std::to_string(number); }

std::string confidence_cell(double confidence) { return decimal(confidence, 3); }

std::string flag_cell(bool flag) { return flag ? "true" : ""; }

std::string number_of(const Plan& plan) {
  return plan.header.number ? plan.header.number->value.text : "";
}

std::string date_of(const Plan& plan) { return plan.header.date ? plan.header.date->iso : ""; }

std::string issuer_of(const Plan& plan) {
  return plan.header.issuer ? plan.header.issuer->value.text : "";
}

std::string listed(const std::vector<Unit>& units) {
  std::string list;
  for (const Unit& unit : units) list += (list.empty() ? "" : "; ") + unit.value.text;
  return list;
}

const PlanTable& document_table() {
  static const PlanTable table{"documents", columns_in(document_columns()), document_rows};
  return table;
}

const PlanTable& diagnostic_table() {
  static const PlanTable table{"diagnostics", columns_in(diagnostic_columns()), diagnostic_rows};
  return table;
}

}  // namespace trichyeu
