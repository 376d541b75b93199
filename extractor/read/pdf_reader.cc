// Page by page: the text layer where it is sound; where it is scant, a coarse rendering tells
// whether the page shows more than its words; what shows more is rendered at its image's own
// resolution and recognised. A layer that nobody sees, or that hardly reads like Vietnamese, is
// held against the recognition of the page, and the better of the two is taken.
#include "extractor/read/pdf_reader.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/image_reader.h"
#include "extractor/read/page_image.h"
#include "extractor/read/page_tables.h"
#include "extractor/read/pdf_content.h"
#include "extractor/read/pdf_page_image.h"
#include "extractor/read/reading_score.h"
#include "extractor/read/rulings.h"
#include "extractor/read/source_writer.h"
#include "extractor/read/text_layer.h"

namespace trichyeu {
namespace {

// Poppler draws an image that ends right at the edge of a pixel one pixel larger and blurs it all
// over, which makes grey of a fax. A hair's breadth below its resolution its own pixels come out.
constexpr double pixel_for_pixel = 0.99999, nearly = 0.99;
constexpr double usual_resolution = 300;  // dots an inch, where no stored image says better
constexpr double highest_resolution = 450;
constexpr double coarse_resolution = 50;
constexpr double ruling_resolution = 100;
constexpr double most_image_pixels = 500e6;  // stored; A2 at 1000 dots an inch has 387 million
constexpr double ink_that_is_more = 0.001;   // share of the page: two short lines of text
constexpr std::size_t end_mark_within = 2048;
constexpr std::ptrdiff_t most_lines_below_table = 2;

void ignore_message(const std::string&, void*) {}

bool has_end_mark(std::string_view bytes) {
  const std::string_view tail =
      bytes.substr(bytes.size() - std::min(bytes.size(), end_mark_within));
  return tail.find("%%EOF") != std::string_view::npos;
}

Error damaged() {
  return {ErrorCode::damaged, "the PDF is truncated or broken", "Fetch or export the file again."};
}

Result<std::shared_ptr<poppler::document>> open(std::string_view bytes, int max_pages) {
  if (bytes.size() > static_cast<std::size_t>(INT_MAX))
    return Error{ErrorCode::too_large, "a PDF of more than 2 GB", "Split the file."};
  poppler::set_debug_error_function(ignore_message, nullptr);
  std::shared_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return damaged();
  if (document->is_locked()) {
    return Error{ErrorCode::encrypted, "the PDF needs a password",
                 "Save a copy without a password, for example by qpdf --decrypt."};
  }
  if (document->pages() <= 0) {
    return has_end_mark(bytes) ? Error{ErrorCode::no_pages, "the PDF has no page", ""} : damaged();
  }
  if (document->pages() > max_pages) {
    return Error{
        ErrorCode::too_large,
        std::to_string(document->pages()) + " pages, the limit is " + std::to_string(max_pages),
        "Split the file."};
  }
  return document;
}

// But for a page number, a running foot.
bool ends_in_table(const PageText& page) {
  const auto last = page.places.end() -
                    std::min<std::ptrdiff_t>(std::ssize(page.places), most_lines_below_table + 1);
  return std::any_of(last, page.places.end(),
                     [](const CellPlace& place) { return place.in_table(); });
}

class PdfReader {
 public:
  PdfReader(std::string_view bytes, const ReadOptions& options,
            std::shared_ptr<poppler::document> document)
      : bytes_(bytes),
        options_(options),
        content_(bytes),
        unsigned_bytes_(content_.without_signatures()),
        document_(std::move(document)),
        writer_(media_type_of(FileKind::pdf)) {
    if (!unsigned_bytes_) return;
    if (Result<std::shared_ptr<poppler::document>> bare = open(*unsigned_bytes_, INT_MAX))
      signed_document_ = std::exchange(document_, std::move(bare).value());
  }

  Result<SourceText> read() {
    if (options_.see_page_count) options_.see_page_count(document_->pages());
    if (!has_end_mark(bytes_)) writer_.add_diagnostic("file-truncated", {}, 0);
    for (int number = 1; number <= document_->pages(); ++number) {
      read_page_or_say_why(number);
      if (fatal_) return *fatal_;
    }
    writer_.set_encodings(encodings_);
    return with_text(std::move(writer_).finish());
  }

  Result<RecognizedPage> recognize(int number) {
    SourcePage page;
    page.number = number;
    const std::unique_ptr<poppler::page> source(document_->create_page(number - 1));
    if (!source) return failed_page(page, ErrorCode::damaged);
    measure(*source, page);
    return recognized_from(*source, page);
  }

 private:
  void read_page_or_say_why(int number) {
    SourcePage page;
    page.number = number;
    try {
      read_page(page);
    } catch (const std::bad_alloc&) {
      fail(page, ErrorCode::too_large);
    } catch (const std::exception&) {
      fail(page, ErrorCode::damaged);
    }
  }

  void read_page(SourcePage& page) {
    const std::unique_ptr<poppler::page> source(document_->create_page(page.number - 1));
    if (!source) return fail(page, ErrorCode::damaged);
    measure(*source, page);
    page.label = label_of(*source);
    if (page.label == std::to_string(page.number)) page.label.clear();
    const TextLayer layer = options_.ocr == OcrMode::always ? TextLayer{} : text_layer_of(*source);
    const std::vector<PageWord>& words = layer.words;
    if (signed_document_) set_stamps(*source, page.number);
    const LayerQuality quality = quality_of(words);
    const bool drawable = content_.largest_image(page.number) <= most_image_pixels;
    if (!drawable && words.empty()) return fail(page, ErrorCode::too_large);
    if (!drawable && quality != LayerQuality::good) say_unchecked(page);
    if (options_.ocr != OcrMode::never && drawable) {
      if (needs_recognition(*source, page, words, quality)) return recognize(*source, page);
      if (was_better_recognized(*source, page, words)) return;
    }
    add_uses(encodings_, layer.encodings);
    writer_.add_mends(layer.mends, page.number);
    if (quality == LayerQuality::garbage)
      writer_.add_diagnostic("text-layer-garbage", {std::to_string(page.number)}, page.number);
    if (words.empty()) {
      page.reading = Reading::blank;
      writer_.add_diagnostic("page-blank", {std::to_string(page.number)}, page.number);
    }
    const bool ruled = drawable && (after_table_ || may_hold_table(words));
    const PageText text = page_text(words, ruled ? rulings_on(*source, page) : Rulings{});
    after_table_ = ends_in_table(text);
    writer_.add_page(page, text);
  }

  // What the page of the signed document has besides `bare`, the page without signatures.
  void set_stamps(const poppler::page& bare, int number) {
    const std::unique_ptr<poppler::page> drawn_over(signed_document_->create_page(number - 1));
    if (drawn_over)
      writer_.set_stamps(lines_of(words_besides(text_layer_of(*drawn_over), text_layer_of(bare))));
  }

  static Rulings rulings_on(const poppler::page& source, const SourcePage& page) {
    const PixPtr image = rendered_page(source, page, ruling_resolution);
    return image ? rulings_of(*image, Lie::straight) : Rulings{};
  }

  static void measure(const poppler::page& source, SourcePage& page) {
    const poppler::rectf rectangle = source.page_rect();
    const auto orientation = source.orientation();
    const bool lying =
        orientation == poppler::page::landscape || orientation == poppler::page::seascape;
    page.width = lying ? rectangle.height() : rectangle.width();
    page.height = lying ? rectangle.width() : rectangle.height();
  }

  bool needs_recognition(const poppler::page& source, const SourcePage& page,
                         const std::vector<PageWord>& words, LayerQuality quality) const {
    if (options_.ocr == OcrMode::always || quality == LayerQuality::garbage) return true;
    if (quality == LayerQuality::good) return false;
    const PixPtr coarse = rendered_page(source, page, coarse_resolution);
    if (!coarse) return false;
    std::vector<Box> boxes;
    for (const PageWord& word : words) boxes.push_back(word.box);
    const Ink ink = ink_of(*coarse, boxes);
    if (words.empty()) return ink.outside > 0;
    const double more = std::max(ink_that_is_more, 2 * ink.inside);
    if (ink.outside <= more) return false;
    const Rulings rulings = rulings_on(source, page);
    for (const Ruling& rule : rulings.rules()) boxes.push_back(rule.box);
    return ink_of(*coarse, boxes).outside > more;
  }

  // Whether the layer was doubtful and the page is added as recognised. Of equals, the layer is
  // taken where the page shows it, recognition where not.
  bool was_better_recognized(const poppler::page& source, const SourcePage& page,
                             const std::vector<PageWord>& words) {
    if (words.empty()) return false;
    const ReadingScore layer = reading_score(words);
    const bool hidden = content_.hides_text(page.number, page.width, page.height);
    if (!hidden && !reads_badly(layer)) return false;
    Result<RecognizedPage> recognized = recognized_from(source, page);
    if (!recognized) {
      say_unchecked(page);
      return false;
    }
    if (recognized->page.reading == Reading::failed) return false;
    const ReadingScore& seen = recognized->score;
    if (hidden ? is_better(layer, seen) : !is_better(seen, layer)) return false;
    writer_.add_diagnostic("text-layer-replaced", {std::to_string(page.number)}, page.number);
    add(writer_, std::move(recognized).value());
    return true;
  }

  void recognize(const poppler::page& source, const SourcePage& page) {
    Result<RecognizedPage> recognized = recognized_from(source, page);
    if (recognized) {
      add(writer_, std::move(recognized).value());
    } else {
      fatal_ = recognized.error();
    }
  }

  Result<RecognizedPage> recognized_from(const poppler::page& source, const SourcePage& page) {
    return recognized_page(
        page, [&] { return image_of(source, page); }, options_);
  }

  PixPtr image_of(const poppler::page& source, const SourcePage& page) {
    const double stored = content_.image_resolution(page.number, page.width, page.height);
    const double two_levels =
        content_.two_level_resolution(page.number, page.width, page.height) * pixel_for_pixel;
    const bool is_fax = two_levels > stored * nearly;
    const double own = is_fax ? two_levels : stored;
    const double best = stored > 0 ? std::min(own, highest_resolution) : usual_resolution;
    return rendered_page(source, page, best, page_of_rgb);
  }

  void say_unchecked(const SourcePage& page) {
    writer_.add_diagnostic("text-layer-unchecked", {std::to_string(page.number)}, page.number);
  }

  void fail(const SourcePage& page, ErrorCode reason) { add(writer_, failed_page(page, reason)); }

  std::string_view bytes_;
  const ReadOptions& options_;
  PdfContent content_;
  std::optional<std::string> unsigned_bytes_;    // where signatures draw over pages; outlives:
  std::shared_ptr<poppler::document> document_;  // without them
  std::shared_ptr<poppler::document> signed_document_;  // with them; null where there are none
  SourceWriter writer_;
  std::vector<EncodingUse> encodings_;
  bool after_table_ = false;  // the page before ends in one, which may go on in a single cell
  std::optional<Error> fatal_;
};

}  // namespace

Result<SourceText> read_pdf(std::string_view bytes, const ReadOptions& options) {
  silence_leptonica();
  Result<std::shared_ptr<poppler::document>> document = open(bytes, options.max_pages);
  if (!document) return document.error();
  return PdfReader(bytes, options, std::move(document).value()).read();
}

Result<RecognizedPage> recognize_pdf_page(std::string_view bytes, int page,
                                          const ReadOptions& options) {
  silence_leptonica();
  Result<std::shared_ptr<poppler::document>> document = open(bytes, options.max_pages);
  if (!document) return document.error();
  return PdfReader(bytes, options, std::move(document).value()).recognize(page);
}

}  // namespace trichyeu
