#include "extractor/convert.h"

#include <algorithm>
#include <utility>

#include "extractor/fields/fields.h"
#include "extractor/structure/structure.h"
#include "models/sha256.h"

namespace trichyeu {
namespace {

Status status_of(const SourceText& source) {
  const bool failed =
      std::any_of(source.pages.begin(), source.pages.end(),
                  [](const SourcePage& page) { return page.reading == Reading::failed; });
  return failed ? Status::partial : Status::complete;
}

void append(std::vector<Diagnostic>& list, const std::vector<Diagnostic>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

Conversion convert(SourceText source, const Grammars& grammars) {
  Conversion run;
  run.source = std::move(source);
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

  weigh_by_reading(plan);

  plan.status = status_of(run.source);
  plan.source.media_type = run.source.media_type;
  plan.source.pages = run.source.pages;
  plan.producer = {TRICHYEU_VERSION, grammars.fingerprint(), run.source.ocr};
  return run;
}

Result<Conversion> convert(std::string_view bytes, std::string_view file_name,
                           const ReadOptions& options, const Grammars& grammars) {
  Result<SourceText> source = read(bytes, options);
  if (!source) return source.error();
  Conversion run = convert(std::move(source).value(), grammars);
  run.plan.source.file = file_name;
  run.plan.source.sha256 = sha256_hex(bytes);
  return run;
}

}  // namespace trichyeu
