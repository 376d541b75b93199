#include "extractor/read/flow/html_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <climits>
#include <memory>

#include "extractor/read/utf8.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t meta_within = 4096;  // bytes; browsers look at 1024

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_for(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::string lowercase_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "<meta charset=windows-1252>", "<meta … content='text/html; charset=utf-8'>"
std::string encoding_in_meta(std::string_view bytes) {
  const std::string start = lowercase_ascii(bytes.substr(0, meta_within));
  for (std::size_t at = start.find("<meta"); at != std::string::npos;
       at = start.find("<meta", at + 1)) {
    const std::size_t end = std::min(start.find('>', at), start.size());
    const std::size_t found = start.find("charset", at);
    if (found >= end) continue;
    const std::size_t from = start.find_first_not_of(" =\"'", found + "charset"sv.size());
    if (from >= end) continue;
    return start.substr(from, start.find_first_of(" ;\"'/>", from) - from);
  }
  return {};
}

std::string encoding_of(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE"sv) return "UTF-16LE";
  if (bytes.substr(0, 2) == "\xFE\xFF"sv) return "UTF-16BE";
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF"sv) return "UTF-8";
  std::string named = encoding_in_meta(bytes);
  const bool is_wide = named.substr(0, 6) == "utf-16" || named.substr(0, 6) == "utf-32";
  // Browsers read what calls itself Latin-1 as windows-1252.
  if (named == "iso-8859-1" || named == "us-ascii") return "windows-1252";
  if (!named.empty() && !is_wide && converter_for(named)) return named;
  return first_invalid_byte(bytes) ? "windows-1252" : "UTF-8";
}

}  // namespace

Result<std::string> html_as_utf8(std::string_view bytes) {
  const std::string name = encoding_of(bytes);
  std::string text;
  if (name == "UTF-8" && !first_invalid_byte(bytes)) {
    text = std::string(without_byte_order_mark(bytes));
  } else {
    const Converter converter = converter_for(name);
    if (!converter || bytes.size() > INT_MAX / 4)
      return Error{ErrorCode::too_large, "the page is too large to be decoded", "Split the file."};
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString(bytes.data(), static_cast<int>(bytes.size()), converter.get(), status)
        .toUTF8String(text);
    if (U_FAILURE(status))
      return Error{ErrorCode::damaged, "the page cannot be decoded as " + name, ""};
    text = std::string(without_byte_order_mark(text));
  }
  std::erase(text, '\0');
  return text;
}

}  // namespace trichyeu
