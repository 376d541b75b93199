// Formats of which one file holds many plans, written plan by plan: what is in memory does not grow
// with their number.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/formats/output_formats.h"
#include "models/plan.h"
#include "models/result.h"

namespace trichyeu {

// Where files grow.
class OutputSink {
 public:
  OutputSink() = default;
  virtual ~OutputSink() = default;
  OutputSink(const OutputSink&) = delete;
  OutputSink& operator=(const OutputSink&) = delete;

  // Adds `bytes` to the file whose name ends with `suffix`; the first ones begin it.
  [[nodiscard]] virtual std::optional<Error> append(const std::string& suffix,
                                                    std::string_view bytes) = 0;
};

class PlanWriter {
 public:
  PlanWriter() = default;
  virtual ~PlanWriter() = default;
  PlanWriter(const PlanWriter&) = delete;
  PlanWriter& operator=(const PlanWriter&) = delete;

  // `source_link` is the path from the output to the source, or a URI; empty: no format links it.
  [[nodiscard]] virtual std::optional<Error> add(const Plan& plan,
                                                 const std::string& source_link) = 0;
  // Writes what ends the files, of no plan too; nothing is added afterwards.
  [[nodiscard]] virtual std::optional<Error> finish() = 0;
};

// Of jsonl, csv, xlsx and ics; nothing for a format whose files are of one plan. `sink` outlives
// the writer.
[[nodiscard]] std::unique_ptr<PlanWriter> plan_writer(Format format, const FormatOptions& options,
                                                      OutputSink& sink);

[[nodiscard]] std::unique_ptr<PlanWriter> json_lines_writer(const FormatOptions& options,
                                                            OutputSink& sink);
[[nodiscard]] std::unique_ptr<PlanWriter> csv_writer(const FormatOptions& options,
                                                     OutputSink& sink);
[[nodiscard]] std::unique_ptr<PlanWriter> xlsx_writer(const FormatOptions& options,
                                                      OutputSink& sink);
[[nodiscard]] std::unique_ptr<PlanWriter> calendar_writer(const FormatOptions& options,
                                                          OutputSink& sink);

}  // namespace trichyeu
