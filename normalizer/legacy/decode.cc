// Letter by letter along the table; what an encoding's users do besides is repaired after it.
#include "normalizer/legacy/decode.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "normalizer/legacy/code_table.h"
#include "normalizer/legacy/tcvn3_repair.h"
#include "normalizer/steps.h"
#include "normalizer/syllable.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// A letter, or a sign that may stand for one.
bool is_of_word(char32_t c) {
  const auto shown = static_cast<UChar32>(c);
  return c < 0x80 ? u_isalpha(shown) : !u_isUWhiteSpace(shown);
}

// A letter, or a control character that no text has: what an encoding without it has lost.
bool is_unknown(char32_t shown) {
  const auto c = static_cast<UChar32>(shown);
  return shown == 0xFFFD || (shown >= 0x80 && shown < 0xA0) || (shown >= 0x80 && u_isalpha(c));
}

// A dot, a macron or a blank that stands for a letter stands in a word; alone it is itself, but
// where the letter is a word.
bool is_sign(char32_t shown) {
  constexpr std::u32string_view signs = U"\u00A0\u00B7\u02C9\u2219";
  return signs.find(shown) != std::u32string_view::npos;
}

bool is_in_word(std::string_view text, std::size_t byte, std::size_t size) {
  return is_of_word(code_point_before(text, byte).value) ||
         is_of_word(code_point_at(text, byte + size).value);
}

class TableDecoder {
 public:
  TableDecoder(std::string_view shown, Encoding encoding)
      : shown_(shown), encoding_(encoding), table_(CodeTable::of(encoding)), out_(shown) {}

  Decoding run() && {
    while (!out_.rest().empty()) step();
    return {std::move(out_).finish(), unknown_, 0};
  }

 private:
  void step() {
    const std::size_t at = out_.source_position();
    const CodePoint here = code_point_at(shown_, at);
    const auto byte = byte_of(here, at);
    if (!byte) return keep(here);
    const CodePoint next = code_point_at(shown_, at + here.bytes);
    const auto next_byte = byte_of(next, at + here.bytes);
    if (next.bytes > 0 && next_byte) {
      const std::string_view pair = table_.letter(*byte, *next_byte);
      if (!pair.empty()) return out_.replace(here.bytes + next.bytes, pair);
    }
    const std::string_view letter = table_.letter(*byte);
    letter.empty() ? keep(here) : out_.replace(here.bytes, letter);
  }

  [[nodiscard]] std::optional<std::uint8_t> byte_of(const CodePoint& here, std::size_t at) const {
    // In TCVN3 a minus is an ư or none by its syllable: restore_lost_u's matter.
    if (encoding_ == Encoding::tcvn3 && here.value == 0x2212) return std::nullopt;
    const auto byte = byte_shown_as(here.value);
    if (byte && is_sign(here.value) && !is_in_word(shown_, at, here.bytes) && !is_word(*byte, at))
      return std::nullopt;
    return byte;
  }

  // "ở" is one by itself, which begins a line in capitals only.
  [[nodiscard]] bool is_word(std::uint8_t byte, std::size_t at) const {
    const std::size_t before = shown_.substr(0, at).find_last_not_of(" \t");
    const bool begins_line = before == std::string_view::npos || shown_[before] == '\n';
    return !begins_line && is_word_without_onset(table_.letter(byte));
  }

  void keep(const CodePoint& here) {
    unknown_ += is_unknown(here.value) ? 1U : 0U;
    out_.keep(here.bytes);
  }

  std::string_view shown_;
  Encoding encoding_;
  const CodeTable& table_;
  TextRewriter out_;
  std::size_t unknown_ = 0;
};

// The bytes of one letter, put together again.
struct Sequence {
  std::string bytes;            // of UTF-8; empty where there is none
  std::size_t source_size = 0;  // in the text as shown
};

std::size_t sequence_size(std::uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

Sequence sequence_at(std::string_view shown, std::size_t at) {
  Sequence found;
  std::size_t wanted = 1;
  while (found.bytes.size() < wanted) {
    const CodePoint here = code_point_at(shown, at + found.source_size);
    const auto byte = byte_shown_as(here.value);
    if (here.bytes == 0 || !byte) return {};
    if (found.bytes.empty()) wanted = sequence_size(*byte);
    found.bytes += static_cast<char>(*byte);
    found.source_size += here.bytes;
  }
  const CodePoint letter = code_point_at(found.bytes, 0);
  return wanted > 1 && letter.bytes == wanted ? found : Sequence{};
}

Decoding decode_utf8(std::string_view shown) {
  TextRewriter out(shown);
  std::size_t unknown = 0;
  while (!out.rest().empty()) {
    const CodePoint here = code_point_at(shown, out.source_position());
    const Sequence sequence =
        here.value < 0x80 ? Sequence{} : sequence_at(shown, out.source_position());
    if (sequence.bytes.empty()) {
      unknown += is_unknown(here.value) ? 1U : 0U;
      out.keep(here.bytes);
    } else {
      out.replace(sequence.source_size, sequence.bytes);
    }
  }
  return {std::move(out).finish(), unknown, 0};
}

void follow(Rewrite& done, Rewrite next) {
  if (next.map.edits().empty()) return;
  done = {std::move(next.text), done.map.then(next.map)};
}

}  // namespace

Decoding decode(std::string_view shown, Encoding encoding) {
  if (encoding == Encoding::unicode)
    return {{std::string(shown), OffsetMap::identity(shown.size())}, 0, 0};
  Decoding done =
      encoding == Encoding::utf8 ? decode_utf8(shown) : TableDecoder(shown, encoding).run();
  if (encoding == Encoding::tcvn3) {
    Restored restored = restore_lost_u(done.rewrite.text);
    done.restored = restored.letters;
    follow(done.rewrite, std::move(restored.rewrite));
    follow(done.rewrite, capitalize_words_in_capitals(done.rewrite.text));
  }
  follow(done.rewrite, compose_letters(done.rewrite.text));
  return done;
}

}  // namespace trichyeu
