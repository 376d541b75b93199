// How fine the images in a PDF are: a scanned page is rendered pixel for pixel, because recognition
// suffers from every other scale.
#pragma once

#include <memory>
#include <string_view>

class QPDF;

namespace trichyeu {

class StoredImages {
 public:
  // `pdf` outlives this. A file that qpdf cannot parse has no known images.
  explicit StoredImages(std::string_view pdf);
  ~StoredImages();
  StoredImages(const StoredImages&) = delete;
  StoredImages& operator=(const StoredImages&) = delete;

  // Dots an inch of the image with the proportions of the page, whose sides are in points; 0 where
  // there is none. Pages count from 1.
  [[nodiscard]] double resolution(int page, double width, double height) const;

 private:
  std::unique_ptr<QPDF> pdf_;
};

}  // namespace trichyeu
