// The README's example is true: its lines become its XML, apart from what "…" leaves out.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/convert.h"
#include "models/formats/formats.h"

namespace trichyeu::house {
namespace {

std::string readme() {
  std::ifstream file(TRICHYEU_SOURCE_DIR "/README.md", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The content of the first code block of `kind`.
std::string code_block(const std::string& document, const std::string& kind) {
  const std::string opening = "```" + kind + "\n";
  const std::size_t from = document.find(opening);
  if (from == std::string::npos) return {};
  const std::size_t content = from + opening.size();
  return document.substr(content, document.find("```", content) - content);
}

// What must stand in the output, in this order: the stretches between line ends and "…".
std::vector<std::string> stretches_of(const std::string& example) {
  constexpr std::string_view ellipsis = "…";
  std::vector<std::string> stretches(1);
  for (std::size_t at = 0; at < example.size();) {
    const bool is_gap = example.compare(at, ellipsis.size(), ellipsis) == 0;
    if (is_gap || example[at] == '\n') {
      stretches.emplace_back();
    } else if (example[at] != ' ' || !stretches.back().empty()) {
      stretches.back() += example[at];
    }
    at += is_gap ? ellipsis.size() : 1;
  }
  return stretches;
}

TEST(ReadmeExample, BecomesItsXml) {
  const Result<Grammars> grammars = Grammars::load();
  ASSERT_TRUE(grammars.ok());
  const std::string lines = code_block(readme(), "text");
  ASSERT_FALSE(lines.empty());
  const Result<Conversion> conversion = convert(lines, "plan.txt", {}, grammars.value());
  ASSERT_TRUE(conversion.ok());

  const std::string xml = to_xml(conversion->plans.front());
  std::size_t at = 0;
  for (std::string stretch : stretches_of(code_block(readme(), "xml"))) {
    while (stretch.ends_with(' ')) stretch.pop_back();
    const std::size_t found = xml.find(stretch, at);
    ASSERT_NE(found, std::string::npos) << stretch << "\nis not, or not there, in\n" << xml;
    at = found + stretch.size();
  }
}

}  // namespace
}  // namespace trichyeu::house
