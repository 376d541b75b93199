#include "tools/rules/search_trace.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>

namespace trichyeu {
namespace {

// Shorter words must be a line of their own: "b) " or "6" stands in too many places.
constexpr std::size_t telling_bytes = 12;
// A run of "x" that hides something; no Vietnamese word holds as many.
constexpr std::string_view hidden = "xxxx";

// The longest part of `text` in which nothing is hidden, as its offset and size.
ByteSpan visible_part(std::string_view text) {
  ByteSpan longest;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(hidden, from), text.size());
    if (end - from > longest.size()) longest = {from, end};
    from = std::min(text.find_first_not_of('x', end), text.size());
  }
  return longest;
}

bool reads_as(std::string_view words, std::string_view text) {
  return std::equal(words.begin(), words.end(), text.begin(), text.end(),
                    [](char word, char letter) { return letter == 'x' || word == letter; });
}

bool parts_words(std::string_view document, std::size_t byte) {
  return std::string_view(" \n\t,.;:()").find(document[byte]) != std::string_view::npos;
}

bool stands_free(ByteSpan bytes, std::string_view document) {
  const bool opens = bytes.from_byte == 0 || document[bytes.from_byte - 1] == '\n';
  const bool closes = bytes.to_byte == document.size() || document[bytes.to_byte] == '\n';
  if (bytes.size() < telling_bytes) return opens && closes;
  return (opens || parts_words(document, bytes.from_byte - 1)) &&
         (closes || parts_words(document, bytes.to_byte));
}

// The offset of an address in the document; nothing where it is no address of it.
std::optional<std::size_t> offset_of(const char* address, std::string_view document) {
  const std::less<> before;
  if (before(address, document.data()) || !before(address, document.data() + document.size()))
    return std::nullopt;
  return static_cast<std::size_t>(address - document.data());
}

}  // namespace

void SearchTrace::add(const Search& search) {
  if (search.text.empty()) return;
  records_.insert(
      {search.grammar, search.zone, search.kind, std::string(search.text), search.text.data()});
}

std::vector<PlacedSearch> SearchTrace::placed_in(std::string_view document) const {
  std::map<std::string_view, std::vector<std::size_t>> known;
  std::vector<PlacedSearch> placed;
  for (const Record& record : records_) {
    const auto add = [&](std::size_t from_byte) {
      placed.push_back({record.grammar, record.zone, record.kind, record.text, from_byte});
    };
    const auto offset = offset_of(record.address, document);
    // Another text may have stood there before the document's own.
    if (offset && document.substr(*offset).starts_with(record.text)) {
      add(*offset);
      continue;
    }
    const auto [places, is_new] = known.try_emplace(record.text);
    if (is_new) places->second = places_of(record.text, document);
    std::for_each(places->second.begin(), places->second.end(), add);
  }
  std::stable_sort(placed.begin(), placed.end(), [](const PlacedSearch& a, const PlacedSearch& b) {
    return a.from_byte < b.from_byte;
  });
  return placed;
}

std::vector<std::size_t> places_of(std::string_view text, std::string_view document) {
  std::vector<std::size_t> places;
  const ByteSpan part = visible_part(text);
  if (part.empty()) return places;
  const std::string_view telling = part.of(text);
  for (std::size_t at = document.find(telling); at != std::string_view::npos;
       at = document.find(telling, at + 1)) {
    if (at < part.from_byte || at - part.from_byte + text.size() > document.size()) continue;
    const ByteSpan whole{at - part.from_byte, at - part.from_byte + text.size()};
    if (stands_free(whole, document) && reads_as(whole.of(document), text))
      places.push_back(whole.from_byte);
  }
  return places;
}

}  // namespace trichyeu
