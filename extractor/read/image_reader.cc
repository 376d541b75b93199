#include "extractor/read/image_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <string>
#include <utility>

#include "extractor/read/cell_reader.h"
#include "extractor/read/line_reader.h"
#include "extractor/read/lost_lines.h"
#include "extractor/read/page_tables.h"
#include "extractor/read/rulings.h"

namespace trichyeu {
namespace {

constexpr std::int64_t most_pixels = 100'000'000;  // A3 at 700 dots an inch
constexpr double degrees_a_radian = 57.29577951308232;
constexpr int low_resolution = 190;  // a 200 dpi scanner's page cut to size

const auto* data_of(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

struct Header {
  bool there = false;
  std::int64_t pixels = 0;
};

Header header_of(std::string_view bytes, FileKind kind, int page) {
  int format = 0, width = 0, height = 0, depth = 0, samples = 0, resolution = 0, colormap = 0;
  const bool failed =
      kind == FileKind::tiff
          ? readHeaderMemTiff(data_of(bytes), bytes.size(), page - 1, &width, &height, &depth,
                              &samples, &resolution, &colormap, &format) != 0
          : pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height, &depth,
                             &samples, &colormap) != 0;
  return {!failed && (page == 1 || kind == FileKind::tiff),
          static_cast<std::int64_t>(width) * height};
}

void describe(SourceWriter& writer, const SourcePage& page, int dpi) {
  const std::string number = std::to_string(page.number);
  if (dpi < low_resolution)
    writer.add_diagnostic("low-resolution", {number, std::to_string(dpi)}, page.number);
  if (page.rotation != 0)
    writer.add_diagnostic("page-turned", {number, std::to_string(page.rotation)}, page.number);
  if (page.reading == Reading::blank) writer.add_diagnostic("page-blank", {number}, page.number);
}

}  // namespace

PixPtr decoded_page(std::string_view bytes, FileKind kind, int page) {
  const Header header = header_of(bytes, kind, page);
  if (!header.there || header.pixels > most_pixels) return nullptr;
  // libpng says on standard error what Leptonica keeps to itself: a cut image never reaches it.
  if (kind == FileKind::png && bytes.rfind("IEND") == std::string_view::npos) return nullptr;
  PixPtr image(kind == FileKind::tiff ? pixReadMemTiff(data_of(bytes), bytes.size(), page - 1)
                                      : pixReadMem(data_of(bytes), bytes.size()));
  return page_of(std::move(image), 0);
}

void add_recognized_page(SourceWriter& writer, Recognizer& recognizer, PixPtr image,
                         SourcePage asked, const ReadOptions& options) {
  const int dpi = image ? resolution(*image) : 0;
  Result<Recognition> recognition =
      image ? recognizer.recognize(std::move(image))
            : Error{ErrorCode::damaged, "the page's image cannot be decoded", ""};
  if (!recognition) {
    asked.reading = Reading::failed;
    writer.add_diagnostic("page-unreadable",
                          {std::to_string(asked.number), recognition.error().message},
                          asked.number);
    writer.add_page(asked, {});
    return;
  }
  writer.set_ocr(recognizer.name());
  asked.reading = recognition->words.empty() ? Reading::blank : Reading::ocr;
  asked.rotation = recognition->rotation;
  asked.width = recognition->width;
  asked.height = recognition->height;
  asked.cleanup = recognition->cleanup;
  asked.skew = recognition->radians * degrees_a_radian;
  describe(writer, asked, dpi);
  if (options.see_page) options.see_page(asked.number, png_of(*recognition->image));
  read_lines_again(recognizer, recognition.value());
  Rulings rulings = rulings_of(*recognition->image, Lie::askew);
  read_cells_again(recognizer, recognition.value(), rulings);
  read_lost_lines(recognizer, recognition.value());
  rulings = std::move(rulings).after_turn(recognition->radians);
  writer.add_recognized_page(asked, page_text(recognition->words, rulings),
                             std::move(recognition.value().mends));
}

Result<SourceText> with_text(SourceText source) {
  if (!source.text.empty()) return source;
  const bool failed =
      std::any_of(source.pages.begin(), source.pages.end(),
                  [](const SourcePage& page) { return page.reading == Reading::failed; });
  if (failed)
    return Error{ErrorCode::damaged, "no page could be read", "Scan or export the document again."};
  return Error{ErrorCode::no_text, "no text was found on any page", ""};
}

Result<SourceText> read_image(std::string_view bytes, FileKind kind, const ReadOptions& options) {
  silence_leptonica();
  if (!header_of(bytes, kind, 1).there)
    return Error{ErrorCode::damaged, "the image is truncated or broken", "Scan the page again."};
  if (options.ocr == OcrMode::never) {
    return Error{ErrorCode::no_text, "an image has no text of its own",
                 "Allow recognition: --ocr auto."};
  }
  Result<Recognizer> recognizer = Recognizer::open(options.ocr_language, options.tessdata);
  if (!recognizer) return recognizer.error();
  SourceWriter writer(media_type_of(kind));
  for (int number = 1;; ++number) {
    if (!header_of(bytes, kind, number).there) break;
    if (number > options.max_pages) {
      return Error{ErrorCode::too_large,
                   "more than " + std::to_string(options.max_pages) + " pages", "Split the file."};
    }
    SourcePage page;
    page.number = number;
    add_recognized_page(writer, recognizer.value(), decoded_page(bytes, kind, number), page,
                        options);
  }
  return with_text(std::move(writer).finish());
}

}  // namespace trichyeu
