#include <leptonica/allheaders.h>

#include <memory>

#include "tests/end_to_end/documents.h"

namespace trichyeu::testing {

std::string page_image(const char* line) {
  Pix* page = pixCreate(1600, 700, 8);
  pixSetAll(page);
  L_BMF* font = bmfCreate(nullptr, 20);
  pixSetTextline(page, font, line, 0, 150, 300, nullptr, nullptr);
  bmfDestroy(&font);
  pixSetResolution(page, 300, 300);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemPng(&bytes, &size, page, 0);
  pixDestroy(&page);
  const std::unique_ptr<l_uint8, decltype(&lept_free)> owner(bytes, &lept_free);
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace trichyeu::testing
