#include "tools/command/conversion_command_line.h"

#include <map>
#include <set>

#include "tools/command/format_command_line.h"
#include "tools/command/limit_options.h"

namespace trichyeu {
namespace {

const std::map<std::string, OcrMode>& ocr_modes() {
  static const std::map<std::string, OcrMode> modes{
      {"auto", OcrMode::automatic}, {"always", OcrMode::always}, {"never", OcrMode::never}};
  return modes;
}

std::set<std::string> ocr_mode_names() {
  std::set<std::string> names;
  for (const auto& [name, mode] : ocr_modes()) names.insert(name);
  return names;
}

}  // namespace

void add_recognition(CLI::App& command, ReadOptions& reading) {
  command.add_option("--lang", reading.ocr_language, "Language of the OCR, as Tesseract names it")
      ->type_name("LANG")
      ->capture_default_str();
  command.add_option("--tessdata", reading.tessdata, "Folder of Tesseract's language data")
      ->type_name("DIR");
}

void add_reading(CLI::App& command, ReadOptions& reading, std::string& grammar) {
  add_recognition(command, reading);
  command
      .add_option("--grammar", grammar,
                  "Folder of rule files that replace the built-in ones or add to them")
      ->type_name("DIR");
}

void add_ocr_mode(CLI::App& command, ConversionWords& words) {
  command
      .add_option("--ocr", words.ocr,
                  "Recognise pages without a usable text layer, all pages, or none")
      ->check(CLI::IsMember(ocr_mode_names()))
      ->capture_default_str();
}

OcrMode ocr_mode_in(const ConversionWords& words) { return ocr_modes().at(words.ocr); }

void add_conversion(CLI::App& command, ConvertOptions& options, ConversionWords& words) {
  command.add_option("--format", words.format, "What to write: " + names_of(all_formats()))
      ->type_name("FORMAT,...")
      ->check(problem_of_formats)
      ->capture_default_str();
  command.add_flag("--bom", options.byte_order_mark,
                   "Begin CSV with U+FEFF, so that Excel takes it for UTF-8");
  add_ocr_mode(command, words);
  add_reading(command, options.reading, options.grammar);
  command
      .add_option("--report-lang", options.language,
                  "Language of the summary, of diagnostics, and of the heads of XLSX")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
  add_limits(command, options.limits, options.require_sandbox);
  add_jobs(command, options.jobs);
  command.add_option("--dump", words.stage, "Print what one stage made instead")
      ->check(CLI::IsMember({"source", "normal", "zones", "outline", "trace"}));
}

void read_conversion(const ConversionWords& words, ConvertOptions& options) {
  options.formats = formats_in(words.format).value();
  options.reading.ocr = ocr_mode_in(words);
  options.stage = stage_of(words.stage);
}

}  // namespace trichyeu
