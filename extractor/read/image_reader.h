// Image files: PNG, JPEG, and TIFF of one or many pages.
#pragma once

#include <string_view>

#include "extractor/read/page_image.h"
#include "extractor/read/read.h"
#include "extractor/read/recognizer.h"
#include "extractor/read/source_writer.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// One page image in memory at a time. A page that cannot be decoded is Reading::failed.
[[nodiscard]] Result<SourceText> read_image(std::string_view bytes, FileKind kind,
                                            const ReadOptions& options);

// Page `page`, from 1, as pixels; null where it is too large or cannot be decoded.
[[nodiscard]] PixPtr decoded_page(std::string_view bytes, FileKind kind, int page);

// `image` is in colour or grey; null where it could not be decoded, which fails with damaged.
[[nodiscard]] Result<Recognition> recognition_of(Recognizer& recognizer, PixPtr image);

// Adds what was recognised of a page, with what is to be said of it. `asked` holds number, width
// and height where recognition failed.
void add_recognized_page(SourceWriter& writer, Recognizer& recognizer,
                         Result<Recognition> recognition, SourcePage asked,
                         const ReadOptions& options);

// What is delivered: the source, or the error of a document of which no page could be read.
[[nodiscard]] Result<SourceText> with_text(SourceText source);

}  // namespace trichyeu
