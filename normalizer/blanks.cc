#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t gap_blanks = 3;

enum class Kind { text, blank, line_end, page_end };

Kind kind_of(char32_t value) {
  switch (value) {
    case U' ':
    case U'\t':
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return Kind::blank;
    case U'\n':
    case U'\r':
    case U'\v':
    case 0x0085:
    case 0x2028:
    case 0x2029: return Kind::line_end;
    case U'\f': return Kind::page_end;
    default: return value >= 0x2000 && value <= 0x200A ? Kind::blank : Kind::text;
  }
}

// Runs of one kind, from left to right.
class Folder {
 public:
  explicit Folder(std::string_view text) : text_(text), out_(text) {}

  FoldedBlanks fold() && {
    while (!out_.rest().empty()) {
      switch (kind_here()) {
        case Kind::text: fold_text(); break;
        case Kind::blank: fold_blank_run(); break;
        case Kind::line_end: fold_line_end(); break;
        case Kind::page_end: fold_page_end(); break;
      }
    }
    if (!at_line_start_) out_.insert("\n");
    folded_.rewrite = std::move(out_).finish();
    return std::move(folded_);
  }

 private:
  [[nodiscard]] Kind kind_here() const {
    return kind_of(code_point_at(text_, out_.source_position()).value);
  }
  [[nodiscard]] bool at_line_end(std::size_t byte) const {
    return byte == text_.size() || kind_of(code_point_at(text_, byte).value) >= Kind::line_end;
  }

  void fold_text() {
    if (page_ended_) folded_.page_breaks_before_byte.push_back(out_.result_position());
    page_ended_ = false;
    at_line_start_ = false;
    std::size_t end = out_.source_position();
    for (CodePoint here = code_point_at(text_, end);
         here.bytes > 0 && kind_of(here.value) == Kind::text; here = code_point_at(text_, end)) {
      end += here.bytes;
    }
    out_.keep_until(end);
  }

  void fold_blank_run() {
    const std::size_t from = out_.source_position();
    std::size_t end = from;
    std::size_t blanks = 0;
    for (CodePoint here = code_point_at(text_, end); kind_of(here.value) == Kind::blank;
         here = code_point_at(text_, end)) {
      blanks += here.value == U'\t' ? gap_blanks : 1;
      end += here.bytes;
    }
    const bool inside = !at_line_start_ && !at_line_end(end);
    out_.replace(end - from, inside ? " " : "");
    if (blanks >= gap_blanks && !at_line_end(end)) {
      folded_.gaps_before_byte.push_back(out_.result_position());
    }
  }

  void fold_line_end() {
    const std::size_t from = out_.source_position();
    if (text_.substr(from, 2) == "\r\n") out_.drop(1);
    out_.replace(code_point_at(text_, out_.source_position()).bytes, "\n");
    at_line_start_ = true;
  }

  void fold_page_end() {
    page_ended_ = true;
    const bool ends_line = !at_line_start_ && !at_line_end(out_.source_position() + 1);
    out_.replace(1, ends_line ? "\n" : "");
    at_line_start_ = at_line_start_ || ends_line;
  }

  std::string_view text_;
  TextRewriter out_;
  FoldedBlanks folded_;
  bool at_line_start_ = true;
  bool page_ended_ = false;
};

}  // namespace

FoldedBlanks fold_blanks(std::string_view text) { return Folder(text).fold(); }

}  // namespace trichyeu
