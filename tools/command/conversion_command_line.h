// Options that several commands share: what is read, by which rules, and what is written.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "extractor/read/read.h"
#include "tools/command/convert_command.h"

namespace trichyeu {

// What the options' texts say before they are read.
struct ConversionWords {
  std::string format = "xml";
  std::string ocr = "auto";
  std::string stage;
};

// --lang, --tessdata
void add_recognition(CLI::App& command, ReadOptions& reading);
// The same, and --grammar
void add_reading(CLI::App& command, ReadOptions& reading, std::string& grammar);
// --ocr
void add_ocr_mode(CLI::App& command, ConversionWords& words);
[[nodiscard]] OcrMode ocr_mode_in(const ConversionWords& words);

// All that convert and batch do with a document alike; read_conversion puts what was parsed into
// `options`.
void add_conversion(CLI::App& command, ConvertOptions& options, ConversionWords& words);
void read_conversion(const ConversionWords& words, ConvertOptions& options);

}  // namespace trichyeu
