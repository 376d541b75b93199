// Puts a document's pages together: text, lines, words and pages of a SourceText, offsets kept.
#pragma once

#include <string>
#include <vector>

#include "extractor/read/page_lines.h"
#include "models/source_text.h"

namespace trichyeu {

class SourceWriter {
 public:
  explicit SourceWriter(std::string_view media_type) { source_.media_type = media_type; }

  // `page.bytes` and, from its words, `page.confidence` are set here. No lines: the page stays
  // empty.
  void add_page(SourcePage page, const std::vector<PageLine>& lines);

  // Of the page that is added next, or of the whole document (page 0).
  void add_diagnostic(std::string code, std::vector<std::string> arguments, int page);

  void set_ocr(std::string name) { source_.ocr = std::move(name); }

  [[nodiscard]] SourceText finish() && { return std::move(source_); }

 private:
  void add_line(const PageLine& line, int page);

  SourceText source_;
};

}  // namespace trichyeu
