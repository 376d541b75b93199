// Recognises page images with Tesseract: words with boxes and confidences.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractor/read/page_cleanup.h"
#include "extractor/read/page_image.h"
#include "extractor/read/page_lines.h"
#include "extractor/read/rulings.h"
#include "extractor/read/word_mender.h"
#include "models/result.h"
#include "models/span.h"

namespace tesseract {
class TessBaseAPI;
}

namespace trichyeu {

struct Recognition {
  // Boxes in points from the upright page's top left corner; empty: a blank page.
  std::vector<PageWord> words;
  std::vector<std::size_t> rows;  // the first word of each printed line
  double width = 0;               // points, of the upright page
  double height = 0;
  bool on_end = false;      // its lines run up or down: the page lies on its side
  int rotation = 0;         // degrees clockwise by which the image was turned: 0 90 180 270
  PixPtr image;             // grey, cleaned, upright: what the engine saw
  PixPtr coloured;          // likewise the coloured ink that was lifted off it; null without any
  double radians = 0;       // clockwise about the centre by which `image` was straightened besides
  Rulings rulings;          // of `image`
  std::vector<Mend> mends;  // of words already changed
  std::vector<std::string> cleanup;  // page_cleanup.h, and "threshold"
};

// A part of a page's straightened image, cut out.
struct PagePart {
  PixPtr image;  // null where memory is short
  int left = 0;  // pixels of the page
  int top = 0;
  double enlarged = 1;  // times
  bool one_line = false;
  bool digits = false;  // nothing else
  int paper = 255;      // grey level of what is laid around it
};

// `box` is one on the page's image, in points.
[[nodiscard]] PagePart part_of(const Recognition& page, const Box& box);
[[nodiscard]] PagePart enlarged(PagePart part, double times);

// One engine serves one document, page after page, on one thread: more threads cost more time than
// they save, and pages are what is done in parallel.
class Recognizer {
 public:
  // `tessdata` empty: Tesseract's own folder. Fails with ocr_unavailable where data is missing.
  [[nodiscard]] static Result<Recognizer> open(const std::string& language,
                                               const std::string& tessdata);

  Recognizer(Recognizer&&) noexcept;
  Recognizer& operator=(Recognizer&&) noexcept;
  ~Recognizer();

  // `page` is grey or in colour (page_image.h). Fails with damaged where Tesseract gives up.
  [[nodiscard]] Result<Recognition> recognize(PixPtr page);

  // The words of a part of `page`, read alone.
  [[nodiscard]] Result<std::vector<PageWord>> recognize_part(const Recognition& page,
                                                             PagePart part);

  [[nodiscard]] const std::string& name() const { return name_; }  // "tesseract 5.3.0 vie"

 private:
  Recognizer(std::unique_ptr<tesseract::TessBaseAPI> engine, std::string name);

  Result<Recognition> recognize_as_it_lies(PixPtr page);
  Result<Recognition> recognize_straight(StraightPage page);
  int try_other_turns(Pix* page, Recognition& best);  // the degrees by which `best` is turned
  bool try_local_threshold(Recognition& best);        // whether it reads better
  void set_local_threshold(bool local);

  std::unique_ptr<tesseract::TessBaseAPI> engine_;
  std::string name_;
};

}  // namespace trichyeu
