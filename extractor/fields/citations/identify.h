// Names for cited works: the internal key, equal for all mentions of one work, and the Akoma Ntoso
// work IRI (Naming Convention 1.0).
//
//   admin:ke-hoach:ubnd@vinh-son:2023-05-02:417
//   /akn/vn/doc/ke-hoach/ubnd-vinh-son/2023-05-02/417-kh-ubnd vbqppl:luat:qh:?:luu-tru by name: no
//   IRI
//
// What is not known is "?" in the key; an IRI with anything unknown is left out.
#pragma once

#include "extractor/fields/citations/locality.h"
#include "extractor/fields/citations/parse.h"

namespace trichyeu {

// Sets target and IRI from number, date and issuer, those resolved included.
void identify(ParsedCitation& parsed, const Province& home, const Grammars& grammars,
              const Registers& registers);

}  // namespace trichyeu
