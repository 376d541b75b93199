#include "extractor/read/image_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "extractor/read/cell_reader.h"
#include "extractor/read/glued_words.h"
#include "extractor/read/line_reader.h"
#include "extractor/read/lost_lines.h"
#include "extractor/read/page_tables.h"
#include "extractor/read/reading_score.h"
#include "extractor/read/recognizer.h"
#include "extractor/read/recognizer_keeper.h"
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

void describe(RecognizedPage& recognized, int dpi) {
  const SourcePage& page = recognized.page;
  const std::string number = std::to_string(page.number);
  const auto say = [&](std::string code, std::vector<std::string> arguments) {
    recognized.diagnostics.push_back({std::move(code), std::move(arguments), page.number, {}});
  };
  if (dpi < low_resolution) say("low-resolution", {number, std::to_string(dpi)});
  if (page.rotation != 0) say("page-turned", {number, std::to_string(page.rotation)});
  if (page.reading == Reading::blank) say("page-blank", {number});
}

RecognizedPage recognized_by(Recognizer& recognizer, PixPtr image, const SourcePage& asked,
                             const ReadOptions& options) {
  const int dpi = image ? resolution(*image) : 0;
  Result<Recognition> recognition =
      image ? recognizer.recognize(std::move(image))
            : Error{ErrorCode::damaged, "the page's image cannot be decoded", ""};
  if (!recognition) return failed_page(asked, recognition.error().code);
  RecognizedPage page;
  page.ocr = recognizer.name();
  page.score = reading_score(recognition->words);
  page.page = asked;
  page.page.reading = recognition->words.empty() ? Reading::blank : Reading::ocr;
  page.page.rotation = recognition->rotation;
  page.page.width = recognition->width;
  page.page.height = recognition->height;
  page.page.cleanup = recognition->cleanup;
  page.page.skew = recognition->radians * degrees_a_radian;
  describe(page, dpi);
  if (options.see_page) options.see_page(page.page.number, png_of(*recognition->image));
  read_lines_again(recognizer, recognition.value());
  read_cells_again(recognizer, recognition.value());
  read_lost_lines(recognizer, recognition.value());
  std::vector<Mend> parted = part_glued_words(recognition.value().words);
  const Rulings rulings = std::move(recognition.value().rulings).after_turn(recognition->radians);
  page.text = page_text(recognition->words, rulings);
  page.mends = std::move(recognition.value().mends);
  std::move(parted.begin(), parted.end(), std::back_inserter(page.mends));
  return page;
}

Result<RecognizedPage> recognized_here(const SourcePage& asked, const ImageMaker& image,
                                       const ReadOptions& options) {
  RecognizerKeeper none_kept;
  RecognizerKeeper& keeper = options.recognizers ? *options.recognizers : none_kept;
  Result<Recognizer> recognizer = keeper.take(options.ocr_language, options.tessdata);
  if (!recognizer) return recognizer.error();
  RecognizedPage page = recognized_by(recognizer.value(), image(), asked, options);
  if (page.page.reading != Reading::failed) keeper.keep(std::move(recognizer).value());
  return page;
}

SourcePage numbered(int page) {
  SourcePage asked;
  asked.number = page;
  return asked;
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

Result<RecognizedPage> recognized_page(const SourcePage& asked, const ImageMaker& image,
                                       const ReadOptions& options) {
  return options.recognition ? page_recognized_elsewhere(asked, options)
                             : recognized_here(asked, image, options);
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
  SourceWriter writer(media_type_of(kind));
  for (int number = 1;; ++number) {
    if (!header_of(bytes, kind, number).there) break;
    if (number > options.max_pages) {
      return Error{ErrorCode::too_large,
                   "more than " + std::to_string(options.max_pages) + " pages", "Split the file."};
    }
    Result<RecognizedPage> page = recognized_page(
        numbered(number), [&] { return decoded_page(bytes, kind, number); }, options);
    if (!page) return page.error();
    add(writer, std::move(page).value());
  }
  return with_text(std::move(writer).finish());
}

Result<RecognizedPage> recognize_image_page(std::string_view bytes, FileKind kind, int page,
                                            const ReadOptions& options) {
  silence_leptonica();
  return recognized_page(
      numbered(page), [&] { return decoded_page(bytes, kind, page); }, options);
}

}  // namespace trichyeu
