// Decoding and clean-up of page images; recognition itself is too slow to fuzz.
#include "extractor/read/image_reader.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const std::string_view bytes = fuzz::view_of(data, size);
  const FileKind kind = file_kind_of(bytes);
  if (kind != FileKind::png && kind != FileKind::jpeg && kind != FileKind::tiff) return 0;
  ReadOptions options;
  options.ocr = OcrMode::never;
  fuzz::claim(!read(bytes, options).ok(), "an image has no text of its own");

  PixPtr page = decoded_page(bytes, kind, 1);
  if (!page) return 0;
  const Ink ink = ink_of(*page, {Box{0, 0, 10, 10}});
  fuzz::claim(ink.inside >= 0 && ink.outside >= 0 && ink.inside + ink.outside <= 1.001,
              "ink is a share of the page");
  const int degrees = turn_to_upright(*page);
  fuzz::claim(turned(std::move(page), degrees) != nullptr, "a page can be turned");
  return 0;
}
