// Lines of print that recognition of the whole page passed over: it takes a seal with a signature
// for a picture, and the signer's name under it goes with the picture.
//
//        GIÁM ĐỐC
//       (  seal  )/\/\__      found: "Lê Văn An"; the letters in the seal are no line
//        Lê Văn An
//
// Names are stamped in colour, too: the ink that was lifted off the page is looked at as well.
#pragma once

#include "extractor/read/recognizer.h"

namespace trichyeu {

// Adds to `page`'s words what is read of them without doubt.
void read_lost_lines(Recognizer& recognizer, Recognition& page);

}  // namespace trichyeu
