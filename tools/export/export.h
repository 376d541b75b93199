// Many outputs as one file a format: what `trichyeu export` does.
//
// One output is in memory at a time, whatever their number.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/formats/output_formats.h"
#include "models/formats/plan_writer.h"
#include "tools/export/selection.h"

namespace trichyeu {

struct ExportRequest {
  std::vector<std::string> files;  // outputs (XML), in the order in which they are taken
  std::function<Result<std::string>(const std::string& file)> read;
  std::vector<Format> formats;  // of which one file holds many plans
  FormatOptions how;
  Selection selection;
  const Grammar* persons = nullptr;  // leaves out persons; null: they stay
  std::string folder;  // where the files go, from which links to sources lead; empty: no links
};

struct ExportTally {
  std::size_t documents = 0;  // written
  std::size_t tasks = 0;
  std::size_t citations = 0;
  std::size_t left_out = 0;           // not asked for
  std::size_t undated = 0;            // of these, without a date
  std::size_t repeated = 0;           // the same document of the same source came before
  std::size_t failed = 0;             // could not be read
  std::set<std::string> other_units;  // where units are asked for: some of those that are named
};

struct ExportEvents {
  std::function<void(std::size_t file)> begin;
  std::function<void(const std::string& file, const Error& error)> failed;
  std::function<void(const std::string& file)> repeated;
  std::function<bool()> is_interrupted;
};

// Fails (cannot_write, or what the sink says) where it cannot go on; files that cannot be read are
// told by `events`, and the others go on. The sink is to be settled only on success, and when not
// interrupted.
[[nodiscard]] Result<ExportTally> export_plans(const ExportRequest& request, OutputSink& sink,
                                               const ExportEvents& events);

// The XML files that the words name, each once, by path: of a folder those in it and below it.
// Fails (cannot_open) where one is not there, or a folder has none.
[[nodiscard]] Result<std::vector<std::string>> files_to_export(
    const std::vector<std::string>& words);

}  // namespace trichyeu
