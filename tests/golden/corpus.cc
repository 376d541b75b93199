#include "tests/golden/corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "models/formats/formats.h"
#include "tests/support/built_in_grammars.h"
#include "tests/support/recorded_source.h"

namespace trichyeu::testing {
namespace {

const std::filesystem::path corpus_folder = TRICHYEU_SOURCE_DIR "/corpus";

Result<Conversion> conversion_of(const std::string& name, Form form) {
  const std::filesystem::path path = source_of(name, form);
  const std::string bytes = bytes_of(path);
  if (form != Form::scan) return convert(bytes, path.filename().string(), {}, built_in_grammars());
  Result<SourceText> replayed = replayed_source(bytes);
  if (!replayed) return replayed.error();
  Conversion conversion = convert(std::move(replayed).value(), built_in_grammars());
  conversion.plans.front().source.file = name + ".scan.pdf";
  return conversion;
}

}  // namespace

std::vector<std::string> corpus_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(corpus_folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::filesystem::path source_of(const std::string& name, Form form) {
  switch (form) {
    case Form::text: return corpus_folder / name / (name + ".txt");
    case Form::pdf: return corpus_folder / name / (name + ".pdf");
    case Form::scan: break;
  }
  return corpus_folder / name / (name + ".scan.ocr.json");
}

std::filesystem::path expected_of(const std::string& name, Form form) {
  switch (form) {
    case Form::text: return corpus_folder / name / "expected.xml";
    case Form::pdf: return corpus_folder / name / "expected-pdf.xml";
    case Form::scan: break;
  }
  return corpus_folder / name / "expected-scan.xml";
}

Conversion converted(const std::string& name, Form form) {
  Result<Conversion> conversion = conversion_of(name, form);
  if (conversion) return std::move(conversion).value();
  ADD_FAILURE() << name << ": " << conversion.error().message;
  return {{}, {}, {Plan{}}};
}

std::string golden_xml(Conversion conversion) {
  EXPECT_EQ(conversion.plans.size(), 1U) << "a document of the corpus is one";
  Plan& plan = conversion.plans.front();
  plan.producer.version = "0.0.0";
  plan.producer.grammar = "sha256:" + std::string(64, '0');
  return to_xml(plan);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace trichyeu::testing
