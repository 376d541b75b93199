#include "extractor/read/office_format.h"

#include <array>
#include <cstddef>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, 4> names = {"rtf", "word-6", "word-95", "word-97"};
constexpr std::size_t sector = 512;
constexpr std::size_t flags_at = 10;  // bytes into the stream
constexpr unsigned encrypted_flag = 0x100;

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

struct WordStream {
  OfficeFormat format = OfficeFormat::word_97;
  bool encrypted = false;
};

std::optional<WordStream> word_stream_of(std::string_view bytes) {
  for (std::size_t at = sector; at + flags_at + 2 <= bytes.size(); at += sector) {
    if (const auto format = format_of_stream(two_bytes(bytes, at), two_bytes(bytes, at + 2)))
      return WordStream{*format, (two_bytes(bytes, at + flags_at) & encrypted_flag) != 0};
  }
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

bool needs_password(std::string_view bytes) {
  if (file_kind_of(bytes) != FileKind::doc) return false;
  constexpr std::string_view package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  if (bytes.find(package) != std::string_view::npos) return true;
  const std::optional<WordStream> stream = word_stream_of(bytes);
  return stream && stream->encrypted;
}

std::optional<OfficeFormat> office_format_of(std::string_view bytes) {
  const bool may_be = bytes.substr(0, 1) == "\xD0" || bytes.substr(0, 1) == "{";
  if (!may_be) return std::nullopt;  // other kinds are told by all of their bytes
  const FileKind kind = file_kind_of(bytes);
  if (kind == FileKind::rtf) return OfficeFormat::rtf;
  if (kind != FileKind::doc || needs_password(bytes)) return std::nullopt;
  const std::optional<WordStream> stream = word_stream_of(bytes);
  return stream ? std::optional(stream->format) : std::nullopt;
}

Error office_unavailable() {
  return {ErrorCode::office_unavailable,
          "LibreOffice, which opens DOC, RTF and WPS files, is missing",
          "apt-get install libreoffice-writer-nogui, or save the document as DOCX."};
}

}  // namespace trichyeu
