// The command line and nothing else: each command is a function beside this file.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "tools/command/convert_command.h"
#include "tools/command/doctor_command.h"
#include "tools/command/exit_code.h"
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
    "  trichyeu validate ke-hoach.xml\n"
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
    "NAME.xml, NAME-2.xml ... (of -o FILE.xml: FILE-2.xml ...). On standard output XML is one\n"
    "document only; JSON objects follow each other, texts are parted by a form feed.\n"
    "\nExamples:\n"
    "  trichyeu convert ke-hoach.pdf             ke-hoach.xml beside it, and a summary\n"
    "  trichyeu convert *.pdf -o out/            a folder of outputs, made if need be\n"
    "  trichyeu convert - -o - < ke-hoach.txt    from standard input to standard output\n"
    "  trichyeu convert scan.pdf --ocr always --format json\n"
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

const std::map<std::string, Format> formats{
    {"xml", Format::xml}, {"json", Format::json}, {"text", Format::text}};
const std::map<std::string, ReadFormat> read_formats{{"text", ReadFormat::text},
                                                     {"json", ReadFormat::json}};
const std::map<std::string, OcrMode> ocr_modes{
    {"auto", OcrMode::automatic}, {"always", OcrMode::always}, {"never", OcrMode::never}};

// What the options' texts say before they are read.
struct Words {
  std::string format = "xml";
  std::string ocr = "auto";
  std::string stage;
  long long seconds = 3600;
};

template <typename Value>
std::set<std::string> names_of(const std::map<std::string, Value>& values) {
  std::set<std::string> names;
  for (const auto& [name, value] : values) names.insert(name);
  return names;
}

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

void add_ocr_mode(CLI::App& command, Words& words) {
  command
      .add_option("--ocr", words.ocr,
                  "Recognise pages without a usable text layer, all pages, or none")
      ->check(CLI::IsMember(names_of(ocr_modes)))
      ->capture_default_str();
}

void add_timeout(CLI::App& command, Words& words) {
  command.add_option("--timeout", words.seconds, "Limit for one document")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
}

void add_convert(CLI::App& command, ConvertOptions& options, Words& words) {
  command
      .add_option("INPUT", options.inputs,
                  "Text, Markdown, PDF, PNG, JPEG, TIFF; - is standard input")
      ->required();
  command
      .add_option("-o,--output", options.output,
                  "Where to; - is standard output. Default: beside the input")
      ->type_name("FILE|DIR|-");
  command.add_option("--format", words.format, "What to write")
      ->check(CLI::IsMember(names_of(formats)))
      ->capture_default_str();
  add_ocr_mode(command, words);
  add_reading(command, options.reading, options.grammar);
  command
      .add_option("--report-lang", options.language, "Language of the summary and of diagnostics")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
  add_timeout(command, words);
  command.add_option("--dump", words.stage, "Print what one stage made instead")
      ->check(CLI::IsMember({"source", "normal", "zones", "outline", "trace"}));
  command.footer(convert_examples);
}

int run_convert(ConvertOptions& options, const Words& words) {
  options.format = formats.at(words.format);
  options.reading.ocr = ocr_modes.at(words.ocr);
  options.stage = stage_of(words.stage);
  options.time_limit = std::chrono::seconds(words.seconds);
  return convert_command(options);
}

void add_read(CLI::App& command, ReadCommandOptions& options, Words& words) {
  words.format = "text";
  command
      .add_option("FILE", options.input,
                  "Text, Markdown, PDF, PNG, JPEG, TIFF; - is standard input")
      ->required();
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
  add_timeout(command, words);
  command.add_option("--dump", words.stage, "Write the pages' images instead")
      ->check(CLI::IsMember({"page-images"}))
      ->excludes(format);
  command.footer(read_examples);
}

int run_read(ReadCommandOptions& options, const Words& words) {
  options.format = words.stage.empty() ? read_formats.at(words.format) : ReadFormat::page_images;
  options.reading.ocr = ocr_modes.at(words.ocr);
  options.time_limit = std::chrono::seconds(words.seconds);
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
  Words words;
  CLI::App* convert = app.add_subcommand("convert", "Documents to plans");
  add_convert(*convert, options, words);

  ReadCommandOptions read_options;
  Words read_words;
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
  add_register_commands(app, chosen);
  add_rule_commands(app, chosen);

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
