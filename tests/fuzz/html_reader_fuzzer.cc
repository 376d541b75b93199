#include "extractor/read/flow/html_reader.h"
#include "tests/fuzz/read_claims.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const Result<SourceText> source = read_html(fuzz::view_of(data, size), ReadOptions());
  if (source.ok()) fuzz::claim_source(source.value());
  return 0;
}
