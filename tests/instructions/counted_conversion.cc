// One conversion in one process, for tools/instructions: callgrind can neither write nor count in a
// worker that is confined.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "extractor/convert.h"
#include "models/formats/formats.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const auto grammars = trichyeu::Grammars::load();
  if (!grammars) return 1;
  trichyeu::ReadOptions reading;
  reading.ocr = trichyeu::OcrMode::never;
  const auto conversion = trichyeu::convert(bytes, "plan", reading, *grammars);
  if (!conversion) {
    std::cerr << conversion.error().message << '\n';
    return 1;
  }
  for (const trichyeu::Plan& plan : conversion->plans) std::cout << trichyeu::to_xml(plan);
  return 0;
}
