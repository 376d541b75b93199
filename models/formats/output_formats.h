// Which formats there are, what their files are called, and a plan in any of them: a new format is
// a writer of its own beside this file, and a row in output_formats.cc.
//
//   formats_in("xml,csv")         xml, csv
//   suffixes_of(Format::csv)      ".tasks.csv", ".citations.csv"
//   formatted(plan, Format::csv)  a file for each of them
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/plan.h"
#include "models/result.h"

namespace trichyeu {

enum class Format { xml, json, jsonl, csv, xlsx, ics, text };

[[nodiscard]] const std::vector<Format>& all_formats();
// Whether one file of it can hold many plans; those that can.
[[nodiscard]] bool holds_many(Format format);
[[nodiscard]] std::vector<Format> formats_of_many();
// As on the command line: "xml". Never renamed.
[[nodiscard]] std::string_view name_of(Format format);

[[nodiscard]] std::string names_of(const std::vector<Format>& formats);  // "xml, json"

// Names parted by commas, each once, in their order. Fails (unknown_type) with the list of those
// that there are.
[[nodiscard]] Result<std::vector<Format>> formats_in(std::string_view list);

// How the names of its files end, one for each; no two formats share one.
[[nodiscard]] const std::vector<std::string>& suffixes_of(Format format);
[[nodiscard]] std::vector<std::string> suffixes_of(const std::vector<Format>& formats);

struct FormatOptions {
  std::string language = "vi";  // "vi" or "en": of diagnostics, heads of sheets and notes
  // CSV: U+FEFF first, by which spreadsheets tell that it is UTF-8.
  bool byte_order_mark = false;
  // iCalendar: NAME.UNIT.ics for each lead unit; in NAME.ics only what has none.
  bool calendar_per_unit = false;
  // XLSX: the source's path from the output's folder, or its URI; empty: its name is no link. Of
  // many plans each has its own (PlanWriter::add).
  std::string source_link;
  // XLSX: a folder for what is not done yet, instead of memory.
  std::string scratch_folder;
};

struct OutputFile {
  std::string suffix;
  std::string bytes;
};

// The same plan and options give the same bytes.
[[nodiscard]] Result<std::vector<OutputFile>> formatted(const Plan& plan, Format format,
                                                        const FormatOptions& options);

}  // namespace trichyeu
