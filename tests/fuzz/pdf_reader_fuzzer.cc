#include "extractor/read/read.h"
#include "tests/fuzz/read_claims.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const std::string_view bytes = fuzz::view_of(data, size);
  if (file_kind_of(bytes) != FileKind::pdf) return 0;
  ReadOptions options;
  options.ocr = OcrMode::never;
  options.max_pages = 20;
  const Result<SourceText> source = read(bytes, options);
  if (source.ok()) fuzz::claim_source(source.value());
  return 0;
}
