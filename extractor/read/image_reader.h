// Image files: PNG, JPEG, and TIFF of one or many pages.
#pragma once

#include <functional>
#include <string_view>

#include "extractor/read/page_image.h"
#include "extractor/read/read.h"
#include "extractor/read/recognized_page.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// One page image in memory at a time. A page that cannot be decoded is Reading::failed.
[[nodiscard]] Result<SourceText> read_image(std::string_view bytes, FileKind kind,
                                            const ReadOptions& options);

// Page `page`, from 1, as pixels; null where it is too large or cannot be decoded.
[[nodiscard]] PixPtr decoded_page(std::string_view bytes, FileKind kind, int page);

// Makes a page's image, in colour or grey; null where it cannot.
using ImageMaker = std::function<PixPtr()>;

// The page that `asked` numbers and measures: as `options.recognition` gives it, or recognised here
// by the engine that `options.recognizers` keeps. A page that cannot be recognised is
// Reading::failed. Fails only with ocr_unavailable.
[[nodiscard]] Result<RecognizedPage> recognized_page(const SourcePage& asked,
                                                     const ImageMaker& image,
                                                     const ReadOptions& options);

// Page `page`, from 1, of an image file.
[[nodiscard]] Result<RecognizedPage> recognize_image_page(std::string_view bytes, FileKind kind,
                                                          int page, const ReadOptions& options);

// What is delivered: the source, or the error of a document of which no page could be read.
[[nodiscard]] Result<SourceText> with_text(SourceText source);

}  // namespace trichyeu
