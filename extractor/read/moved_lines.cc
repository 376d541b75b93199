#include "extractor/read/moved_lines.h"

#include <algorithm>
#include <map>
#include <utility>

namespace trichyeu {
namespace {

void write_line(const SourceText& from, SourceLine line, SourceText& to) {
  const ByteSpan old = line.bytes;
  const std::size_t to_byte = to.text.size();
  const auto moved = [&](std::size_t byte) { return byte - old.from_byte + to_byte; };
  auto word = std::lower_bound(
      from.words.begin(), from.words.end(), old.from_byte,
      [](const PlacedWord& w, std::size_t byte) { return w.bytes.from_byte < byte; });
  for (; word != from.words.end() && word->bytes.to_byte <= old.to_byte; ++word) {
    to.words.push_back(*word);
    to.words.back().bytes = {moved(word->bytes.from_byte), moved(word->bytes.to_byte)};
  }
  to.text += old.of(from.text);
  line.bytes = {to_byte, to.text.size()};
  to.text += '\n';
  to.lines.push_back(line);
}

}  // namespace

void move_lines(SourceText& source, const std::vector<LinePosition>& positions) {
  std::vector<std::size_t> order(source.lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return positions[a] < positions[b]; });
  SourceText done;
  std::map<int, ByteSpan> pages;
  for (const std::size_t i : order) {
    const std::size_t from_byte = done.text.size();
    write_line(source, source.lines[i], done);
    const int page = source.lines[positions[i].after].page;
    pages.try_emplace(page, ByteSpan{from_byte, from_byte}).first->second.to_byte =
        done.text.size();
  }
  std::size_t at_byte = 0;
  for (SourcePage& page : source.pages) {
    const auto found = pages.find(page.number);
    page.bytes = found == pages.end() ? ByteSpan{at_byte, at_byte} : found->second;
    at_byte = page.bytes.to_byte;
  }
  source.text = std::move(done.text);
  source.lines = std::move(done.lines);
  source.words = std::move(done.words);
}

}  // namespace trichyeu
