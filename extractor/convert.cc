#include "extractor/convert.h"

#include <algorithm>
#include <utility>

#include "extractor/fields/fields.h"
#include "extractor/structure/structure.h"
#include "models/sha256.h"

namespace trichyeu {
namespace {

SourceInfo source_info(std::string_view bytes, std::string_view file_name,
                       const SourceText& source) {
  SourceInfo info;
  info.file = file_name;
  info.sha256 = sha256_hex(bytes);
  info.media_type = source.media_type;
  info.pages = source.pages;
  return info;
}

Status status_of(const SourceText& source) {
  const bool failed =
      std::any_of(source.pages.begin(), source.pages.end(),
                  [](const SourcePage& page) { return page.reading == Reading::failed; });
  return failed ? Status::partial : Status::complete;
}

// A decision or an annex may order work without calling itself a plan; any other text must say so.
bool looks_like_plan(const Plan& plan) {
  const auto& type = plan.header.type;
  return !plan.tasks.empty() || (type && type->code == "KH");
}

void append(std::vector<Diagnostic>& list, const std::vector<Diagnostic>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

Result<Conversion> convert(std::string_view bytes, std::string_view file_name,
                           const ReadOptions& options, const Grammars& grammars) {
  Result<SourceText> source = read(bytes, options);
  if (!source) return source.error();

  Conversion run;
  run.source = std::move(source).value();
  run.normal = normalize(run.source);

  Plan& plan = run.plan;
  plan.body = structure(run.source, run.normal, grammars);
  append(plan.diagnostics, run.source.diagnostics);
  append(plan.diagnostics, plan.body.diagnostics);

  plan.header = extract_header(plan.body, grammars, plan.diagnostics);
  plan.abbreviations = extract_abbreviations(plan.body, grammars);
  plan.citations = extract_citations(plan.body, plan.header, grammars, plan.diagnostics);
  plan.tasks = extract_tasks(plan.body, plan.header, plan.abbreviations, plan.citations, grammars,
                             plan.diagnostics);
  if (!looks_like_plan(plan)) plan.diagnostics.push_back({"not-a-plan", {}, 0, {}});

  plan.status = status_of(run.source);
  plan.source = source_info(bytes, file_name, run.source);
  plan.producer = {TRICHYEU_VERSION, grammars.fingerprint(), run.source.ocr};
  return run;
}

}  // namespace trichyeu
