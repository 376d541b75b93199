#include "models/formats/formats.h"
#include "models/formats/plan_writer.h"

namespace trichyeu {
namespace {

class JsonLinesWriter : public PlanWriter {
 public:
  JsonLinesWriter(const FormatOptions& options, OutputSink& sink)
      : language_(options.language), sink_(sink) {}

  std::optional<Error> add(const Plan& plan, const std::string& /*source_link*/) override {
    return sink_.append(suffix_, to_json_line(plan, language_));
  }
  std::optional<Error> finish() override { return sink_.append(suffix_, {}); }

 private:
  const std::string suffix_ = ".jsonl";
  std::string language_;
  OutputSink& sink_;
};

}  // namespace

std::unique_ptr<PlanWriter> json_lines_writer(const FormatOptions& options, OutputSink& sink) {
  return std::make_unique<JsonLinesWriter>(options, sink);
}

}  // namespace trichyeu
