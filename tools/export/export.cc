#include "tools/export/export.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "models/formats/formats.h"
#include "tools/command/output_files.h"
#include "tools/export/redaction.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_other_units = 10000;  // that are kept to be named

class Export {
 public:
  Export(const ExportRequest& request, OutputSink& sink, const ExportEvents& events)
      : request_(request), events_(events) {
    for (const Format format : request.formats)
      writers_.push_back(plan_writer(format, request.how, sink));
  }

  Result<ExportTally> run() {
    for (std::size_t at = 0; at < request_.files.size(); ++at) {
      if (events_.is_interrupted()) return tally_;
      events_.begin(at);
      if (auto error = add(request_.files[at])) return *error;
    }
    for (const auto& writer : writers_) {
      if (auto error = writer->finish()) return *error;
    }
    return tally_;
  }

 private:
  // The error where no further one can be written.
  std::optional<Error> add(const std::string& file) {
    const Result<std::string> xml = request_.read(file);
    Result<Plan> plan = xml ? from_xml(*xml) : Result<Plan>(xml.error());
    if (!plan) {
      ++tally_.failed;
      events_.failed(file, plan.error());
      return std::nullopt;
    }
    if (!is_new(*plan)) {
      ++tally_.repeated;
      events_.repeated(file);
      return std::nullopt;
    }
    note_units(*plan);
    const Selected selected = select(plan.value(), request_.selection);
    if (selected != Selected::yes) {
      ++tally_.left_out;
      if (selected == Selected::undated) ++tally_.undated;
      return std::nullopt;
    }
    return write(std::move(plan).value(), file);
  }

  // The same bytes hold the same tasks, which are to be done once. What came without bytes of its
  // own is new each time.
  bool is_new(const Plan& plan) {
    if (plan.source.sha256.empty()) return true;
    return seen_.insert(plan.source.sha256 + ' ' + std::to_string(plan.source.document)).second;
  }

  void note_units(const Plan& plan) {
    if (request_.selection.units.empty()) return;
    for (const Task& task : plan.tasks) {
      for (const auto* units : {&task.lead, &task.coordinating}) {
        for (const Unit& unit : *units) {
          if (tally_.other_units.size() < most_other_units)
            tally_.other_units.insert(unit.value.text);
        }
      }
    }
  }

  std::optional<Error> write(Plan plan, const std::string& file) {
    const std::string link = link_to(plan, file);
    if (request_.persons != nullptr) plan = without_persons(std::move(plan), *request_.persons);
    ++tally_.documents;
    tally_.tasks += plan.tasks.size();
    tally_.citations += plan.citations.size();
    for (const auto& writer : writers_) {
      if (auto error = writer->add(plan, link)) return error;
    }
    return std::nullopt;
  }

  // To the source where it lies beside its output, else to the output.
  [[nodiscard]] std::string link_to(const Plan& plan, const std::string& file) const {
    if (request_.folder.empty() || request_.persons != nullptr) return {};
    std::error_code unknown;
    const fs::path output = fs::absolute(file, unknown);
    const fs::path source = output.parent_path() / plan.source.file;
    const bool is_there = !plan.source.file.empty() && fs::is_regular_file(source, unknown);
    const fs::path folder = fs::absolute(request_.folder, unknown).lexically_normal();
    return (is_there ? source : output).lexically_normal().lexically_relative(folder).string();
  }

  const ExportRequest& request_;
  const ExportEvents& events_;
  std::vector<std::unique_ptr<PlanWriter>> writers_;
  std::set<std::string> seen_;  // documents
  ExportTally tally_;
};

}  // namespace

Result<ExportTally> export_plans(const ExportRequest& request, OutputSink& sink,
                                 const ExportEvents& events) {
  return Export(request, sink, events).run();
}

Result<std::vector<std::string>> files_to_export(const std::vector<std::string>& words) {
  std::set<std::string> files;
  for (const std::string& word : words) {
    const Result<std::vector<std::string>> of_word = output_files(word);
    if (!of_word) return of_word.error();
    if (of_word->empty()) {
      return Error{ErrorCode::cannot_open, word + " holds no output (NAME.xml)",
                   "Make some: trichyeu convert FILE... -o " + word, 0};
    }
    files.insert(of_word->begin(), of_word->end());
  }
  return std::vector<std::string>(files.begin(), files.end());
}

}  // namespace trichyeu
