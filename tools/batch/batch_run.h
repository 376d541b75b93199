// The part of a batch between planning and the end: inputs that wait go to the converter, what
// comes back to the disk and into the manifest.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "tools/batch/batch.h"
#include "tools/batch/output_writer.h"
#include "tools/batch/waiting_inputs.h"
#include "tools/batch/watch.h"

namespace trichyeu {

class BatchRun {
 public:
  // All outlive it.
  BatchRun(const BatchOptions& options, const Planning& planning, Manifest& manifest,
           OutputWriter& writer, Progress& progress, int interrupts);

  // Until nothing waits, an interrupt, or an error that would meet every document: no_space, or one
  // of the manifest. `watch`, where given, brings more.
  void convert_all(Converter& converter, FolderWatch* watch);

  [[nodiscard]] const std::optional<Error>& stopped() const { return stopped_; }
  [[nodiscard]] int interrupted_by() const { return signal_; }

 private:
  void submit_what_fits(Converter& converter);
  void submit(Converter& converter, InputRecord record);
  void take(const DocumentResult& result);
  void deliver(InputRecord record, const DocumentResult& result, std::size_t name);
  void fail(InputRecord record, const Error& error);
  void finish(InputRecord record, std::vector<OutputRecord> outputs);
  void read_interrupts(Converter& converter);
  void plan_what_arrived(FolderWatch& watch);
  void wait(Converter& converter, FolderWatch* watch);

  const BatchOptions& options_;
  const Planning& planning_;
  Manifest& manifest_;
  OutputWriter& writer_;
  Progress& progress_;
  int interrupts_;
  WaitingInputs waiting_;
  std::map<std::uint64_t, SameContent> under_way_;
  std::uint64_t last_id_ = 0;
  std::optional<Error> stopped_;
  int signal_ = 0;
  bool at_once_ = false;  // a second interrupt: what is under way is given up
};

}  // namespace trichyeu
