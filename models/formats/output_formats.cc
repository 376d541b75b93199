#include "models/formats/output_formats.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "models/cut.h"
#include "models/formats/formats.h"
#include "models/formats/plan_writer.h"

namespace trichyeu {
namespace {

using WriteOne = std::string (*)(const Plan& plan, const FormatOptions& options);
using WriteMany = std::unique_ptr<PlanWriter> (*)(const FormatOptions& options, OutputSink& sink);

// A format's file holds one plan, or many: it has the one writer or the other.
struct FormatRow {
  Format format;
  std::string_view name;
  std::vector<std::string> suffixes;
  WriteOne write_one = nullptr;
  WriteMany write_many = nullptr;
};

std::string one_xml(const Plan& plan, const FormatOptions& options) {
  return to_xml(plan, options.language);
}

std::string one_json(const Plan& plan, const FormatOptions& options) {
  return to_json(plan, options.language);
}

std::string one_text(const Plan& plan, const FormatOptions& /*options*/) { return to_text(plan); }

const std::vector<FormatRow>& rows() {
  static const std::vector<FormatRow> all{
      {Format::xml, "xml", {".xml"}, one_xml, nullptr},
      {Format::json, "json", {".json"}, one_json, nullptr},
      {Format::jsonl, "jsonl", {".jsonl"}, nullptr, json_lines_writer},
      {Format::csv, "csv", {".tasks.csv", ".citations.csv"}, nullptr, csv_writer},
      {Format::xlsx, "xlsx", {".xlsx"}, nullptr, xlsx_writer},
      {Format::ics, "ics", {".ics"}, nullptr, calendar_writer},
      {Format::text, "text", {".txt"}, one_text, nullptr},
  };
  return all;
}

// Keeps the files in memory, in the order in which they were begun.
class MemorySink : public OutputSink {
 public:
  std::optional<Error> append(const std::string& suffix, std::string_view bytes) override {
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&](const OutputFile& file) { return file.suffix == suffix; });
    if (found == files_.end()) {
      files_.push_back({suffix, std::string(bytes)});
    } else {
      found->bytes += bytes;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<OutputFile> files() && { return std::move(files_); }

 private:
  std::vector<OutputFile> files_;
};

const FormatRow& row_of(Format format) {
  return *std::find_if(rows().begin(), rows().end(),
                       [&](const FormatRow& row) { return row.format == format; });
}

std::vector<Format> formats_of(const std::vector<FormatRow>& rows) {
  std::vector<Format> formats;
  for (const FormatRow& row : rows) formats.push_back(row.format);
  return formats;
}

std::string_view without_blanks(std::string_view word) {
  while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
  while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
  return word;
}

Error no_format(std::string_view name) {
  return {ErrorCode::unknown_type,
          name.empty() ? "a format's name is missing"
                       : "there is no format \"" + std::string(name) + '"',
          "Choose from " + names_of(all_formats()) + "; several are parted by commas: xml,json", 0};
}

}  // namespace

const std::vector<Format>& all_formats() {
  static const std::vector<Format> all = formats_of(rows());
  return all;
}

bool holds_many(Format format) { return row_of(format).write_many != nullptr; }

std::vector<Format> formats_of_many() {
  std::vector<Format> many;
  std::copy_if(all_formats().begin(), all_formats().end(), std::back_inserter(many), holds_many);
  return many;
}

std::string_view name_of(Format format) { return row_of(format).name; }

std::string names_of(const std::vector<Format>& formats) {
  std::string names;
  for (const Format format : formats)
    names += (names.empty() ? "" : ", ") + std::string(name_of(format));
  return names;
}

const std::vector<std::string>& suffixes_of(Format format) { return row_of(format).suffixes; }

std::vector<std::string> suffixes_of(const std::vector<Format>& formats) {
  std::vector<std::string> all;
  for (const Format format : formats) {
    const std::vector<std::string>& own = suffixes_of(format);
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

Result<std::vector<Format>> formats_in(std::string_view list) {
  std::vector<Format> formats;
  do {
    const std::string_view name = without_blanks(cut(list, ','));
    const auto row = std::find_if(rows().begin(), rows().end(),
                                  [&](const FormatRow& each) { return each.name == name; });
    if (row == rows().end()) return no_format(name);
    if (std::find(formats.begin(), formats.end(), row->format) == formats.end())
      formats.push_back(row->format);
  } while (!list.empty());
  return formats;
}

std::unique_ptr<PlanWriter> plan_writer(Format format, const FormatOptions& options,
                                        OutputSink& sink) {
  const WriteMany write = row_of(format).write_many;
  return write == nullptr ? nullptr : write(options, sink);
}

Result<std::vector<OutputFile>> formatted(const Plan& plan, Format format,
                                          const FormatOptions& options) {
  const FormatRow& row = row_of(format);
  if (row.write_one != nullptr)
    return std::vector<OutputFile>{{row.suffixes.front(), row.write_one(plan, options)}};
  MemorySink sink;
  const std::unique_ptr<PlanWriter> writer = row.write_many(options, sink);
  if (auto error = writer->add(plan, options.source_link)) return *error;
  if (auto error = writer->finish()) return *error;
  return std::move(sink).files();
}

}  // namespace trichyeu
