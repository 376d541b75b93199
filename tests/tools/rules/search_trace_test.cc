#include "tools/rules/search_trace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view document = "Sở Nội vụ chủ trì.\nQuý I\nSở Nội vụ chủ trì; Quý I\n";

std::vector<std::size_t> placed(const SearchTrace& trace) {
  std::vector<std::size_t> places;
  for (const PlacedSearch& search : trace.placed_in(document)) places.push_back(search.from_byte);
  return places;
}

TEST(SearchTrace, KnowsStretchesOfTheDocumentByTheirAddress) {
  SearchTrace trace;
  const std::size_t second = document.rfind("Quý I");
  trace.add({nullptr, document.substr(second, 6), {}, SearchKind::all});
  EXPECT_THAT(placed(trace), ElementsAre(second));
}

TEST(SearchTrace, KeepsEqualSearchesOnce) {
  SearchTrace trace;
  trace.add({nullptr, document.substr(0, 10), {}, SearchKind::all});
  trace.add({nullptr, document.substr(0, 10), {}, SearchKind::all});
  trace.add({nullptr, document.substr(0, 10), ZoneKind::main, SearchKind::all});
  trace.add({nullptr, {}, {}, SearchKind::all});
  EXPECT_THAT(placed(trace), SizeIs(2));
}

TEST(SearchTrace, FindsCopiesByTheirWords) {
  SearchTrace trace;
  const std::string copy = "Sở Nội vụ chủ trì";
  trace.add({nullptr, copy, {}, SearchKind::all});
  const std::string other = "Sở Tài chính chủ trì";
  trace.add({nullptr, other, {}, SearchKind::all});
  EXPECT_THAT(placed(trace), ElementsAre(0U, document.find("Sở Nội", 1)));
}

TEST(PlacesOf, AreWholeWordsAndForShortTextsWholeLines) {
  EXPECT_THAT(places_of("Quý I", document), ElementsAre(document.find("Quý I")));
  EXPECT_THAT(places_of("Nội vụ chủ", document), SizeIs(2));
  EXPECT_THAT(places_of("ội vụ chủ trì", document), IsEmpty());
  EXPECT_THAT(places_of("", document), IsEmpty());
}

TEST(PlacesOf, LookBehindWhatIsHidden) {
  const std::string hidden = "Sở Nội vụ xxxxxxxxx; Quý I";
  EXPECT_THAT(places_of(hidden, document), IsEmpty()) << "chủ trì has ten bytes";
  const std::string exact = "Sở Nội vụ xxxxxxxxxx; Quý I";
  EXPECT_THAT(places_of(exact, document), ElementsAre(document.find("Sở Nội", 1)));
}

}  // namespace
}  // namespace trichyeu
