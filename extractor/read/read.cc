#include "extractor/read/read.h"

#include <exception>
#include <new>
#include <string>

#include "extractor/read/flow/docx_reader.h"
#include "extractor/read/flow/html_reader.h"
#include "extractor/read/flow/odt_reader.h"
#include "extractor/read/flow/xlsx_reader.h"
#include "extractor/read/image_reader.h"
#include "extractor/read/office_format.h"
#include "extractor/read/pdf_reader.h"
#include "extractor/read/recognized_page.h"
#include "extractor/read/recognizer_keeper.h"
#include "extractor/read/text_reader.h"

namespace trichyeu {
namespace {

Result<SourceText> read_by_office(std::string_view bytes, FileKind kind,
                                  const ReadOptions& options) {
  if (needs_password(bytes)) {
    return Error{ErrorCode::encrypted, "the document needs a password",
                 "Save a copy without a password."};
  }
  if (!office_format_of(bytes)) {
    return Error{ErrorCode::damaged, "there is no Word document in it",
                 "Open it in a word processor and save it as DOCX."};
  }
  if (options.as_odt.empty()) return office_unavailable();
  Result<SourceText> source = read_odt(options.as_odt);
  if (source.ok()) source.value().media_type = media_type_of(kind);
  return source;
}

Result<SourceText> read_kind(std::string_view bytes, const ReadOptions& options) {
  const FileKind kind = file_kind_of(bytes);
  switch (kind) {
    case FileKind::text:
    case FileKind::markdown: return read_text(bytes, kind, options);
    case FileKind::html: return read_html(bytes, options);
    case FileKind::docx: return read_docx(bytes);
    case FileKind::odt: return read_odt(bytes);
    case FileKind::xlsx: return read_xlsx(bytes);
    case FileKind::doc:
    case FileKind::rtf: return read_by_office(bytes, kind, options);
    case FileKind::pdf: return read_pdf(bytes, options);
    case FileKind::png:
    case FileKind::jpeg:
    case FileKind::tiff: return read_image(bytes, kind, options);
    case FileKind::unknown: break;
  }
  return unreadable(bytes);
}

Result<RecognizedPage> recognize_kind(std::string_view bytes, int page,
                                      const ReadOptions& options) {
  const FileKind kind = file_kind_of(bytes);
  switch (kind) {
    case FileKind::pdf: return recognize_pdf_page(bytes, page, options);
    case FileKind::png:
    case FileKind::jpeg:
    case FileKind::tiff: return recognize_image_page(bytes, kind, page, options);
    default: return Error{ErrorCode::unknown_type, "it has no pages to recognise", ""};
  }
}

// No exception of a library leaves this module.
template <typename Function>
auto guarded(const Function& function) -> decltype(function()) {
  try {
    return function();
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::too_large, "not enough memory", "Split the file."};
  } catch (const std::exception& error) {
    return Error{ErrorCode::internal, error.what(), ""};
  }
}

}  // namespace

std::shared_ptr<RecognizerKeeper> new_recognizer_keeper() {
  return std::make_shared<RecognizerKeeper>();
}

Result<SourceText> read(std::string_view bytes, const ReadOptions& options) {
  if (bytes.empty()) return Error{ErrorCode::empty_input, "the input has no bytes", ""};
  return guarded([&] {
    if (options.recognizers) return read_kind(bytes, options);
    ReadOptions keeping = options;
    keeping.recognizers = new_recognizer_keeper();
    return read_kind(bytes, keeping);
  });
}

Result<std::string> recognize_page(std::string_view bytes, int page, const ReadOptions& options) {
  return guarded([&]() -> Result<std::string> {
    const Result<RecognizedPage> recognized = recognize_kind(bytes, page, options);
    if (!recognized) return recognized.error();
    return bytes_of(*recognized);
  });
}

}  // namespace trichyeu
