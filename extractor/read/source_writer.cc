#include "extractor/read/source_writer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace trichyeu {

void SourceWriter::add_page(SourcePage page, const std::vector<PageLine>& lines) {
  page.bytes.from_byte = source_.text.size();
  double confidence = 0;
  std::size_t words = 0;
  for (const PageLine& line : lines) {
    add_line(line, page.number);
    for (const PageWord& word : line) confidence += word.confidence;
    words += line.size();
  }
  page.bytes.to_byte = source_.text.size();
  if (words > 0) page.confidence = confidence / static_cast<double>(words);
  if (page.reading == Reading::failed) page.confidence = 0;
  source_.pages.push_back(page);
}

void SourceWriter::add_diagnostic(std::string code, std::vector<std::string> arguments, int page) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.arguments = std::move(arguments);
  diagnostic.page = page;
  source_.diagnostics.push_back(std::move(diagnostic));
}

void SourceWriter::add_line(const PageLine& words, int page) {
  SourceLine line;
  line.page = page;
  line.bytes.from_byte = source_.text.size();
  line.box = words.front().box;
  std::size_t bytes = 0, bold = 0, italic = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PageWord& word = words[i];
    const std::size_t from_byte = source_.text.size();
    source_.text += word.text;
    source_.words.push_back({{from_byte, source_.text.size()}, page, word.box, word.confidence});
    if (i + 1 < words.size() && !word.joined) source_.text += ' ';
    line.box = line.box.united(word.box);
    line.font_size = std::max(line.font_size, word.font_size);
    bytes += word.text.size();
    bold += word.bold ? word.text.size() : 0;
    italic += word.italic ? word.text.size() : 0;
  }
  line.bold = bold * 2 > bytes;
  line.italic = italic * 2 > bytes;
  line.bytes.to_byte = source_.text.size();
  source_.text += '\n';
  source_.lines.push_back(line);
}

}  // namespace trichyeu
