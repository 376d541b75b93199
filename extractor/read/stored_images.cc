#include "extractor/read/stored_images.h"

#include <cmath>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace trichyeu {
namespace {

constexpr double same_proportions = 0.04;  // scanners cut a page by some pixels
constexpr double coarsest = 72;
constexpr double finest = 1300;

// Dots an inch of an image that fills the page, 0 where its proportions are others.
double if_it_fills(double image_width, double image_height, double width, double height) {
  const double across = image_width / (width / 72), down = image_height / (height / 72);
  const bool same = std::fabs(across - down) < same_proportions * across;
  return same && across >= coarsest && across <= finest ? across : 0;
}

}  // namespace

StoredImages::StoredImages(std::string_view pdf) : pdf_(std::make_unique<QPDF>()) {
  pdf_->setSuppressWarnings(true);
  try {
    pdf_->processMemoryFile("pdf", pdf.data(), pdf.size());
  } catch (const std::exception&) {
    pdf_.reset();
  }
}

StoredImages::~StoredImages() = default;

double StoredImages::resolution(int page, double width, double height) const {
  if (!pdf_) return 0;
  try {
    QPDFPageObjectHelper helper(pdf_->getAllPages().at(static_cast<std::size_t>(page - 1)));
    for (auto& [name, image] : helper.getImages()) {
      QPDFObjectHandle dictionary = image.getDict();
      const double across = dictionary.getKey("/Width").getNumericValue();
      const double down = dictionary.getKey("/Height").getNumericValue();
      if (const double found = if_it_fills(across, down, width, height); found > 0) return found;
      // As turned by /Rotate 90.
      if (const double found = if_it_fills(down, across, width, height); found > 0) return found;
    }
  } catch (const std::exception&) {
    return 0;
  }
  return 0;
}

}  // namespace trichyeu
