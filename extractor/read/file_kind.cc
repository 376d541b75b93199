// Magic numbers first; what has none is text if every byte of it is.
#include <algorithm>
#include <string>
#include <string_view>

#include "extractor/read/mail_message.h"
#include "extractor/read/read.h"
#include "extractor/read/unicode_text.h"
#include "extractor/read/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t page_told_within = 4096;
constexpr std::size_t pdf_mark_within = 1024;           // readers allow rubbish before "%PDF-"
constexpr std::size_t markdown_told_within = 1U << 20;  // bytes: one screen of markup is enough

bool starts(std::string_view bytes, std::string_view magic) {
  return bytes.substr(0, magic.size()) == magic;
}

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, pdf_mark_within).find("%PDF-") != std::string_view::npos;
}

bool is_tiff(std::string_view bytes) {
  using namespace std::string_view_literals;
  return starts(bytes, "II*\0"sv) || starts(bytes, "MM\0*"sv) || starts(bytes, "II+\0"sv) ||
         starts(bytes, "MM\0+"sv);
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

// The directory of Microsoft's old container begins beyond the end (MS-CFB 2.2): what is in it
// cannot be told any more.
bool has_lost_directory(std::string_view bytes) {
  constexpr std::size_t header = 512, sector_shift_at = 30, directory_at = 48;
  if (bytes.size() < header) return false;
  const std::size_t shift = number_at(bytes, sector_shift_at, 2);
  return shift < 32 && (number_at(bytes, directory_at, 4) + 1) << shift >= bytes.size();
}

// Microsoft's old container is one of Word where a stream of Word's or WPS's name is in it, in
// UTF-16; a truncated one mostly was.
bool is_old_document(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (!starts(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return false;
  for (const std::string_view stream : {"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv,
                                        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv}) {
    if (bytes.find(stream) != std::string_view::npos) return true;
  }
  return has_lost_directory(bytes);
}

// The names of a container's parts stand in it as they are, its directory last, behind those of
// documents that are embedded in it.
FileKind kind_of_container(std::string_view bytes) {
  const auto has = [&](std::string_view name) {
    return bytes.find(name) != std::string_view::npos;
  };
  if (has("[Content_Types].xml")) {
    const std::size_t word = bytes.rfind("word/"), sheets = bytes.rfind("xl/w");
    if (sheets != std::string_view::npos && (word == std::string_view::npos || word < sheets))
      return FileKind::xlsx;
    if (word != std::string_view::npos) return FileKind::docx;
  }
  if (has("application/vnd.oasis.opendocument.text")) return FileKind::odt;
  return FileKind::unknown;
}

// Text that only looks like text: markup of another format.
bool is_marked_up(std::string_view text) {
  return starts(text, "<?xml") || starts(text, "<!DOCTYPE");
}

// The letters at the start, small, without marks of byte order and the zeros of UTF-16, blanks and
// comments in front: enough to tell a page.
std::string start_of_page(std::string_view bytes) {
  std::string start;
  for (const char c : bytes.substr(0, page_told_within)) {
    if (c == '\0' || static_cast<unsigned char>(c) >= 0x80) continue;
    start += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (;;) {
    start.erase(0, std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    const bool comment = starts(start, "<!--");
    const std::size_t end = start.find(comment ? "-->" : "?>");
    if ((!comment && !starts(start, "<?xml")) || end == std::string::npos) return start;
    start.erase(0, end + (comment ? 3 : 2));
  }
}

bool is_html(std::string_view bytes) {
  const std::string start = start_of_page(bytes);
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body", "<meta",
                                      "<title", "<table", "<div", "<p>", "<p "}) {
    if (starts(start, mark)) return true;
  }
  return false;
}

// "## Mục đích", "| STT | Nội dung |"
bool is_markdown_line(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ') return true;
  return line.size() > 2 && line.front() == '|' && line.find('|', 1) != std::string_view::npos;
}

// "**Nơi nhận:**": two stars that open at a word and are closed on their line.
bool has_emphasis(std::string_view line) {
  const std::size_t open = line.find("**");
  if (open == std::string_view::npos || open + 2 >= line.size() || line[open + 2] == ' ')
    return false;
  return line.find("**", open + 3) != std::string_view::npos;
}

bool is_markdown(std::string_view text) {
  text = text.substr(0, markdown_told_within);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (is_markdown_line(line) || has_emphasis(line)) return true;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return false;
}

FileKind text_kind_of(std::string_view text) {
  return is_markdown(text) ? FileKind::markdown : FileKind::text;
}

}  // namespace

FileKind file_kind_of(std::string_view bytes) {
  if (is_pdf(bytes)) return FileKind::pdf;
  if (starts(bytes, "\x89PNG\r\n\x1A\n")) return FileKind::png;
  if (starts(bytes, "\xFF\xD8\xFF")) return FileKind::jpeg;
  if (is_tiff(bytes)) return FileKind::tiff;
  if (starts(bytes, "PK\x03\x04")) return kind_of_container(bytes);
  if (is_old_document(bytes)) return FileKind::doc;
  if (starts(bytes, "{\\rtf")) return FileKind::rtf;
  if (is_html(bytes)) return FileKind::html;
  const std::string_view text = without_byte_order_mark(bytes);
  if (is_marked_up(text) || is_mail_message(text)) return FileKind::unknown;
  if (!first_binary_byte(text) && !first_invalid_byte(text)) return text_kind_of(text);
  const std::optional<UnicodeText> unicode = unicode_text_of(bytes);
  return unicode && !is_marked_up(unicode->text) ? text_kind_of(unicode->text) : FileKind::unknown;
}

std::string_view media_type_of(FileKind kind) {
  switch (kind) {
    case FileKind::text: return "text/plain";
    case FileKind::markdown: return "text/markdown";
    case FileKind::html: return "text/html";
    case FileKind::doc: return "application/msword";
    case FileKind::rtf: return "application/rtf";
    case FileKind::odt: return "application/vnd.oasis.opendocument.text";
    case FileKind::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case FileKind::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileKind::pdf: return "application/pdf";
    case FileKind::png: return "image/png";
    case FileKind::jpeg: return "image/jpeg";
    case FileKind::tiff: return "image/tiff";
    case FileKind::unknown: break;
  }
  return "application/octet-stream";
}

}  // namespace trichyeu
