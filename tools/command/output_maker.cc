#include "tools/command/output_maker.h"

#include <stdexcept>

namespace trichyeu {
namespace {

std::string number_before(std::size_t document) {
  return document == 0 ? std::string() : '-' + std::to_string(document + 1);
}

void append(const Plan& plan, const std::string& before, const ConvertOptions& options,
            std::vector<DocumentOutput>& outputs) {
  for (const Format format : options.formats) {
    Result<std::vector<OutputFile>> files = formatted(plan, format, {options.language});
    // The worker tells it as a defect: every plan can be written.
    if (!files) throw std::runtime_error(files.error().message);
    for (OutputFile& file : files.value())
      outputs.push_back({before + file.suffix, std::move(file.bytes), {}});
  }
}

}  // namespace

std::vector<std::string> output_suffixes(const ConvertOptions& options) {
  if (options.stage) return {'.' + std::string(name_of(*options.stage)) + ".txt"};
  return suffixes_of(options.formats);
}

OutputMaker output_maker(const ConvertOptions& options) {
  return [options](const Conversion& run) {
    std::vector<DocumentOutput> outputs;
    if (options.stage) {
      outputs.push_back({output_suffixes(options).front(), dump(*options.stage, run), {}});
      return outputs;
    }
    for (std::size_t document = 0; document < run.plans.size(); ++document)
      append(run.plans[document], number_before(document), options, outputs);
    return outputs;
  };
}

}  // namespace trichyeu
