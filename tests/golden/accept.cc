// golden_accept [NAME...]: writes what the corpus gives now over what was accepted, the documents
// named or all. Called by tools/accept-golden, which shows the difference.
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "models/formats/formats.h"
#include "tests/golden/corpus.h"

namespace testing = trichyeu::testing;

int main(int count, char** arguments) {
  std::vector<std::string> names(arguments + 1, arguments + count);
  if (names.empty()) names = testing::corpus_names();
  for (const std::string& name : names) {
    for (const testing::Form form :
         {testing::Form::text, testing::Form::pdf, testing::Form::scan}) {
      const std::string xml = testing::golden_xml(testing::converted(name, form));
      const auto problems = trichyeu::validate_xml(xml);
      if (!problems.empty()) {
        std::fprintf(stderr, "%s: not accepted, it is not valid: %s\n", name.c_str(),
                     problems.front().c_str());
        return 1;
      }
      std::ofstream(testing::expected_of(name, form), std::ios::binary) << xml;
    }
  }
  return 0;
}
