// Bytes in, the words of a document out: text files, word processors' files, PDF text layers, and
// pages recognised by Tesseract. The kind is told by content, never by a file's name.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

enum class OcrMode {
  automatic,  // pages without a usable text layer
  always,     // every page
  never,      // no page; a scan is then an error (no_text)
};

struct ReadOptions {
  OcrMode ocr = OcrMode::automatic;
  std::string ocr_language = "vie";
  std::string tessdata;  // folder of language data; empty: Tesseract's own
  std::size_t max_text_bytes = std::size_t{512} << 20;  // of a text file
  int max_pages = 2000;
  // What LibreOffice made of an input that needs_office; without it such an input cannot be read.
  std::string as_odt;
  // Where set, called with each recognised page, from 1, as the engine saw it: a PNG.
  std::function<void(int page, std::string png)> see_page;
};

// `doc` is any document in Microsoft's old container: Word 97 to 2003, WPS; `unknown` what is none.
enum class FileKind {
  text,
  markdown,
  html,
  docx,
  odt,
  xlsx,
  doc,
  rtf,
  pdf,
  png,
  jpeg,
  tiff,
  unknown
};

// By content: magic numbers, a page's first mark, else text: UTF-8, UTF-16, or Vietnamese in an
// encoding before Unicode.
[[nodiscard]] FileKind file_kind_of(std::string_view bytes);
[[nodiscard]] std::string_view media_type_of(FileKind kind);

// Of kind doc or rtf, which only LibreOffice can open, and not encrypted.
[[nodiscard]] bool needs_office(std::string_view bytes);
// What to say where LibreOffice is missing.
[[nodiscard]] Error office_unavailable();

[[nodiscard]] Result<SourceText> read(std::string_view bytes, const ReadOptions& options);

}  // namespace trichyeu
