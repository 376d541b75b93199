#include "tools/command/audit_command.h"

#include <algorithm>
#include <iostream>
#include <string_view>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/register/audit_works.h"
#include "tools/register/days.h"
#include "tools/register/finding_counts.h"
#include "tools/register/register.h"
#include "tools/register/reports.h"

namespace trichyeu {
namespace {

constexpr std::size_t rows_of_text = 50;

std::string report_of(const AuditOptions& options) {
  if (!options.report.empty()) return options.report;
  if (!options.of.empty()) return "mentions";
  return options.status_file.empty() ? "overview" : "status";
}

// What is wrong with the command line; nothing where all is well.
std::optional<std::string> usage_problem(const AuditOptions& options) {
  const std::string report = report_of(options);
  if (report == "search" && options.words.empty())
    return "search needs words: trichyeu audit REGISTER search WORDS";
  if (report != "search" && !options.words.empty())
    return "only search takes words: " + options.words.front();
  if (report == "mentions" && options.of.empty()) return "mentions needs --of NUMBER";
  if (needs_status(report) && options.status_file.empty()) return report + " needs --status FILE";
  if (!options.day.empty() && !is_day(options.day))
    return "--at wants a day as 2026-01-31, not " + options.day;
  const std::vector<std::string_view> of_file = findings_of_file();
  for (const std::string& finding : options.fail_on) {
    const bool is_of_file = std::find(of_file.begin(), of_file.end(), finding) != of_file.end();
    if (is_of_file && options.status_file.empty())
      return "--fail-on " + finding + " needs --status";
  }
  return std::nullopt;
}

ReportRequest request_of(const AuditOptions& options) {
  ReportRequest request;
  request.report = report_of(options);
  request.language = options.language;
  request.day = options.day.empty() ? today() : options.day;
  for (const std::string& word : options.words)
    request.words += (request.words.empty() ? "" : " ") + word;
  request.filter = options.filter;
  request.filter.limit =
      options.limit.value_or(options.format == AuditFormat::text ? rows_of_text : 0);
  return request;
}

std::string formatted(const ReportTable& table, const AuditOptions& options) {
  switch (options.format) {
    case AuditFormat::text: return to_text(table, options.language);
    case AuditFormat::csv: return to_csv(table);
    case AuditFormat::json: return to_json(table);
  }
  return {};
}

std::string answer_to(Database& database, const ReportRequest& request,
                      const AuditOptions& options) {
  return options.graph ? graph_of(database, request.works, *options.graph)
                       : formatted(report(database, request), options);
}

bool write(const std::string& answer, const AuditOptions& options) {
  if (options.output.empty() || options.output == "-") {
    std::cout << answer << std::flush;
    return static_cast<bool>(std::cout);
  }
  const auto written = write_file(options.output, answer);
  if (!written) complain(options.output, written.error());
  return written.ok();
}

// How many of the findings that the command should fail on there are.
std::int64_t failures(Database& database, const ReportRequest& request,
                      const AuditOptions& options) {
  if (options.fail_on.empty()) return 0;
  std::int64_t all = 0;
  for (const auto& [finding, count] :
       finding_counts(database, request.day, request.status, options.fail_on)) {
    if (count == 0) continue;
    std::cerr << "trichyeu: " << finding << ": " << count << '\n';
    all += count;
  }
  return all;
}

Result<StatusFile> read_status(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  return StatusFile::parse(*bytes);
}

int unreadable(const std::string& path, const Error& error) {
  complain(path, error);
  return exit_nothing_read;
}

}  // namespace

int audit_command(const AuditOptions& options) {
  if (const auto problem = usage_problem(options)) {
    std::cerr << "trichyeu: " << *problem << ". See trichyeu audit --help. (usage)\n";
    return exit_usage;
  }
  const Result<Register> opened = Register::open(options.register_path);
  if (!opened) return unreadable(options.register_path, opened.error());
  Database& database = opened->database();
  ReportRequest request = request_of(options);
  std::optional<StatusFile> status;
  if (!options.status_file.empty()) {
    Result<StatusFile> file = read_status(options.status_file);
    if (!file) return unreadable(options.status_file, file.error());
    status = std::move(file).value();
    request.status = &*status;
  }
  if (!options.of.empty()) {
    for (const CitedWork& work : works_of_number(database, options.of))
      request.works.push_back(work.id);
    // No work has the id 0: what is cited nowhere is not everything.
    if (request.works.empty()) request.works.push_back(0);
  }
  const std::string answer = answer_to(database, request, options);
  const std::int64_t failed = failures(database, request, options);
  if (database.problem()) return unreadable(options.register_path, *database.problem());
  if (!write(answer, options) || failed > 0) return exit_some_failed;
  return exit_done;
}

}  // namespace trichyeu
