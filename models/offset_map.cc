// Edits stand in ascending order in both texts, so a look-up is a binary search: the bytes before
// the first edit at or after a place are shifted by what the last edit before it left behind.
#include "models/offset_map.h"

#include <algorithm>
#include <cassert>

namespace trichyeu {
namespace {

using Edit = OffsetMap::Edit;
using Side = ByteSpan Edit::*;

// The place that an edit leaves behind in both texts; the same bytes follow it in each.
struct Behind {
  std::size_t from_byte = 0;
  std::size_t to_byte = 0;

  void pass(ByteSpan from, ByteSpan to) { *this = {from.to_byte, to.to_byte}; }
  [[nodiscard]] std::size_t map(std::size_t byte) const { return to_byte + (byte - from_byte); }
};

std::size_t map_start(const std::vector<Edit>& edits, std::size_t byte, Side from, Side to) {
  const auto next = std::partition_point(
      edits.begin(), edits.end(), [&](const Edit& edit) { return (edit.*from).to_byte <= byte; });
  if (next != edits.end() && (*next.*from).from_byte <= byte) return (*next.*to).from_byte;
  Behind behind;
  if (next != edits.begin()) behind.pass(*std::prev(next).*from, *std::prev(next).*to);
  return behind.map(byte);
}

std::size_t map_end(const std::vector<Edit>& edits, std::size_t byte, Side from, Side to) {
  const auto next = std::partition_point(
      edits.begin(), edits.end(), [&](const Edit& edit) { return (edit.*from).from_byte < byte; });
  if (next == edits.begin()) return byte;
  const Edit& last = *std::prev(next);
  if (byte <= (last.*from).to_byte) return (last.*to).to_byte;
  Behind behind;
  behind.pass(last.*from, last.*to);
  return behind.map(byte);
}

ByteSpan map_span(const std::vector<Edit>& edits, ByteSpan span, Side from, Side to) {
  const std::size_t start = map_start(edits, span.from_byte, from, to);
  if (span.empty()) return {start, start};
  return {start, map_end(edits, span.to_byte, from, to)};
}

// Whether an edit that covers `first` comes before one that covers `second`, both of the text in
// the middle; what covers nothing comes before what begins at the same place.
bool comes_first(ByteSpan first, ByteSpan second) {
  if (first.from_byte != second.from_byte) return first.from_byte < second.from_byte;
  return first.empty() || !second.empty();
}

}  // namespace

OffsetMap OffsetMap::identity(std::size_t size_bytes) {
  OffsetMap map;
  map.source_size_ = size_bytes;
  map.result_size_ = size_bytes;
  return map;
}

ByteSpan OffsetMap::to_source(ByteSpan result) const {
  return map_span(edits_, result, &Edit::result, &Edit::source);
}

ByteSpan OffsetMap::to_result(ByteSpan source) const {
  return map_span(edits_, source, &Edit::source, &Edit::result);
}

// Edits of the two maps that overlap in B become one edit from A to C; the others stand alone.
OffsetMap OffsetMap::then(const OffsetMap& next) const {
  assert(result_size_ == next.source_size_);
  OffsetMap whole;
  whole.source_size_ = source_size_;
  whole.result_size_ = next.result_size_;
  whole.edits_.reserve(edits_.size() + next.edits_.size());

  auto first = edits_.begin();
  auto second = next.edits_.begin();
  Behind to_a;  // from B
  Behind to_c;
  const auto pass_first = [&] { to_a.pass(first->result, first->source), ++first; };
  const auto pass_second = [&] { to_c.pass(second->source, second->result), ++second; };
  while (first != edits_.end() || second != next.edits_.end()) {
    const bool begins_with_first =
        second == next.edits_.end() ||
        (first != edits_.end() && comes_first(first->result, second->source));
    ByteSpan middle = begins_with_first ? first->result : second->source;
    Edit edit;
    edit.source.from_byte = to_a.map(middle.from_byte);
    edit.result.from_byte = to_c.map(middle.from_byte);
    begins_with_first ? pass_first() : pass_second();
    for (;;) {
      if (first != edits_.end() && first->result.from_byte < middle.to_byte) {
        middle.to_byte = std::max(middle.to_byte, first->result.to_byte);
        pass_first();
      } else if (second != next.edits_.end() && second->source.from_byte < middle.to_byte) {
        middle.to_byte = std::max(middle.to_byte, second->source.to_byte);
        pass_second();
      } else {
        break;
      }
    }
    edit.source.to_byte = to_a.map(middle.to_byte);
    edit.result.to_byte = to_c.map(middle.to_byte);
    if (!edit.source.empty() || !edit.result.empty()) whole.edits_.push_back(edit);
  }
  return whole;
}

TextRewriter::TextRewriter(std::string_view source) : source_(source) {
  out_.text.reserve(source.size());
}

void TextRewriter::keep(std::size_t bytes) {
  assert(bytes <= source_.size() - position_);
  out_.text.append(source_, position_, bytes);
  position_ += bytes;
}

void TextRewriter::replace(std::size_t bytes, std::string_view by) {
  assert(bytes <= source_.size() - position_);
  if (source_.substr(position_, bytes) == by) return keep(bytes);
  const OffsetMap::Edit edit{{position_, position_ + bytes},
                             {out_.text.size(), out_.text.size() + by.size()}};
  out_.text += by;
  position_ += bytes;
  std::vector<OffsetMap::Edit>& edits = out_.map.edits_;
  const bool drops_on = by.empty() && !edits.empty() && edits.back().result.empty() &&
                        edits.back().source.to_byte == edit.source.from_byte;
  if (drops_on) {
    edits.back().source.to_byte = edit.source.to_byte;
  } else {
    edits.push_back(edit);
  }
}

Rewrite TextRewriter::finish() && {
  keep_until(source_.size());
  out_.map.source_size_ = source_.size();
  out_.map.result_size_ = out_.text.size();
  return std::move(out_);
}

}  // namespace trichyeu
