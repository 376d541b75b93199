#include "extractor/read/recognizer_keeper.h"

#include <utility>

namespace trichyeu {

Result<Recognizer> RecognizerKeeper::take(const std::string& language,
                                          const std::string& tessdata) {
  std::optional<Recognizer> kept = std::exchange(kept_, std::nullopt);
  if (kept && language == language_ && tessdata == tessdata_) return *std::move(kept);
  language_ = language;
  tessdata_ = tessdata;
  return Recognizer::open(language, tessdata);
}

void RecognizerKeeper::keep(Recognizer recognizer) { kept_ = std::move(recognizer); }

}  // namespace trichyeu
