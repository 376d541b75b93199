// Plans without the people who are named in them.
//
//   "do đồng chí Trần Văn Lâm, Phó Giám đốc, chủ trì; điện thoại 0912 345 678"
//   "do đồng chí […], Phó Giám đốc, chủ trì; điện thoại […]"
//
// What is a person's name is told by rules (extractor/grammars/persons.toml); a name found once is
// left out wherever it stands, and the signer's. A name that no rule tells stays: what is published
// wants a look.
#pragma once

#include "extractor/grammar/grammar.h"
#include "models/plan.h"

namespace trichyeu {

// Leaves out the signer, names, telephone numbers and addresses of persons in every text of the
// plan, what was read of stamps and handwriting, and the words' places. Spans fit the new text.
[[nodiscard]] Plan without_persons(Plan plan, const Grammar& persons);

}  // namespace trichyeu
