#include "models/formats/output_formats.h"

#include <algorithm>
#include <utility>

#include "models/cut.h"
#include "models/formats/formats.h"

namespace trichyeu {
namespace {

using Files = Result<std::vector<OutputFile>>;

struct FormatRow {
  Format format;
  std::string_view name;
  std::vector<std::string> suffixes;
  Files (*write)(const Plan& plan, const FormatOptions& options);
};

Files write_xml(const Plan& plan, const FormatOptions& options) {
  return std::vector<OutputFile>{{".xml", to_xml(plan, options.language)}};
}

Files write_json(const Plan& plan, const FormatOptions& options) {
  return std::vector<OutputFile>{{".json", to_json(plan, options.language)}};
}

Files write_json_lines(const Plan& plan, const FormatOptions& options) {
  return std::vector<OutputFile>{{".jsonl", to_json_line(plan, options.language)}};
}

Files write_text(const Plan& plan, const FormatOptions& /*options*/) {
  return std::vector<OutputFile>{{".txt", to_text(plan)}};
}

const std::vector<FormatRow>& rows() {
  static const std::vector<FormatRow> all{
      {Format::xml, "xml", {".xml"}, write_xml},
      {Format::json, "json", {".json"}, write_json},
      {Format::jsonl, "jsonl", {".jsonl"}, write_json_lines},
      {Format::text, "text", {".txt"}, write_text},
  };
  return all;
}

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

Result<std::vector<OutputFile>> formatted(const Plan& plan, Format format,
                                          const FormatOptions& options) {
  return row_of(format).write(plan, options);
}

}  // namespace trichyeu
