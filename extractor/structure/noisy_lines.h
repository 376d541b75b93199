// Landmarks that recognition has damaged: "KÉẺ HOẠCH", "_ KÊ HOẠCH", "Nơi nhân:".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/structure/lines.h"

namespace trichyeu {

class NoisyLandmarks {
 public:
  explicit NoisyLandmarks(const Grammars& grammars);

  // What a recognised line is by its letters alone, and how it should read: marks, punctuation and
  // blanks aside, with one letter in eight wrong, missing or too many (at least one). A type or an
  // office must stand in capitals; so must an annex, which else is a form, and a number may stand
  // behind it ("PHU LUC II" reads "Phụ lục II"). `text` where it is like no landmark.
  [[nodiscard]] std::pair<LineKind, std::string> read(std::string_view line) const;

 private:
  struct Landmark {
    std::string phrase;
    std::string letters;  // small, without marks and blanks
    LineKind kind;
    bool whole;     // the line is nothing else,
    bool numbered;  // but for a number
  };
  std::vector<Landmark> landmarks_;
};

}  // namespace trichyeu
