// libxlsxwriter keeps a row of each sheet in memory and the rest in temporary files.
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "models/formats/plan_writer.h"
#include "models/formats/workbook_file.h"
#include "models/formats/workbook_sheet.h"

namespace trichyeu {
namespace {

Error cannot_write(const std::string& why) {
  return {ErrorCode::cannot_write, "the workbook cannot be written: " + why,
          "Check that there is room for it.", 0};
}

// A file tells when it was made; the same plans give the same bytes, so it says 1 January 2000.
constexpr time_t made = 946684800;

class XlsxWriter : public PlanWriter {
 public:
  XlsxWriter(const FormatOptions& options, OutputSink& sink)
      : options_(options), sink_(sink), file_(options.scratch_folder) {
    // The library would end the process where it finds no room for the first sheet.
    if (file_.is_open()) begin();
  }
  ~XlsxWriter() override {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  std::optional<Error> add(const Plan& plan, const std::string& source_link) override {
    if (auto error = problem()) return error;
    for (std::size_t at = 0; at < tables_.size(); ++at) {
      for (const TableRow& row : tables_.at(at)->rows(plan, options_.language))
        sheets_.at(at)->add(row, source_link);
    }
    return std::nullopt;
  }

  std::optional<Error> finish() override {
    if (auto error = problem()) return error;
    for (const auto& sheet : sheets_) sheet->finish();
    const lxw_error problem = workbook_close(workbook_);
    workbook_ = nullptr;
    if (problem != LXW_NO_ERROR) return cannot_write(lxw_strerror(problem));
    return hand_over();
  }

 private:
  void begin() {
    lxw_workbook_options how{};
    how.constant_memory = LXW_TRUE;
    how.tmpdir = file_.temporary_folder();
    how.use_zip64 = LXW_FALSE;
    workbook_ = workbook_new_opt(file_.name().c_str(), &how);
    lxw_doc_properties properties{};
    properties.created = made;
    workbook_set_properties(workbook_, &properties);
    formats_ = std::make_unique<CellFormats>(workbook_, options_.language);
    for (std::size_t at = 0; at < tables_.size(); ++at) {
      sheets_.at(at) =
          std::make_unique<WorkbookSheet>(workbook_, *tables_.at(at), *formats_, options_.language);
    }
  }

  [[nodiscard]] std::optional<Error> problem() const {
    const bool is_good =
        workbook_ != nullptr && std::all_of(sheets_.begin(), sheets_.end(),
                                            [](const auto& sheet) { return sheet->is_open(); });
    if (is_good) return std::nullopt;
    return cannot_write("there is no place for what is not done yet");
  }

  std::optional<Error> hand_over() {
    std::optional<Error> error;
    const bool is_whole = file_.hand_over([&](std::string_view bytes) {
      error = sink_.append(".xlsx", bytes);
      return !error;
    });
    if (!is_whole && !error) return cannot_write("what was done cannot be read again");
    return error;
  }

  FormatOptions options_;
  OutputSink& sink_;
  WorkbookFile file_;
  lxw_workbook* workbook_ = nullptr;
  std::unique_ptr<CellFormats> formats_;
  std::array<const PlanTable*, 4> tables_{&task_table(), &citation_table(), &document_table(),
                                          &diagnostic_table()};
  std::array<std::unique_ptr<WorkbookSheet>, 4> sheets_;
};

}  // namespace

std::unique_ptr<PlanWriter> xlsx_writer(const FormatOptions& options, OutputSink& sink) {
  return std::make_unique<XlsxWriter>(options, sink);
}

}  // namespace trichyeu
