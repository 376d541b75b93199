#include "extractor/read/read.h"

#include <exception>
#include <new>
#include <string>

#include "extractor/read/flow/docx_reader.h"
#include "extractor/read/image_reader.h"
#include "extractor/read/pdf_reader.h"
#include "extractor/read/text_reader.h"

namespace trichyeu {
namespace {

Result<SourceText> read_kind(std::string_view bytes, const ReadOptions& options) {
  const FileKind kind = file_kind_of(bytes);
  switch (kind) {
    case FileKind::text:
    case FileKind::markdown: return read_text(bytes, kind, options);
    case FileKind::docx: return read_docx(bytes);
    case FileKind::pdf: return read_pdf(bytes, options);
    case FileKind::png:
    case FileKind::jpeg:
    case FileKind::tiff: return read_image(bytes, kind, options);
    case FileKind::unknown: break;
  }
  return unreadable(bytes);
}

}  // namespace

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
