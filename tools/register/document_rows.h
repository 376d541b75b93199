// What the register keeps of one output, in plain rows: schema-1.sql says what each column means.
//
// Rows name each other by their index in DocumentRows; the register gives them ids. An empty text
// is NULL there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/register/work_name.h"

namespace trichyeu {

struct PassageRow {
  std::string kind;  // title, block, task
  std::string block;
  int page = 0;
  std::size_t from_point = 0;
  std::string text;
  std::string folded;
};

struct CitationRow {
  int sequence = 0;
  WorkName work;
  std::string text;
  bool named = false;
  std::string type;
  std::string number;
  std::string subject;  // what the mention says that the work is about
  std::size_t passage = 0;
  std::string role;
  std::string date;
  std::string issuer;
  std::string resolved_date;
  std::string resolved_issuer;
  std::string locator;
  int page = 0;
  std::size_t from_point = 0;
  std::size_t to_point = 0;
  double confidence = 1;
  std::string rule;
};

struct RelationRow {
  std::size_t citation = 0;                    // what is amended …
  std::string role;                            // amends, replaces, repeals, corrects
  std::optional<std::size_t> acting_citation;  // none: the document itself
  bool partly = false;
};

struct UnitRow {
  std::string role;  // lead, coordinating
  std::string name_key;
  std::string place_key;
  std::string name;
  std::string place;
};

struct DeadlineRow {
  std::string kind;
  std::string start;
  std::string end;
  std::string late_from;
  std::string recurrence;
  std::string duration;
  bool approximate = false;
  std::string assumption;
  std::string text;
};

struct RegisterTask {
  int sequence = 0;
  std::string path;
  std::size_t passage = 0;
  std::optional<std::int64_t> content_key;
  int page = 0;
  std::vector<UnitRow> units;
  std::vector<DeadlineRow> deadlines;
};

struct DiagnosticRow {
  std::string code;
  std::string arguments;  // JSON array
  int page = 0;
  std::optional<std::size_t> passage;
};

struct RepairRow {
  std::size_t passage = 0;
  int page = 0;
  bool recognised = false;
  std::string rule;
  std::string text;
  std::string repair;
};

struct DocumentRows {
  std::string source_file;
  std::string source_sha256;
  std::string status;
  int pages = 0;
  int recognised_pages = 0;
  std::string type;
  std::string number;
  std::string number_key;
  std::string date;
  std::string issuer;
  std::string issuer_parent;
  std::string place;
  std::string place_key;
  std::string title;
  std::string period_start;
  std::string period_end;
  std::optional<WorkName> work;  // none where it has no number
  std::vector<PassageRow> passages;
  std::vector<CitationRow> citations;
  std::vector<RelationRow> relations;
  std::vector<RegisterTask> tasks;
  std::vector<DiagnosticRow> diagnostics;
  std::vector<RepairRow> repairs;
};

}  // namespace trichyeu
