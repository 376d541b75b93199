// The dots of a page's letters: nothing that is printed is smaller.
#pragma once

#include "extractor/read/page_image.h"

namespace trichyeu {

// What is much smaller than the dots over the letters of `dark`, which has two levels: dust,
// however near to a letter it lies. Null where the page shows too few dots to tell.
[[nodiscard]] PixPtr smaller_than_dots(Pix& dark);

}  // namespace trichyeu
