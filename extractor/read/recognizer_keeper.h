// An engine kept from page to page: opening one takes as long as reading two lines, and what it
// reads of a page does not depend on the pages before.
#pragma once

#include <optional>
#include <string>

#include "extractor/read/recognizer.h"
#include "models/result.h"

namespace trichyeu {

// Used on one thread at a time.
class RecognizerKeeper {
 public:
  // The engine that was kept, where it is one of these; else a new one. Fails like
  // Recognizer::open.
  [[nodiscard]] Result<Recognizer> take(const std::string& language, const std::string& tessdata);

  // For the next page. An engine on which a page failed is not given back.
  void keep(Recognizer recognizer);

 private:
  std::optional<Recognizer> kept_;
  std::string language_, tessdata_;  // of the engine that was taken last
};

}  // namespace trichyeu
