// The C library's character sets (iconv), which are shared objects: a confined process can neither
// open them nor map them for execution.
#pragma once

namespace trichyeu {

// Loads those that readers ask for, for the life of this process: Poppler makes UTF-16 and UTF-8 of
// each other, libxml2 reads what web pages of Vietnamese offices were written in.
void load_character_sets();

}  // namespace trichyeu
