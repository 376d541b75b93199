// Images of a PDF's pages, as a reader sees them.
#pragma once

#include "extractor/read/page_image.h"
#include "models/source_text.h"

namespace poppler {
class page;
}

namespace trichyeu {

// Of the rows of a rendering, three bytes a pixel: grey_page_of_rgb or page_of_rgb (page_image.h).
using PageMaker = PixPtr (*)(const char* pixels, int width, int height, int row_bytes, int dpi);

// `page` says how large the page is. Coarser than asked where the image would be too large for
// memory; null where it cannot be drawn, or where nothing on it could be read any more.
[[nodiscard]] PixPtr rendered_page(const poppler::page& source, const SourcePage& page, double dpi,
                                   PageMaker make_page = grey_page_of_rgb);

}  // namespace trichyeu
