// Lines that are of a stamp because they stand in one: who signed between "SAO Y" and the time, the
// office over "CÔNG VĂN ĐẾN" and the entries below it. The reverse: "MẬT" alone on a line of a title
// that was broken there is of none.
#pragma once

#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/structure/lines.h"

namespace trichyeu {

// Gives them the kind of a stamp. An arrival stamp is told by its place on the page alone: in a
// text without pages only the lines that say it themselves are of it.
void complete_stamps(std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars);

}  // namespace trichyeu
