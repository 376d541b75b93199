// Which bytes of one text came from which bytes of another.
//
//   source  "Kế  hoạch số**83**"        a run of two blanks, Markdown stars
//   result  "Kế hoạch số83"
//
// Every step that changes text is written with a TextRewriter and returns both the new text and
// the map back. Maps compose: (source -> normal) then (normal -> document) is (source -> document).
//
// A map is a list of edits; bytes between two edits are the same in both texts, so a map is small
// where a text was hardly changed. All look-ups are logarithmic in the number of edits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"

namespace trichyeu {

class OffsetMap {
 public:
  // One changed place. `source` or `result` may be empty (inserted, dropped), not both.
  struct Edit {
    ByteSpan source;
    ByteSpan result;
    friend bool operator==(const Edit&, const Edit&) = default;
  };

  // Both texts are the same, `size_bytes` long.
  static OffsetMap identity(std::size_t size_bytes);

  // The smallest span of the source that holds all that `result` came from: an edit touched in
  // part counts whole. An empty span maps to an empty span.
  [[nodiscard]] ByteSpan to_source(ByteSpan result) const;

  // The smallest span of the result that holds all that came of `source`; empty where all of it
  // was dropped.
  [[nodiscard]] ByteSpan to_result(ByteSpan source) const;

  // This maps A to B, `next` maps B to C; the answer maps A to C.
  [[nodiscard]] OffsetMap then(const OffsetMap& next) const;

  [[nodiscard]] const std::vector<Edit>& edits() const {
    return edits_;
  }  // ascending in both texts
  [[nodiscard]] std::size_t source_size() const { return source_size_; }
  [[nodiscard]] std::size_t result_size() const { return result_size_; }

 private:
  friend class TextRewriter;
  std::vector<Edit> edits_;
  std::size_t source_size_ = 0;
  std::size_t result_size_ = 0;
};

struct Rewrite {
  std::string text;
  OffsetMap map;  // from the source to `text`
};

// Writes a new text from left to right and notes every edit.
//
//   TextRewriter out(source);
//   out.keep(3); out.drop(2); out.replace(1, "đ"); out.insert("\n");
//   Rewrite done = std::move(out).finish();   // keeps what is left
class TextRewriter {
 public:
  explicit TextRewriter(std::string_view source);  // `source` outlives the rewriter

  void keep(std::size_t bytes);
  void drop(std::size_t bytes) { replace(bytes, {}); }
  void replace(std::size_t bytes, std::string_view by);
  void insert(std::string_view text) { replace(0, text); }

  [[nodiscard]] std::size_t source_position() const { return position_; }
  [[nodiscard]] std::size_t result_position() const { return out_.text.size(); }
  [[nodiscard]] std::string_view rest() const { return source_.substr(position_); }
  void keep_until(std::size_t source_byte) { keep(source_byte - position_); }

  [[nodiscard]] Rewrite finish() &&;

 private:
  std::string_view source_;
  std::size_t position_ = 0;
  Rewrite out_;
};

}  // namespace trichyeu
