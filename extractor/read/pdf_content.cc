#include "extractor/read/pdf_content.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

constexpr double same_proportions = 0.04;  // scanners cut a page by some pixels
constexpr double coarsest = 72;
constexpr double finest = 1300;

struct Sides {
  double width = 0;
  double height = 0;
};

// Dots an inch of an image that fills the page, 0 where its proportions are others.
double if_it_fills(const Sides& image, const Sides& page) {
  const double across = image.width / (page.width / 72), down = image.height / (page.height / 72);
  const bool same = std::fabs(across - down) < same_proportions * across;
  return same && across >= coarsest && across <= finest ? across : 0;
}

// Where the sides' resolutions differ by less than a pixel, as a page's size is rounded, the lesser
// one: at it the page is no side's pixels larger than the image.
double within_pixels(double across, const Sides& image, const Sides& page) {
  const double down = image.height / (page.height / 72);
  const bool rounded = std::fabs(across - down) * page.height / 72 < 1;
  return rounded ? std::min(across, down) : across;
}

Sides sides_of(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict();
  return {dictionary.getKey("/Width").getNumericValue(),
          dictionary.getKey("/Height").getNumericValue()};
}

double resolution_of(const QPDFObjectHandle& image, const Sides& page) {
  const Sides sides = sides_of(image);
  const double upright = if_it_fills(sides, page);
  return upright > 0 ? upright : if_it_fills({sides.height, sides.width}, page);  // /Rotate 90
}

bool has_two_levels(QPDFObjectHandle image) {
  QPDFObjectHandle bits = image.getDict().getKey("/BitsPerComponent");
  return bits.isInteger() && bits.getIntValue() == 1;
}

// What is behind shows through.
bool is_transparent(QPDFObjectHandle image) {
  QPDFObjectHandle dictionary = image.getDict();
  return dictionary.hasKey("/SMask") || dictionary.hasKey("/Mask") ||
         dictionary.getKey("/ImageMask").isBool();
}

// Counts the bytes of text that a content stream shows and hides, forms within it included.
class TextCounter : public QPDFObjectHandle::ParserCallbacks {
 public:
  TextCounter(QPDFPageObjectHelper content, Sides page) : page_(page) {
    within_.push_back(std::move(content));
  }

  void count() { within_.back().parseContents(this); }
  [[nodiscard]] bool most_is_hidden() const { return hidden_ > seen_; }

  void handleObject(QPDFObjectHandle object) override {
    if (object.isOperator()) {
      act_on(object.getOperatorValue());
      operands_.clear();
    } else {
      operands_.push_back(object);
    }
  }
  void handleEOF() override {}

 private:
  static constexpr std::size_t deepest_form = 8;
  static constexpr int most_forms = 1000;
  static constexpr long long invisible = 3, only_clipped_by = 7;

  void act_on(const std::string& name) {
    if (name == "q") {
      modes_.push_back(mode_);
    } else if (name == "Q" && !modes_.empty()) {
      mode_ = modes_.back();
      modes_.pop_back();
    } else if (name == "Tr" && !operands_.empty() && operands_.back().isInteger()) {
      mode_ = operands_.back().getIntValue();
    } else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      if (!operands_.empty()) show(operands_.back());
    } else if (name == "Do" && !operands_.empty() && operands_.back().isName()) {
      draw(operands_.back().getName());
    }
  }

  void show(QPDFObjectHandle text) {
    std::size_t bytes = text.isString() ? text.getStringValue().size() : 0;
    if (text.isArray()) {
      for (QPDFObjectHandle& part : text.getArrayAsVector())
        bytes += part.isString() ? part.getStringValue().size() : 0;
    }
    (mode_ == invisible || mode_ == only_clipped_by ? hidden_ : seen_) += bytes;
  }

  void draw(const std::string& name) {
    QPDFObjectHandle resources = within_.back().getAttribute("/Resources", false);
    if (!resources.isDictionary()) return;
    QPDFObjectHandle object = resources.getKeyIfDict("/XObject").getKeyIfDict(name);
    if (!object.isStream()) return;
    if (object.isImage()) {
      if (is_transparent(object) || resolution_of(object, page_) == 0) return;
      hidden_ += std::exchange(seen_, 0);
    } else if (object.isFormXObject() && within_.size() < deepest_form && ++forms_ < most_forms) {
      const std::vector<QPDFObjectHandle> operands = std::exchange(operands_, {});
      const std::vector<long long> modes = std::exchange(modes_, {});
      const long long mode = mode_;
      within_.emplace_back(object);
      count();
      within_.pop_back();
      mode_ = mode, modes_ = modes, operands_ = operands;
    }
  }

  Sides page_;
  std::vector<QPDFPageObjectHelper> within_;  // the page, and the forms that are being drawn
  std::vector<QPDFObjectHandle> operands_;
  std::vector<long long> modes_;
  long long mode_ = 0;
  std::size_t seen_ = 0, hidden_ = 0;
  int forms_ = 0;
};

// A field of a signature that shows something (ISO 32000-1, 12.7.4.5); a field's type may be its
// parent's.
bool shows_signature(QPDFObjectHandle annotation) {
  if (!annotation.isDictionary() || !annotation.hasKey("/AP")) return false;
  QPDFObjectHandle type = annotation.getKey("/FT");
  if (type.isNull()) type = annotation.getKeyIfDict("/Parent").getKeyIfDict("/FT");
  return type.isNameAndEquals("/Sig");
}

// Whether there was any.
bool drop_signatures(QPDFObjectHandle page) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return false;
  std::vector<QPDFObjectHandle> kept = annotations.getArrayAsVector();
  const std::size_t all = kept.size();
  kept.erase(std::remove_if(kept.begin(), kept.end(), shows_signature), kept.end());
  if (kept.size() == all) return false;
  page.replaceKey("/Annots", QPDFObjectHandle::newArray(kept));
  return true;
}

}  // namespace

PdfContent::PdfContent(std::string_view pdf) : bytes_(pdf), pdf_(std::make_unique<QPDF>()) {
  pdf_->setSuppressWarnings(true);
  try {
    pdf_->processMemoryFile("pdf", pdf.data(), pdf.size());
  } catch (const std::exception&) {
    pdf_.reset();
  }
}

PdfContent::~PdfContent() = default;

double PdfContent::largest_of_images(int page, const ImageMeasure& measure) const {
  if (!pdf_) return 0;
  try {
    QPDFPageObjectHelper helper(pdf_->getAllPages().at(static_cast<std::size_t>(page - 1)));
    double largest = 0;
    helper.forEachImage(true, [&](QPDFObjectHandle& image, QPDFObjectHandle&, const std::string&) {
      largest = std::max(largest, measure(image));
    });
    return largest;
  } catch (const std::exception&) {
    return 0;
  }
}

double PdfContent::image_resolution(int page, double width, double height) const {
  return largest_of_images(page, [&](const QPDFObjectHandle& image) {
    return resolution_of(image, {width, height});
  });
}

double PdfContent::two_level_resolution(int page, double width, double height) const {
  const Sides sides{width, height};
  return largest_of_images(page, [&](const QPDFObjectHandle& image) {
    const double stored = has_two_levels(image) ? resolution_of(image, sides) : 0;
    return stored > 0 ? within_pixels(stored, sides_of(image), sides) : 0;
  });
}

double PdfContent::largest_image(int page) const {
  return largest_of_images(page, [](const QPDFObjectHandle& image) {
    const Sides sides = sides_of(image);
    return sides.width * sides.height;
  });
}

bool PdfContent::hides_text(int page, double width, double height) const {
  if (image_resolution(page, width, height) == 0) return false;
  try {
    const QPDFPageObjectHelper helper(pdf_->getAllPages().at(static_cast<std::size_t>(page - 1)));
    TextCounter counter(helper, {width, height});
    counter.count();
    return counter.most_is_hidden();
  } catch (const std::exception&) {
    return false;
  }
}

std::optional<std::string> PdfContent::without_signatures() const {
  // What is signed is said by offsets into the file, which stand in it uncompressed.
  if (!pdf_ || bytes_.find("/ByteRange") == std::string_view::npos) return std::nullopt;
  try {
    QPDF copy;
    copy.setSuppressWarnings(true);
    copy.processMemoryFile("pdf", bytes_.data(), bytes_.size());
    bool any = false;
    for (const QPDFObjectHandle& page : copy.getAllPages()) any = drop_signatures(page) || any;
    if (!any) return std::nullopt;
    QPDFWriter writer(copy);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setPreserveEncryption(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace trichyeu
