// trichyeu read: the words of a document as they were read, before anything is made of them.
#pragma once

#include <string>

#include "extractor/read/read.h"
#include "tools/worker/limits.h"

namespace trichyeu {

enum class ReadFormat {
  text,         // a line for each line; pages are parted by a form feed
  json,         // lines and words with their boxes: source_json.h
  page_images,  // each recognised page as the engine saw it, a PNG
};

struct ReadCommandOptions {
  std::string input;   // "-" is standard input
  std::string output;  // a file, "-" or empty: standard output. Of page images: their folder,
                       // empty: the input's
  ReadFormat format = ReadFormat::text;
  ReadOptions reading;
  std::string language = "vi";  // of diagnostics
  Limits limits;
  bool require_sandbox = false;
};

// The exit code. Page N of NAME.pdf is NAME-pageN.png.
[[nodiscard]] int read_command(const ReadCommandOptions& options);

}  // namespace trichyeu
