#include "extractor/read/read.h"

#include <exception>
#include <new>
#include <string>

#include "extractor/read/flow/docx_reader.h"
#include "extractor/read/flow/html_reader.h"
#include "extractor/read/flow/odt_reader.h"
#include "extractor/read/flow/xlsx_reader.h"
#include "extractor/read/image_reader.h"
#include "extractor/read/pdf_reader.h"
#include "extractor/read/text_reader.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

// A DOCX with a password is a stream of this name, in UTF-16, in the old container.
bool is_encrypted_package(std::string_view bytes) {
  return bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

Result<SourceText> read_by_office(std::string_view bytes, FileKind kind,
                                  const ReadOptions& options) {
  if (is_encrypted_package(bytes)) {
    return Error{ErrorCode::encrypted, "the document needs a password",
                 "Save a copy without a password."};
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

}  // namespace

bool needs_office(std::string_view bytes) {
  const FileKind kind = file_kind_of(bytes);
  return kind == FileKind::rtf || (kind == FileKind::doc && !is_encrypted_package(bytes));
}

Error office_unavailable() {
  return {ErrorCode::office_unavailable,
          "LibreOffice, which opens DOC, RTF and WPS files, is missing",
          "apt-get install libreoffice-writer-nogui, or save the document as DOCX."};
}

Result<SourceText> read(std::string_view bytes, const ReadOptions& options) {
  if (bytes.empty()) return Error{ErrorCode::empty_input, "the input has no bytes", ""};
  try {
    return read_kind(bytes, options);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::too_large, "not enough memory", "Split the file."};
  } catch (const std::exception& error) {
    return Error{ErrorCode::internal, error.what(), ""};
  }
}

}  // namespace trichyeu
