// Places in texts and on pages.
//
//   text   "Kế hoạch số 83/KH-UBND"
//   bytes   0         ^17      ^30      ByteSpan{17, 30} is "83/KH-UBND"
//
// In code every offset is a byte of UTF-8, and its name says so. The XML counts Unicode code
// points; only models/formats converts. Boxes are in points (1/72 inch) from the page's top left
// corner; pages count from 1.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trichyeu {

// A half-open run of bytes of one text; the field that holds it says of which.
struct ByteSpan {
  std::size_t from_byte = 0;
  std::size_t to_byte = 0;

  [[nodiscard]] std::size_t size() const { return to_byte - from_byte; }
  [[nodiscard]] bool empty() const { return to_byte <= from_byte; }
  [[nodiscard]] bool contains(ByteSpan other) const {
    return from_byte <= other.from_byte && other.to_byte <= to_byte;
  }
  [[nodiscard]] bool overlaps(ByteSpan other) const {
    return from_byte < other.to_byte && other.from_byte < to_byte;
  }
  // The bytes of `text`, which outlives the view.
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(from_byte, to_byte - from_byte);
  }
  friend bool operator==(ByteSpan, ByteSpan) = default;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  // The smallest box that holds both.
  [[nodiscard]] Box united(const Box& other) const;
  friend bool operator==(const Box&, const Box&) = default;
};

// `box` where its centre comes to lie when it is turned by `radians` clockwise about (x, y).
[[nodiscard]] Box turned_about(const Box& box, double x, double y, double radians);

struct PagedBox {
  int page = 0;
  Box box;
  friend bool operator==(const PagedBox&, const PagedBox&) = default;
};

// A word as read: where it stands in a text, and where on which page.
struct PlacedWord {
  ByteSpan bytes;
  int page = 0;
  Box box;
  double confidence = 1;  // the reader's own, 0..1; 1 for a text layer
};

}  // namespace trichyeu
