// Puts a document's pages together: text, lines, words and pages of a SourceText, offsets kept.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extractor/read/own_phrases.h"
#include "extractor/read/page_lines.h"
#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"
#include "models/source_text.h"
#include "normalizer/legacy/legacy.h"

namespace trichyeu {

class SourceWriter {
 public:
  explicit SourceWriter(std::string_view media_type) { source_.media_type = media_type; }

  // `page.bytes` and, from its words, `page.confidence` are set here. No lines: the page stays
  // empty.
  void add_page(SourcePage page, const PageText& text);

  // The same of words that recognition may have misread: what is surely meant takes their place,
  // each with a diagnostic.
  // `mends`: what was changed before.
  void add_recognized_page(const SourcePage& page, PageText text, std::vector<Mend> mends);

  // What of a page's words was changed: a diagnostic each.
  void add_mends(const std::vector<Mend>& mends, int page);

  // What electronic signatures draw over the page that is added next: lines of their own behind it.
  void set_stamps(std::vector<PageLine> lines) { stamps_ = std::move(lines); }

  // Of the page that is added next, or of the whole document (page 0).
  void add_diagnostic(std::string code, std::vector<std::string> arguments, int page);

  // What the words were in before they were Unicode, and what that cost.
  void set_encodings(const std::vector<EncodingUse>& uses);
  void set_ocr(std::string name) { source_.ocr = std::move(name); }

  // Tables that go on over a page break are one then, and pages that repeat others are told.
  [[nodiscard]] SourceText finish() &&;

 private:
  void add_tables(const std::vector<Grid>& grids, int page);
  void add_line(const PageLine& line, int page);

  SourceText source_;
  std::vector<Grid> grids_;  // one a table
  std::vector<PageLine> stamps_;
  OwnPhrases own_phrases_;          // of recognised pages
  std::vector<Mend> mends_before_;  // of the recognised page before
};

}  // namespace trichyeu
