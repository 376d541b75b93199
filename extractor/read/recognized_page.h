// What recognition gave of one page: all that the document is put together from, so that pages may
// be recognised one by one, in any order and in other processes (ReadOptions::recognition).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/read.h"
#include "extractor/read/reading_score.h"
#include "extractor/read/source_writer.h"
#include "extractor/read/word_mender.h"
#include "models/diagnostic.h"
#include "models/source_text.h"

namespace trichyeu {

struct RecognizedPage {
  SourcePage page;  // Reading::ocr, blank or failed
  PageText text;
  ReadingScore score;                   // of the words as recognition gave them
  std::vector<Mend> mends;              // of what recognition read
  std::vector<Diagnostic> diagnostics;  // what is to be said of the page
  std::string ocr;                      // the engine; empty where it did not see the page
};

// A page that could not be recognised, for this reason. `asked` holds its number and, where known,
// its size.
[[nodiscard]] RecognizedPage failed_page(SourcePage asked, ErrorCode reason);

void add(SourceWriter& writer, RecognizedPage page);

// As bytes for this version of the program; every number comes back as it was.
[[nodiscard]] std::string bytes_of(const RecognizedPage& page);
// The reverse. Nothing where `bytes` are none of such.
[[nodiscard]] std::optional<RecognizedPage> recognized_page_of(std::string_view bytes);

// The page that `options.recognition`, which is set, gives for `asked`. Fails where it says that
// nothing can be recognised at all (ocr_unavailable).
[[nodiscard]] Result<RecognizedPage> page_recognized_elsewhere(const SourcePage& asked,
                                                               const ReadOptions& options);

}  // namespace trichyeu
