#include <algorithm>

#include "extractor/read/read.h"
#include "normalizer/normalize.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  ReadOptions options;
  options.ocr = OcrMode::never;
  const std::string_view bytes = fuzz::view_of(data, size);
  const FileKind kind = file_kind_of(bytes);
  if (kind != FileKind::text && kind != FileKind::markdown) return 0;
  const Result<SourceText> source = read(bytes, options);
  if (!source.ok()) return 0;

  const NormalText once = normalize(source.value());
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  // Other line ends, U+2028 say, become one too.
  fuzz::claim(lines(once.text) >= lines(source->text), "every line stays");

  const Result<SourceText> again = read(once.text, options);
  if (again.ok() && again->media_type == source->media_type) {
    fuzz::claim(normalize(again.value()).text == once.text,
                "normalising twice is normalising once");
  }
  return 0;
}
