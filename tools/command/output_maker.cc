#include "tools/command/output_maker.h"

#include <cstddef>
#include <string>
#include <utility>

#include "tools/command/summary.h"

namespace trichyeu {
namespace {

std::string number_before(std::size_t document) {
  return document == 0 ? std::string() : '-' + std::to_string(document + 1);
}

// What a person reads of a document comes with its first file.
std::optional<Error> append(const Plan& plan, const std::string& before, const std::string& link,
                            const ConvertOptions& options, std::vector<DocumentOutput>& outputs) {
  FormatOptions how;
  how.language = options.language;
  how.byte_order_mark = options.byte_order_mark;
  how.source_link = link;
  std::string text = summary(plan, options.language);
  for (const Format format : options.formats) {
    Result<std::vector<OutputFile>> files = formatted(plan, format, how);
    if (!files) return files.error();
    for (OutputFile& file : files.value()) {
      outputs.push_back(
          {before + file.suffix, std::move(file.bytes), std::exchange(text, std::string())});
    }
  }
  return std::nullopt;
}

Result<std::vector<DocumentOutput>> outputs_of(const Conversion& run, const std::string& link,
                                               const ConvertOptions& options) {
  std::vector<DocumentOutput> outputs;
  if (options.stage) {
    outputs.push_back({output_suffixes(options).front(), dump(*options.stage, run),
                       summary(run.plans.front(), options.language)});
    return outputs;
  }
  for (std::size_t document = 0; document < run.plans.size(); ++document) {
    if (auto error = append(run.plans[document], number_before(document), link, options, outputs))
      return *error;
  }
  return outputs;
}

}  // namespace

std::vector<std::string> output_suffixes(const ConvertOptions& options) {
  if (options.stage) return {'.' + std::string(name_of(*options.stage)) + ".txt"};
  return suffixes_of(options.formats);
}

OutputMaker output_maker(const ConvertOptions& options) {
  return [options](const Conversion& run, const std::string& link) {
    return outputs_of(run, link, options);
  };
}

}  // namespace trichyeu
