// Tesseract with one model: the words of an image as it sees them.
#pragma once

#include <memory>
#include <string>

#include "extractor/read/page_image.h"
#include "extractor/read/seen_page.h"
#include "models/result.h"

namespace tesseract {
class TessBaseAPI;
}

namespace trichyeu {

// What an image holds, and how print is told from paper in it.
struct Sight {
  enum class Holds { page, block, line };
  Holds holds = Holds::page;
  bool local_threshold = false;  // one for each neighbourhood (Sauvola), not one for the image
  bool digits = false;           // nothing else
};

// On one thread: more threads cost more time than they save, and pages are what is done in
// parallel.
class Engine {
 public:
  // `model` as Tesseract names it: "vie", "vie+eng". `tessdata` empty: Tesseract's own folder.
  // Fails with ocr_unavailable where data is missing.
  [[nodiscard]] static Result<Engine> open(const std::string& model, const std::string& tessdata);

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Words without blanks, and without letters that only look like Vietnamese ones. Fails with
  // damaged where Tesseract gives up.
  [[nodiscard]] Result<SeenPage> see(Pix& image, const Sight& sight);

  // The folder of its model's data, with a slash at the end.
  [[nodiscard]] std::string data_folder() const;

 private:
  explicit Engine(std::unique_ptr<tesseract::TessBaseAPI> api);

  std::unique_ptr<tesseract::TessBaseAPI> api_;
};

}  // namespace trichyeu
