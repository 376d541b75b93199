// Recognises page images: words with boxes and confidences.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/read/engine.h"
#include "extractor/read/page_cleanup.h"
#include "extractor/read/page_image.h"
#include "extractor/read/page_lines.h"
#include "extractor/read/rulings.h"
#include "extractor/read/word_mender.h"
#include "models/result.h"
#include "models/span.h"

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
  bool digits = false;     // nothing else
  bool by_second = false;  // model, where there is one
  int paper = 255;         // grey level of what is laid around it
};

// `box` is one on the page's image, in points.
[[nodiscard]] PagePart part_of(const Recognition& page, const Box& box);
[[nodiscard]] PagePart enlarged(PagePart part, double times);

// Serves one document, page after page, on one thread. Vietnamese ("vie") has a second model where
// its data ("Vietnamese") is installed: larger, taught otherwise, and seldom wrong in the same
// letters. It costs a third more time and reads no better alone.
class Recognizer {
 public:
  // Fails like Engine::open. A second model that cannot be opened is done without.
  [[nodiscard]] static Result<Recognizer> open(const std::string& model,
                                               const std::string& tessdata);

  // `page` is grey or in colour (page_image.h). Fails with damaged where Tesseract gives up.
  [[nodiscard]] Result<Recognition> recognize(PixPtr page);

  // The words of the page recognised last, as the second model reads them.
  [[nodiscard]] std::vector<PageWord> recognize_again(const Recognition& page);
  [[nodiscard]] bool has_second() const { return !second_model_.empty(); }

  // The words of a part of it, read alone.
  [[nodiscard]] Result<std::vector<PageWord>> recognize_part(const Recognition& page,
                                                             PagePart part);

  // "tesseract 5.3.0 vie, Vietnamese"
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  Recognizer(Engine first, std::string model, std::string tessdata);

  Result<Recognition> recognize_as_it_lies(PixPtr page);
  Result<Recognition> recognize_straight(StraightPage page);
  int try_other_turns(Pix* page, Recognition& best);  // the degrees by which `best` is turned
  bool try_local_threshold(Recognition& best);        // whether it reads better
  Engine& second();                                   // opened when it is first needed

  Engine first_;
  std::optional<Engine> second_;
  std::string second_model_;  // empty: none
  std::string tessdata_;
  std::string name_;
  bool local_threshold_ = false;  // for the page
};

}  // namespace trichyeu
