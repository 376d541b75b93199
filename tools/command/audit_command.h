// `trichyeu audit`: questions to a register.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/register/audit.h"
#include "tools/register/graph.h"

namespace trichyeu {

enum class AuditFormat { text, csv, json };

struct AuditOptions {
  std::string register_path;
  std::string report;              // of report_names(); empty: what the other options ask for
  std::vector<std::string> words;  // of a search
  AuditFormat format = AuditFormat::text;
  std::string language = "vi";
  AuditFilter filter;
  std::optional<std::size_t> limit;  // most rows; default: a screenful of text, else all
  std::string day;                   // empty: today
  std::string status_file;
  std::string of;  // a number
  std::optional<GraphFormat> graph;
  std::vector<std::string> fail_on;  // of finding_names()
  std::string output;                // empty or "-": standard output
};

int audit_command(const AuditOptions& options);

}  // namespace trichyeu
