// Tells the lines that are not the document's text: page numbers, running heads, stamps.
#pragma once

#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

// Sets Line::apart. A page number is a lone number at the top or foot of a page (Nghị định 30/2020:
// centred in the top margin, from page 2), or, in a text without pages, a lone number from 2 on
// that counts on or stands where a page breaks; a running head is the same line at the same height
// of three pages or more, outside the range of their text, or the head of a table that a later page
// repeats.
void set_marks_apart(std::vector<Line>& lines, const NormalText& normal);

}  // namespace trichyeu
