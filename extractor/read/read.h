// Bytes in, the words of a document out: text files, word processors' files, PDF text layers, and
// pages recognised by Tesseract. The kind is told by content, never by a file's name.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

class RecognizerKeeper;

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
  // What LibreOffice made of an input in an OfficeFormat (office_format.h), which cannot be read
  // without it.
  std::string as_odt;
  // Where set, called with each recognised page, from 1, as the engine saw it: a PNG.
  std::function<void(int page, std::string png)> see_page;
  // Where set, called with the number of a PDF's pages before the first is read.
  std::function<void(int pages)> see_page_count;
  // Where set, called for each page that needs recognition, from 1 and ascending, instead of
  // recognising it: gives what recognize_page gave for it, or the error for which the page is
  // Reading::failed. Only ocr_unavailable fails the document.
  std::function<Result<std::string>(int page)> recognition;
  // Where set, keeps the engine of one call for the next on the same thread.
  std::shared_ptr<RecognizerKeeper> recognizers;
};

// For ReadOptions::recognizers.
[[nodiscard]] std::shared_ptr<RecognizerKeeper> new_recognizer_keeper();

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

[[nodiscard]] Result<SourceText> read(std::string_view bytes, const ReadOptions& options);

// What recognition gives of one page, from 1, of a PDF or image file: bytes for
// ReadOptions::recognition of the same version of the program. So pages may be recognised in any
// order and in other processes:
//
//   read(bytes, options)  is  read(bytes, options with recognition = recognize_page(bytes, …))
[[nodiscard]] Result<std::string> recognize_page(std::string_view bytes, int page,
                                                 const ReadOptions& options);

}  // namespace trichyeu
