// Whole containers: what is broken in the zip.
#include "extractor/read/flow/docx_reader.h"
#include "extractor/read/flow/odt_reader.h"
#include "extractor/read/flow/xlsx_reader.h"
#include "tests/fuzz/read_claims.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  for (const auto read : {read_docx, read_odt, read_xlsx}) {
    const Result<SourceText> source = read(fuzz::view_of(data, size));
    if (source.ok()) fuzz::claim_source(source.value());
  }
  return 0;
}
