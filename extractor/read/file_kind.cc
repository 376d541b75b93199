// Magic numbers first; what has none is text if every byte of it is.
#include <algorithm>
#include <string_view>

#include "extractor/read/read.h"
#include "extractor/read/unicode_text.h"
#include "extractor/read/utf8.h"

namespace trichyeu {
namespace {

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

// Text that only looks like text: markup of another format.
bool is_marked_up(std::string_view text) {
  return starts(text, "{\\rtf") || starts(text, "<!DOCTYPE") || starts(text, "<!doctype") ||
         starts(text, "<html") || starts(text, "<?xml");
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
  const std::string_view text = without_byte_order_mark(bytes);
  if (is_marked_up(text)) return FileKind::unknown;
  if (!first_binary_byte(text) && !first_invalid_byte(text)) return text_kind_of(text);
  const std::optional<UnicodeText> unicode = unicode_text_of(bytes);
  return unicode && !is_marked_up(unicode->text) ? text_kind_of(unicode->text) : FileKind::unknown;
}

std::string_view media_type_of(FileKind kind) {
  switch (kind) {
    case FileKind::text: return "text/plain";
    case FileKind::markdown: return "text/markdown";
    case FileKind::pdf: return "application/pdf";
    case FileKind::png: return "image/png";
    case FileKind::jpeg: return "image/jpeg";
    case FileKind::tiff: return "image/tiff";
    case FileKind::unknown: break;
  }
  return "application/octet-stream";
}

}  // namespace trichyeu
