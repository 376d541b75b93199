// Text that is NFC and holds no combining mark is right as it stands. Other text is taken cluster
// by cluster (a letter with the marks after it, between two boundaries of UAX #15): decomposed, its
// marks put in Vietnamese order, composed.
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  return *instance;
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
  assert(U_SUCCESS(status));
  return *instance;
}

icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// U+0300..U+036F, by its lead bytes.
bool has_combining_mark(std::string_view text) {
  return text.find_first_of("\xCC\xCD") != std::string_view::npos;
}

bool is_regular(std::string_view text) {
  if (has_combining_mark(text)) return false;
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece_of(text), status) && U_SUCCESS(status);
}

// Circumflex, breve, horn: part of the letter, not its tone.
bool is_vowel_mark(char16_t unit) { return unit == 0x0302 || unit == 0x0306 || unit == 0x031B; }
bool is_stroke(char16_t unit) { return unit >= 0x0335 && unit <= 0x0337; }

void strike_d(icu::UnicodeString& letters) {
  const char16_t base = letters.charAt(0);
  if ((base != u'd' && base != u'D') || !is_stroke(letters.charAt(1))) return;
  letters.replace(0, 2, base == u'd' ? u'đ' : u'Đ');
}

void put_tone_last(icu::UnicodeString& letters) {
  const std::int32_t size = letters.length();
  const bool latin = letters.charAt(0) < 0x0250 && u_isalpha(letters.charAt(0));
  if (size <= 2 || !latin) return;
  char16_t* units = letters.getBuffer(size);
  std::stable_partition(units + 1, units + size, is_vowel_mark);
  letters.releaseBuffer(size);
}

std::string composed(std::string_view cluster) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString letters =
      nfd().normalize(icu::UnicodeString::fromUTF8(piece_of(cluster)), status);
  strike_d(letters);
  put_tone_last(letters);
  std::string result;
  nfc().normalize(letters, status).toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(cluster);
}

std::size_t cluster_end(std::string_view text, std::size_t from_byte) {
  std::size_t end = from_byte + code_point_at(text, from_byte).bytes;
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (nfc().hasBoundaryBefore(static_cast<UChar32>(next.value))) break;
    end += next.bytes;
  }
  return end;
}

}  // namespace

Rewrite compose_letters(std::string_view text) {
  if (is_regular(text)) return {std::string(text), OffsetMap::identity(text.size())};
  TextRewriter out(text);
  while (!out.rest().empty()) {
    const std::size_t from = out.source_position();
    const std::size_t size = cluster_end(text, from) - from;
    const std::string_view cluster = text.substr(from, size);
    is_regular(cluster) ? out.keep(size) : out.replace(size, composed(cluster));
  }
  return std::move(out).finish();
}

}  // namespace trichyeu
