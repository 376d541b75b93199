#include "extractor/read/source_writer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "extractor/read/cell_parts.h"
#include "extractor/read/continued_tables.h"
#include "extractor/read/duplicate_pages.h"
#include "extractor/read/handwriting.h"
#include "extractor/read/list_signs.h"
#include "extractor/read/number_mender.h"
#include "extractor/read/office_words.h"
#include "extractor/read/second_readings.h"
#include "extractor/read/sign_mender.h"
#include "extractor/read/stray_words.h"

namespace trichyeu {

void SourceWriter::add_recognized_page(const SourcePage& page, PageText text,
                                       std::vector<Mend> mends) {
  drop_stray_words(text);
  part_cells(text);
  for (std::string& guess : leave_out_handwriting(text, page.height)) {
    add_diagnostic("handwriting-left-out", {std::to_string(page.number), std::move(guess)},
                   page.number);
  }
  for (Mend& mend : mend_numbers(text)) mends.push_back(std::move(mend));
  for (Mend& mend : mend_office_words(text)) mends.push_back(std::move(mend));
  for (Mend& mend : settle_second_readings(text)) mends.push_back(std::move(mend));
  for (Mend& mend : mend_list_signs(text)) mends.push_back(std::move(mend));
  for (Mend& mend : mend_signs(text)) mends.push_back(std::move(mend));
  // One scanner made both pages.
  mends_before_.insert(mends_before_.end(), mends.begin(), mends.end());
  for (Mend& mend : mend_words(text, mends_before_)) mends.push_back(std::move(mend));
  for (Mend& mend : own_phrases_.mend(text)) mends.push_back(std::move(mend));
  add_mends(mends, page.number);
  mends_before_ = std::move(mends);
  add_page(page, text);
}

void SourceWriter::add_page(SourcePage page, const PageText& text) {
  const std::size_t tables = source_.tables.size();
  add_tables(text.grids, page.number);
  page.bytes.from_byte = source_.text.size();
  double confidence = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    add_line(text.lines[i], page.number);
    CellPlace& place = source_.lines.back().place;
    place = text.places[i];
    if (place.in_table()) place.table += tables;
    for (const PageWord& word : text.lines[i]) confidence += word.confidence;
    words += text.lines[i].size();
  }
  for (const PageLine& line : std::exchange(stamps_, {})) {
    add_line(line, page.number);
    source_.lines.back().stamp = true;
  }
  page.bytes.to_byte = source_.text.size();
  if (words > 0) page.confidence = confidence / static_cast<double>(words);
  if (page.reading == Reading::failed) page.confidence = 0;
  source_.pages.push_back(page);
}

void SourceWriter::add_mends(const std::vector<Mend>& mends, int page) {
  const std::string number = std::to_string(page);
  for (const Mend& mend : mends) {
    if (mend.because.empty())
      add_diagnostic("reading-repeated", {number, mend.read, mend.meant}, page);
    else
      add_diagnostic("reading-mended", {number, mend.read, mend.meant, mend.because}, page);
  }
}

void SourceWriter::add_diagnostic(std::string code, std::vector<std::string> arguments, int page) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.arguments = std::move(arguments);
  diagnostic.page = page;
  source_.diagnostics.push_back(std::move(diagnostic));
}

void SourceWriter::set_encodings(const std::vector<EncodingUse>& uses) {
  source_.encoding = names_of(uses);
  for (Diagnostic& diagnostic : diagnostics_of(uses))
    source_.diagnostics.push_back(std::move(diagnostic));
}

SourceText SourceWriter::finish() && {
  set_repeated_pages(source_);
  join_continued_tables(source_, grids_);
  return std::move(source_);
}

void SourceWriter::add_tables(const std::vector<Grid>& grids, int page) {
  for (const Grid& grid : grids) {
    SourceTable& table = source_.tables.emplace_back();
    for (const GridCell& cell : grid.cells)
      table.cells.push_back({page, cell.row, cell.column, cell.row_span, cell.column_span});
    grids_.push_back(grid);
  }
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
