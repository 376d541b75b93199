// Which documents a file holds.
//
//   page 1  UBND TỈNH ĐẠI AN, Số: 412/SYT-NVY … Kính gửi: …      document 1, a letter: pages 1-2
//   page 2  blank: the back of page 1
//   page 3  UBND TỈNH ĐẠI AN, Số: 83/KH-SYT … KẾ HOẠCH           document 2, a plan: pages 3-6
//   page 4  words of page 3: scanned twice
//   page 5  Mẫu số 01, TÊN CƠ QUAN … Số: …/BC-… BÁO CÁO          still the plan: its form
//
// A further document begins where a letterhead stands again behind a text: national motto or
// Party's name with two of issuer, number, place and date, title, or all four without a motto. A
// letterhead with fewer begins nothing. None of these begins a document:
//   - the letterhead of an annex or a form: a heading ("Phụ lục II", "Mẫu số 02", "(Kèm theo …)")
//     stands over it or between it and its title, or it is there to be filled in
//   - that of the plan which the decision directly before it issues: the bracket under its title
//     names that decision, or the decision issues a document of that type and both have one issuer
//   - a page that repeats an earlier page of the same document
//
// What begins with a letterhead that lacks half of its parts has the diagnostic
// `document-start-unsure`; a plan that no bracket joins to the decision before it,
// `letterhead-inside`. The lines of a page that repeats another are marks (MarkKind::duplicate):
// they stand in the body, but not in the text, so that no task or citation counts twice; the page
// has the diagnostic `page-duplicate`. A blank page belongs to the document before it.
#pragma once

#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

struct Document {
  std::vector<Line> lines;  // of the whole file's NormalText; empty where the file has none
  int number = 1;           // among the file's documents, from 1
  int count = 1;            // of the file's documents
  int first_page = 0;       // both 0 for sources without pages
  int last_page = 0;
  int first_line = 0;  // of SourceText::text, from 1; both 0 for sources with pages
  int last_line = 0;
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] bool has_page(int page) const { return first_page <= page && page <= last_page; }
};

// In reading order; at least one. Two documents that share a page both have it.
[[nodiscard]] std::vector<Document> documents_of(const SourceText& source, const NormalText& normal,
                                                 const Grammars& grammars);

}  // namespace trichyeu
