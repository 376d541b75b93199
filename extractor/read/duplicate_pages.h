// Tells the pages that repeat an earlier one: a sheet scanned twice, a page bound twice.
#pragma once

#include "models/source_text.h"

namespace trichyeu {

// Sets SourcePage::repeats. Pages with fewer than twenty words are never compared: a page that says
// only "PHỤ LỤC" may come again. Pages of a text layer are the same where every word is; recognised
// ones where no more than one word in twelve differs and hardly any of these is another word.
void set_repeated_pages(SourceText& source);

}  // namespace trichyeu
