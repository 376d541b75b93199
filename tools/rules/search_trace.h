// Every search of a conversion, and where in the document the searched words stand.
//
//   SearchTrace trace;
//   grammars.listen([&](const Search& search) { trace.add(search); });
//   … convert …
//   grammars.listen({});
//   for (const PlacedSearch& search : trace.placed_in(plan.body.text)) …
//
// What the steps after the structure search are stretches of the document's text, known by their
// address. What was searched before, or as a copy, is found again by its words.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

struct PlacedSearch {
  const Grammar* grammar = nullptr;
  std::optional<ZoneKind> zone;
  SearchKind kind = SearchKind::all;
  std::string_view text;      // lives as long as the trace
  std::size_t from_byte = 0;  // of the document's text
};

class SearchTrace {
 public:
  void add(const Search& search);

  // By place; a search whose words stand in several places comes with each of them, one whose words
  // are nowhere not at all.
  [[nodiscard]] std::vector<PlacedSearch> placed_in(std::string_view document) const;

 private:
  struct Record {
    const Grammar* grammar;
    std::optional<ZoneKind> zone;
    SearchKind kind;
    std::string text;
    const char* address;  // where the text stood when it was searched; never followed

    friend bool operator<(const Record& a, const Record& b) {
      return std::tie(a.address, a.grammar, a.kind, a.zone, a.text) <
             std::tie(b.address, b.grammar, b.kind, b.zone, b.text);
    }
  };

  std::set<Record> records_;
};

// Where in `document` the words of `text` stand, whole words only; a run of "x" in `text`, which
// hides what is not to be searched, stands for as many bytes of anything.
[[nodiscard]] std::vector<std::size_t> places_of(std::string_view text, std::string_view document);

}  // namespace trichyeu
