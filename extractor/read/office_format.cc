#include "extractor/read/office_format.h"

#include <array>
#include <cstddef>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, 4> names = {"rtf", "word-6", "word-95", "word-97"};
constexpr std::size_t sector = 512;

unsigned two_bytes(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) |
         static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8U;
}

std::optional<OfficeFormat> format_of_stream(unsigned mark, unsigned version) {
  if (mark == 0xA5EC && version >= 0xC0 && version < 0x200) return OfficeFormat::word_97;
  if (mark == 0xA5DC && version == 0x68) return OfficeFormat::word_95;
  if (mark == 0xA5DC && version > 0x50 && version < 0x68) return OfficeFormat::word_6;
  return std::nullopt;
}

}  // namespace

std::string_view name_of(OfficeFormat format) { return names[static_cast<std::size_t>(format)]; }

std::optional<OfficeFormat> office_format_of_name(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<OfficeFormat>(i);
  }
  return std::nullopt;
}

bool is_encrypted_package(std::string_view bytes) {
  return bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

std::optional<OfficeFormat> office_format_of(std::string_view bytes) {
  const bool may_be = bytes.substr(0, 1) == "\xD0" || bytes.substr(0, 1) == "{";
  if (!may_be) return std::nullopt;  // other kinds are told by all of their bytes
  const FileKind kind = file_kind_of(bytes);
  if (kind == FileKind::rtf) return OfficeFormat::rtf;
  if (kind != FileKind::doc || is_encrypted_package(bytes)) return std::nullopt;
  for (std::size_t at = sector; at + 4 <= bytes.size(); at += sector) {
    if (const auto format = format_of_stream(two_bytes(bytes, at), two_bytes(bytes, at + 2)))
      return format;
  }
  return std::nullopt;
}

Error office_unavailable() {
  return {ErrorCode::office_unavailable,
          "LibreOffice, which opens DOC, RTF and WPS files, is missing",
          "apt-get install libreoffice-writer-nogui, or save the document as DOCX."};
}

}  // namespace trichyeu
