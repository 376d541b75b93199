// The example of the README: a plan's bytes in, its XML out.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "extractor/convert.h"
#include "models/formats/formats.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});

  const auto grammars = trichyeu::Grammars::load();
  if (!grammars.ok()) return 1;
  const auto conversion = trichyeu::convert(bytes, "plan.txt", {}, grammars.value());
  if (!conversion.ok()) {
    std::cerr << conversion.error().message << '\n';
    return 1;
  }
  // A file may hold several documents; this one holds one.
  const trichyeu::Plan& plan = conversion->plans.front();
  std::cout << trichyeu::to_xml(plan);
  return plan.tasks.empty() ? 1 : 0;
}
