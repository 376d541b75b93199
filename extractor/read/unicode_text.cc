#include "extractor/read/unicode_text.h"

#include <algorithm>
#include <utility>

#include "extractor/read/utf8.h"
#include "normalizer/legacy/legacy.h"
#include "normalizer/legacy/utf16.h"

namespace trichyeu {
namespace {

std::optional<UnicodeText> text_of_utf16(std::string_view bytes, ByteOrder order) {
  Utf16Text decoded = decode_utf16(bytes, order);
  if (first_binary_byte(decoded.text)) return std::nullopt;
  UnicodeText done{std::move(decoded.text), std::string(name_of(order)), {}};
  done.diagnostics.push_back({"text-recoded", {done.encoding}, 0, std::nullopt});
  if (decoded.unknown > 0) {
    done.diagnostics.push_back({"characters-unrecovered",
                                {std::to_string(decoded.unknown), done.encoding},
                                0,
                                std::nullopt});
  }
  return done;
}

// Bytes that neither a text nor a letter of VISCII or VPS has: cheap to see in binary files.
bool is_surely_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.find_first_of("\0\x01\x07\x0E\x0F\x16\x17\x18\x1F"sv) != std::string_view::npos;
}

}  // namespace

std::optional<UnicodeText> unicode_text_of(std::string_view bytes) {
  if (const auto order = utf16_order_of(bytes)) return text_of_utf16(bytes, *order);
  if (is_surely_binary(bytes)) return std::nullopt;
  std::optional<DecodedText> decoded = first_invalid_byte(bytes)
                                           ? decode_bytes(bytes)
                                           : decode_lines(without_byte_order_mark(bytes));
  if (!decoded || first_binary_byte(decoded->text)) return std::nullopt;
  return UnicodeText{std::move(decoded->text), names_of(decoded->uses), diagnostics_of(*decoded)};
}

}  // namespace trichyeu
