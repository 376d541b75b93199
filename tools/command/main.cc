// The command line and nothing else: each command is a function beside this file.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "tools/command/batch_command_line.h"
#include "tools/command/conversion_command_line.h"
#include "tools/command/convert_command.h"
#include "tools/command/doctor_command.h"
#include "tools/command/exit_code.h"
#include "tools/command/format_command_line.h"
#include "tools/command/limit_options.h"
#include "tools/command/read_command.h"
#include "tools/command/register_command_line.h"
#include "tools/command/rule_command_line.h"
#include "tools/command/validate_command.h"
#include "tools/command/versions.h"

namespace trichyeu {
namespace {

constexpr const char* about =
    "Turns Vietnamese administrative plans (kế hoạch), scanned or digital, into structured data:\n"
    "header, cited documents, tasks, units, deadlines, each with its place.";

constexpr const char* exit_codes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  done, with at least one input that failed or is not valid, or a rule's example that "
    "failed\n"
    "  2  the command line is wrong\n"
    "  3  nothing could be read\n"
    "  4  done, with at least one input that could be read only in part\n"
    "  5  trichyeu is not ready: a rule file is broken or OCR data is missing (see doctor)\n"
    "\nExamples:\n"
    "  trichyeu convert ke-hoach.pdf             writes ke-hoach.xml beside it\n"
    "  trichyeu batch archive -o out             a whole archive; what is done stays done\n"
    "  trichyeu validate ke-hoach.xml\n"
    "  trichyeu export out/ --format xlsx,ics    the tasks of many outputs as one workbook, one "
    "calendar\n"
    "  trichyeu doctor\n"
    "  trichyeu read scan.pdf                    the words as they were read\n"
    "  trichyeu explain ke-hoach.pdf --at t5     which rule took which words, and why\n"
    "  trichyeu rules test --grammar my-rules    the examples of all rules\n"
    "  trichyeu evaluate gold out                outputs against corrected plans\n"
    "  trichyeu index out -o so.db               what an archive of outputs cites and orders\n"
    "  trichyeu audit so.db conflicts            … and what is amiss in it\n"
    "\nMore on a command: trichyeu COMMAND --help";

constexpr const char* convert_examples =
    "Several inputs need a folder: NAME.xml, or NAME.EXT.xml where two inputs have the same NAME.\n"
    "A file with several documents (a plan behind its letter, a bound scan) gives one output "
    "each:\n"
    "NAME.xml, NAME-2.xml ... (of -o FILE.xml: FILE-2.xml ...). On standard output one format of "
    "one\n"
    "document; JSON objects and lines follow each other, texts are parted by a form feed.\n"
    "\nFormats: xml; json (its schema: trichyeu schema json); jsonl, a document a line; csv:\n"
    "NAME.tasks.csv and NAME.citations.csv; xlsx, a workbook of tasks, citations, documents and\n"
    "diagnostics; ics, a calendar of to-dos; text. Several make several files beside each other.\n"
    "\nExamples:\n"
    "  trichyeu convert ke-hoach.pdf             ke-hoach.xml beside it, and a summary\n"
    "  trichyeu convert *.pdf -o out/            a folder of outputs, made if need be\n"
    "  trichyeu convert - -o - < ke-hoach.txt    from standard input to standard output\n"
    "  trichyeu convert scan.pdf --ocr always --format xml,json\n"
    "  trichyeu convert ke-hoach.pdf --format xml,xlsx,ics   and a workbook, and a calendar\n"
    "  trichyeu convert ke-hoach.pdf --dump outline";

constexpr const char* validate_examples =
    "Examples:\n"
    "  trichyeu validate out/*.xml               one line a file, problems on standard error";

constexpr const char* read_examples =
    "Text is a line for each printed line, in reading order, tables cell by cell; pages are parted "
    "by\n"
    "a form feed. JSON has besides pages, tables, and each word with its box (points from the "
    "page's "
    "top\n"
    "left corner) and confidence. --dump page-images writes each recognised page as the engine saw "
    "it,\n"
    "after clean-up: NAME-page1.png … in -o DIR, or beside the input.\n"
    "\nExit codes: 0 done; 1 the output could not be written; 2 the command line is wrong; 3 it "
    "could\n"
    "not be read; 5 OCR data is missing (see doctor).\n"
    "\nExamples:\n"
    "  trichyeu read scan.pdf | less\n"
    "  trichyeu read scan.pdf --format json -o scan.json\n"
    "  trichyeu read scan.pdf --tessdata ~/tessdata_best\n"
    "  trichyeu read scan.pdf --dump page-images -o images/";

constexpr const char* doctor_examples =
    "Examples:\n"
    "  trichyeu doctor\n"
    "  trichyeu doctor --lang vie+eng --tessdata /usr/share/tesseract-ocr/5/tessdata";

const std::map<std::string, ReadFormat> read_formats{{"text", ReadFormat::text},
                                                     {"json", ReadFormat::json}};

template <typename Value>
std::set<std::string> names_of(const std::map<std::string, Value>& values) {
  std::set<std::string> names;
  for (const auto& [name, value] : values) names.insert(name);
  return names;
}

void add_convert(CLI::App& command, ConvertOptions& options, ConversionWords& words) {
  command
      .add_option("INPUT", options.inputs,
                  "Text, Markdown, HTML, DOCX, XLSX, ODT, DOC, RTF, WPS, PDF, PNG, JPEG, TIFF; - "
                  "is standard "
                  "input")
      ->required();
  command
      .add_option("-o,--output", options.output,
                  "Where to; - is standard output. Default: beside the input")
      ->type_name("FILE|DIR|-");
  add_conversion(command, options, words);
  command.footer(convert_examples);
}

int run_convert(ConvertOptions& options, const ConversionWords& words) {
  read_conversion(words, options);
  return convert_command(options);
}

void add_read(CLI::App& command, ReadCommandOptions& options, ConversionWords& words) {
  words.format = "text";
  command.add_option("FILE", options.input, "As of convert; - is standard input")->required();
  command.add_option("-o,--output", options.output, "Where to. Default: standard output")
      ->type_name("FILE|DIR|-");
  CLI::Option* format = command.add_option("--format", words.format, "What to write")
                            ->check(CLI::IsMember(names_of(read_formats)))
                            ->capture_default_str();
  add_ocr_mode(command, words);
  add_recognition(command, options.reading);
  command.add_option("--report-lang", options.language, "Language of diagnostics in JSON")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
  add_limits(command, options.limits, options.require_sandbox);
  command.add_option("--dump", words.stage, "Write the pages' images instead")
      ->check(CLI::IsMember({"page-images"}))
      ->excludes(format);
  command.footer(read_examples);
}

int run_read(ReadCommandOptions& options, const ConversionWords& words) {
  options.format = words.stage.empty() ? read_formats.at(words.format) : ReadFormat::page_images;
  options.reading.ocr = ocr_mode_in(words);
  return read_command(options);
}

// Asked for, or wrong: the one goes to standard output, the other is a usage error.
int end_of_parsing(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);
  std::cerr << "trichyeu: " << error.what() << ". See trichyeu --help. (usage)\n";
  return exit_usage;
}

int run(int count, char** arguments) {
  CLI::App app(about, "trichyeu");
  app.footer(exit_codes);
  app.set_version_flag("--version", version_text, "Version, and those of the libraries");
  app.require_subcommand(1);

  ConvertOptions options;
  ConversionWords words;
  CLI::App* convert = app.add_subcommand("convert", "Documents to plans");
  add_convert(*convert, options, words);

  ReadCommandOptions read_options;
  ConversionWords read_words;
  CLI::App* read = app.add_subcommand("read", "The words of a document as they were read");
  add_read(*read, read_options, read_words);

  std::vector<std::string> plans;
  CLI::App* validate = app.add_subcommand("validate", "Plans against their schema");
  validate->add_option("FILE", plans, "XML; - is standard input")->required();
  validate->footer(validate_examples);

  CLI::App* doctor =
      app.add_subcommand("doctor", "Which parts are there, and how to get what is missing");
  add_reading(*doctor, options.reading, options.grammar);
  doctor->footer(doctor_examples);

  ChosenCommand chosen;
  add_batch_commands(app, chosen);
  add_register_commands(app, chosen);
  add_rule_commands(app, chosen);
  add_format_commands(app, chosen);

  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(app, error);
  }
  if (chosen) return chosen();
  if (*convert) return run_convert(options, words);
  if (*read) return run_read(read_options, read_words);
  if (*validate) return validate_command(plans);
  return doctor_command(options.reading.ocr_language, options.reading.tessdata, options.grammar);
}

}  // namespace
}  // namespace trichyeu

// Only what no caller can mend leaves run(), as exhausted memory: to end there is right.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int count, char** arguments) { return trichyeu::run(count, arguments); }
