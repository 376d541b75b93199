// This process reads and writes files; what is in them is only touched by the worker.
#include "tools/command/evaluate_command.h"

#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <vector>

#include "models/formats/formats.h"
#include "tools/command/complaint.h"
#include "tools/command/evaluation_files.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/evaluate/bounds.h"
#include "tools/evaluate/report.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

struct Bytes {
  std::string path;
  std::optional<std::string> bytes;  // none where the file cannot be read, which was complained of
};

struct Document {
  std::string name;
  Bytes gold;
  Bytes output;
  std::optional<Bytes> other;  // of the version that is compared with
};

// What the worker makes of the documents: a report, and what is wrong with files.
struct Work {
  EvaluationReport report;
  std::vector<DocumentEvaluation> others;
  std::vector<std::string> complaints;
};

Bytes bytes_of(const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (bytes) return {path, std::move(bytes).value()};
  complain(path, bytes.error());
  return {path, std::nullopt};
}

// The files of all golds, those of one name once.
Result<std::vector<EvaluationFile>> files_of(const std::vector<std::string>& golds,
                                             const std::string& outputs) {
  if (golds.size() == 1) return evaluation_files(golds.front(), outputs);
  if (!std::filesystem::is_directory(outputs))
    return Error{ErrorCode::cannot_open, outputs + " is no folder",
                 "Name the folder of the outputs last", 0};
  std::map<std::string, EvaluationFile> by_name;
  for (const std::string& gold : golds) {
    Result<std::vector<EvaluationFile>> files = evaluation_files(gold, outputs);
    if (!files)
      return Error{files.error().code, gold + ": " + files.error().message, files.error().advice,
                   0};
    for (EvaluationFile& file : files.value()) by_name.insert_or_assign(file.name, std::move(file));
  }
  std::vector<EvaluationFile> all;
  for (auto& [name, file] : by_name) all.push_back(std::move(file));
  return all;
}

Result<std::vector<Document>> documents_of(const EvaluateOptions& options) {
  const Result<std::vector<EvaluationFile>> files = files_of(options.gold, options.outputs);
  if (!files) return files.error();
  std::vector<EvaluationFile> others;
  if (!options.compare.empty()) {
    Result<std::vector<EvaluationFile>> found = files_of(options.gold, options.compare);
    if (!found) return found.error();
    others = std::move(found).value();
  }
  std::vector<Document> documents;
  for (std::size_t at = 0; at < files->size(); ++at) {
    const EvaluationFile& file = (*files)[at];
    Document document{file.name, bytes_of(file.gold), bytes_of(file.output), {}};
    if (!others.empty()) document.other = bytes_of(others[at].output);
    documents.push_back(std::move(document));
  }
  return documents;
}

Result<std::vector<Bound>> bounds_of(const EvaluateOptions& options) {
  std::vector<Bound> bounds;
  for (const std::string& text : options.bounds) {
    const Result<Bound> bound = bound_of(text);
    if (!bound) return bound.error();
    bounds.push_back(*bound);
  }
  return bounds;
}

template <typename T, typename Parse>
std::optional<T> parsed(const Bytes& file, const Parse& parse, Work& work) {
  if (!file.bytes) return std::nullopt;
  Result<T> result = parse(*file.bytes);
  if (result) return std::move(result).value();
  work.complaints.push_back(complaint(file.path, result.error()));
  return std::nullopt;
}

DocumentEvaluation evaluated(const std::string& name, const Gold& gold, const Bytes& output,
                             Work& work) {
  const std::optional<Plan> plan = parsed<Plan>(output, from_xml, work);
  return evaluate(name, gold, plan ? &*plan : nullptr);
}

void add(const Document& document, Work& work) {
  const bool is_json = document.gold.path.ends_with(".json");
  const std::optional<Gold> gold =
      parsed<Gold>(document.gold, is_json ? gold_from_json : gold_from_xml, work);
  if (!gold) return;
  work.report.documents.push_back(evaluated(document.name, *gold, document.output, work));
  if (document.other) work.others.push_back(evaluated(document.name, *gold, *document.other, work));
}

std::string formatted(const EvaluationReport& report, ReportFormat format) {
  switch (format) {
    case ReportFormat::text: return to_text(report);
    case ReportFormat::json: return to_json(report);
    case ReportFormat::html: return to_html(report);
  }
  return {};
}

// The report (empty where no gold could be read), "failed" where something is amiss, and a
// complaint a field.
Result<Message> answer(const std::vector<Document>& documents, const std::vector<Bound>& bounds,
                       const EvaluateOptions& options) {
  Work work;
  work.report.language = options.language;
  work.report.lists_errors = options.lists_errors;
  for (const Document& document : documents) add(document, work);
  Message message{{}, {}};
  message.insert(message.end(), work.complaints.begin(), work.complaints.end());
  if (work.report.documents.empty()) return message;
  const std::vector<std::string> missed = missed_bounds(bounds, work.report.documents);
  for (const std::string& line : missed) message.push_back("trichyeu: " + line);
  bool failed = !work.complaints.empty() || !missed.empty();
  if (!options.compare.empty()) {
    work.report.changes = changes_between(work.others, work.report.documents);
    failed = failed || !work.report.changes->fallen.empty();
  }
  message[0] = formatted(work.report, options.format);
  if (failed) message[1] = "failed";
  return message;
}

bool write_report(const std::string& report, const std::string& path) {
  if (path.empty() || path == "-") {
    std::cout << report << std::flush;
    return static_cast<bool>(std::cout);
  }
  const auto written = write_file(path, report);
  if (!written) complain(path, written.error());
  return written.ok();
}

bool all_were_read(const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    if (!document.gold.bytes || !document.output.bytes) return false;
    if (document.other && !document.other->bytes) return false;
  }
  return true;
}

}  // namespace

int evaluate_command(const EvaluateOptions& options) {
  const Result<std::vector<Bound>> bounds = bounds_of(options);
  if (!bounds) {
    std::cerr << "trichyeu: " << bounds.error().message << ". " << bounds.error().advice
              << ". (usage)\n";
    return exit_usage;
  }
  const Result<std::vector<Document>> documents = documents_of(options);
  if (!documents) {
    complain(options.gold.front(), documents.error());
    return exit_nothing_read;
  }
  const DeferredInterrupts interrupts;
  const Result<Message> message =
      run_in_worker([&] { return answer(*documents, *bounds, options); }, Limits(), interrupts);
  if (!message) {
    complain("evaluate", message.error());
    return exit_some_failed;
  }
  for (std::size_t at = 2; at < message->size(); ++at) std::cerr << (*message)[at] << '\n';
  if ((*message)[0].empty()) return exit_nothing_read;
  if (!write_report((*message)[0], options.report)) return exit_some_failed;
  return (*message)[1].empty() && all_were_read(*documents) ? exit_done : exit_some_failed;
}

}  // namespace trichyeu
