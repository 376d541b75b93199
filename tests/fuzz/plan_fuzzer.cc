// The whole run over text: structure, fields, and the XML that comes of them.
#include "extractor/convert.h"
#include "models/formats/formats.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  static const Grammars grammars = Grammars::load().value();
  const std::string_view bytes = fuzz::view_of(data, size);
  const FileKind kind = file_kind_of(bytes);
  if (kind != FileKind::text && kind != FileKind::markdown) return 0;
  ReadOptions options;
  options.ocr = OcrMode::never;
  const Result<Conversion> conversion = convert(bytes, "input.txt", options, grammars);
  if (!conversion.ok()) return 0;

  for (const Plan& plan : conversion->plans) {
    const std::string xml = to_xml(plan);
    const std::vector<std::string> problems = validate_xml(xml);
    for (const std::string& problem : problems) std::fprintf(stderr, "%s\n", problem.c_str());
    fuzz::claim(problems.empty(), "every output is valid");
    const Result<Plan> read_back = from_xml(xml);
    fuzz::claim(read_back.ok(), "every output can be read");
    fuzz::claim(to_xml(read_back.value()) == xml, "written, read and written is the same");
  }
  return 0;
}
