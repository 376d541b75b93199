#include "extractor/convert.h"

#include <algorithm>
#include <utility>

#include "extractor/fields/fields.h"
#include "extractor/structure/documents.h"
#include "extractor/structure/form_mender.h"
#include "extractor/structure/structure.h"
#include "models/sha256.h"

namespace trichyeu {
namespace {

Status status_of(const std::vector<SourcePage>& pages) {
  const bool failed = std::any_of(pages.begin(), pages.end(), [](const SourcePage& page) {
    return page.reading == Reading::failed;
  });
  return failed ? Status::partial : Status::complete;
}

void append(std::vector<Diagnostic>& list, const std::vector<Diagnostic>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

SourceInfo source_info(const SourceText& source, const Document& document) {
  SourceInfo info;
  info.media_type = source.media_type;
  info.encoding = source.encoding;
  for (const SourcePage& page : source.pages) {
    if (document.has_page(page.number)) info.pages.push_back(page);
  }
  if (document.count == 1) return info;
  info.document = document.number;
  info.documents = document.count;
  info.first_page = document.first_page;
  info.last_page = document.last_page;
  info.first_line = document.first_line;
  info.last_line = document.last_line;
  return info;
}

// What the reader met on the document's pages, and what concerns the file as a whole.
std::vector<Diagnostic> reading_diagnostics(const SourceText& source, const Document& document) {
  std::vector<Diagnostic> diagnostics = source.diagnostics;
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return diagnostic.page != 0 && !document.has_page(diagnostic.page);
  });
  return diagnostics;
}

Plan plan_of(Document document, const Conversion& run, const Grammars& grammars) {
  Plan plan;
  plan.source = source_info(run.source, document);
  plan.status = status_of(plan.source.pages);
  plan.producer = {TRICHYEU_VERSION, grammars.fingerprint(), run.source.ocr};
  append(plan.diagnostics, reading_diagnostics(run.source, document));
  append(plan.diagnostics, document.diagnostics);

  plan.body = structure(std::move(document.lines), run.source, run.normal, grammars);
  append(plan.diagnostics, plan.body.diagnostics);

  plan.header = extract_header(plan.body, grammars, plan.diagnostics);
  plan.abbreviations = extract_abbreviations(plan.body, grammars);
  plan.citations = extract_citations(plan.body, plan.header, grammars, plan.diagnostics);
  plan.tasks = extract_tasks(plan.body, plan.header, plan.abbreviations, plan.citations, grammars,
                             plan.diagnostics);

  weigh_by_reading(plan);
  return plan;
}

}  // namespace

Conversion convert(SourceText source, const Grammars& grammars) {
  Conversion run;
  run.source = std::move(source);
  run.normal = normalize(run.source);
  append(run.source.diagnostics, mend_forms(run.source, run.normal, grammars));
  for (Document& document : documents_of(run.source, run.normal, grammars))
    run.plans.push_back(plan_of(std::move(document), run, grammars));
  return run;
}

Conversion convert(SourceText source, std::string_view bytes, std::string_view file_name,
                   const Grammars& grammars) {
  Conversion run = convert(std::move(source), grammars);
  const std::string sha256 = sha256_hex(bytes);
  for (Plan& plan : run.plans) {
    plan.source.file = file_name;
    plan.source.sha256 = sha256;
  }
  return run;
}

Result<Conversion> convert(std::string_view bytes, std::string_view file_name,
                           const ReadOptions& options, const Grammars& grammars) {
  Result<SourceText> source = read(bytes, options);
  if (!source) return source.error();
  return convert(std::move(source).value(), bytes, file_name, grammars);
}

}  // namespace trichyeu
