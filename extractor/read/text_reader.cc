#include "extractor/read/text_reader.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "extractor/read/mail_message.h"
#include "extractor/read/unicode_text.h"
#include "extractor/read/utf8.h"

namespace trichyeu {
namespace {

constexpr std::string_view advice = "Save the document as PDF, or as UTF-8 text, and convert that.";

struct Foreign {
  std::string_view magic;
  std::string_view name;
};
using namespace std::string_view_literals;
constexpr Foreign foreign_formats[] = {
    {"PK\x03\x04"sv, "a zip container without a DOCX, XLSX or ODT in it"},
    {"PK\x05\x06"sv, "an empty zip archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old Microsoft Office file that is no document (XLS, PPT)"},
    {"<?xml"sv, "an XML file"},
    {"GIF8"sv, "a GIF image"},
    {"BM"sv, "a BMP image"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"Rar!"sv, "a RAR archive"},
    {"7z\xBC\xAF"sv, "a 7z archive"},
};

Error invalid_utf8(std::string_view bytes, std::size_t at) {
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "0x%02X",
                static_cast<unsigned>(static_cast<unsigned char>(bytes[at])));
  const auto line =
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return {ErrorCode::invalid_utf8,
          "not UTF-8: byte " + std::string(hex.data()) + " at offset " + std::to_string(at) +
              ", line " + std::to_string(line),
          "No other encoding of Vietnamese is evident either. Convert the text to UTF-8."};
}

// CR LF and a lone CR become LF; runs between them are copied whole.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\r', at), text.size());
    out.append(text.substr(at, end - at));
    at = end;
    if (at == text.size()) break;
    out += '\n';
    at += at + 1 < text.size() && text[at + 1] == '\n' ? 2U : 1U;
  }
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

std::vector<SourceLine> lines_of_text(std::string_view text) {
  std::vector<SourceLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    SourceLine line;
    line.bytes = {at, end};
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

}  // namespace

Result<SourceText> read_text(std::string_view bytes, FileKind kind, const ReadOptions& options) {
  if (bytes.size() > options.max_text_bytes) {
    return Error{ErrorCode::too_large,
                 "the text has " + std::to_string(bytes.size()) + " bytes, the limit is " +
                     std::to_string(options.max_text_bytes),
                 "Split the file."};
  }
  std::optional<UnicodeText> unicode = unicode_text_of(bytes);
  if (!unicode) return unreadable(bytes);
  if (unicode->text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos) {
    return Error{ErrorCode::empty_input, "the text holds nothing but blanks", ""};
  }
  SourceText source;
  source.text = with_line_feeds(unicode->text);
  source.encoding = std::move(unicode->encoding);
  source.diagnostics = std::move(unicode->diagnostics);
  source.lines = lines_of_text(source.text);
  source.media_type = media_type_of(kind);
  return source;
}

Error unreadable(std::string_view bytes) {
  // What is in a container its end says (APPNOTE 4.3.16).
  if (bytes.starts_with("PK\x03\x04") && bytes.find("PK\x05\x06") == std::string_view::npos) {
    return {ErrorCode::damaged, "a zip container that is cut off: a DOCX, XLSX or ODT, perhaps",
            "Fetch or export the file again."};
  }
  for (const Foreign& foreign : foreign_formats) {
    if (without_byte_order_mark(bytes).substr(0, foreign.magic.size()) == foreign.magic) {
      return {ErrorCode::unknown_type, "this is " + std::string(foreign.name), std::string(advice)};
    }
  }
  if (is_mail_message(without_byte_order_mark(bytes))) {
    return {ErrorCode::unknown_type, "this is an e-mail or a web archive (EML, MHTML)",
            "Open it and save the document itself, as DOCX, HTML or PDF."};
  }
  const auto invalid = first_invalid_byte(bytes);
  if (first_binary_byte(bytes) || !invalid) {
    return {ErrorCode::unknown_type,
            "neither text, HTML, DOCX, XLSX, ODT, DOC, RTF, PDF, PNG, JPEG nor TIFF",
            std::string(advice)};
  }
  return invalid_utf8(bytes, *invalid);
}

}  // namespace trichyeu
