// What a PDF's objects tell of its pages and rendering does not: how fine their images are (a
// scanned page is rendered pixel for pixel, because recognition suffers from every other scale),
// whether anybody sees their text, and what electronic signatures draw over it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

class QPDF;
class QPDFObjectHandle;

namespace trichyeu {

// Pages count from 1; their sides are in points. A file that qpdf cannot parse tells nothing.
class PdfContent {
 public:
  // `pdf` outlives this.
  explicit PdfContent(std::string_view pdf);
  ~PdfContent();
  PdfContent(const PdfContent&) = delete;
  PdfContent& operator=(const PdfContent&) = delete;

  // Dots an inch of the image with the proportions of the page; 0 where there is none.
  [[nodiscard]] double image_resolution(int page, double width, double height) const;

  // Of such an image of two levels, the dots an inch at which its own pixels come out where the
  // page is drawn: its sides' resolutions differ where the page's size is rounded.
  [[nodiscard]] double two_level_resolution(int page, double width, double height) const;

  // Pixels of the largest image stored for the page; 0 where there is none.
  [[nodiscard]] double largest_image(int page) const;

  // Most of the page's text lies under such an image, or is drawn invisibly (ISO 32000-1, 9.3.6):
  // somebody's recognition of the image.
  [[nodiscard]] bool hides_text(int page, double width, double height) const;

  // A copy of the file on whose pages no electronic signature draws anything: "Ký bởi: …" over a
  // letterhead. Nothing where none does.
  [[nodiscard]] std::optional<std::string> without_signatures() const;

 private:
  using ImageMeasure = std::function<double(const QPDFObjectHandle& image)>;
  // Of the images of a page, those of forms on it too; 0 where there are none.
  [[nodiscard]] double largest_of_images(int page, const ImageMeasure& measure) const;

  std::string_view bytes_;
  std::unique_ptr<QPDF> pdf_;
};

}  // namespace trichyeu
