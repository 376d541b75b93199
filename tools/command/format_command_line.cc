#include "tools/command/format_command_line.h"

#include <memory>
#include <string>
#include <vector>

#include "models/formats/output_formats.h"
#include "tools/command/export_command.h"
#include "tools/command/schema_command.h"

namespace trichyeu {
namespace {

constexpr const char* export_examples =
    "OUT is an XML output of convert or batch, or a folder of them. Each format is one file: tasks "
    "and\n"
    "citations of all documents, by path. Filters take tasks and deadlines out; a document without "
    "any\n"
    "task that is asked for is left out whole. A source that two outputs have counts once.\n"
    "\n-o NAME gives NAME.xlsx, NAME.tasks.csv, NAME.ics ...; -o DIR/ gives DIR/export.xlsx. Files "
    "take\n"
    "their names when all are done.\n"
    "\n--redact persons leaves out signers, names, telephone numbers and mail addresses, as rules "
    "tell\n"
    "them (trichyeu rules list persons): look through what you publish.\n"
    "\nExit codes: 0 done; 1 an output could not be read, the others are there, or nothing could "
    "be\n"
    "written; 2 the command line is wrong; 3 no output could be read.\n"
    "\nExamples:\n"
    "  trichyeu export out/ -o nhiem-vu                 nhiem-vu.xlsx\n"
    "  trichyeu export out/ --format csv,ics --unit \"Sở Nội vụ\" -o so-noi-vu\n"
    "  trichyeu export out/ --since 2024-01-01 --due-before 2024-07-01 -o quy-2/\n"
    "  trichyeu export out/ --format ics --calendar-per-unit -o lich/\n"
    "  trichyeu export out/ --format jsonl -o - | jq '.tasks[].lead'\n"
    "  trichyeu export out/ --redact persons --format csv --bom -o cong-khai";

constexpr const char* schema_examples =
    "Examples:\n"
    "  trichyeu schema > plan-1.xsd              XML Schema 1.0\n"
    "  trichyeu schema json > plan-1.schema.json JSON Schema 2020-12";

// What the options' texts say before they are read.
struct ExportWords {
  std::string formats = "xlsx";
  std::string since;
  std::string until;
  std::string due_before;
  std::string redacted;
};

std::string problem_of_day(const std::string& text) {
  return day_of(text) ? std::string() : "\"" + text + "\" is no day: write 2024-06-30";
}

std::string problem_of_unit(const std::string& text) {
  return text.find_first_not_of(' ') == std::string::npos ? "a unit's name is missing" : "";
}

void add_day(CLI::App& command, const char* name, std::string& day, const char* what) {
  command.add_option(name, day, what)->type_name("YYYY-MM-DD")->check(problem_of_day);
}

void add_export_options(CLI::App& command, ExportOptions& options, ExportWords& words) {
  command.add_option("OUT", options.outputs, "Outputs (XML), or folders of them")->required();
  command
      .add_option("-o,--output", options.output,
                  "Name of the files, without what the format adds; - is standard output")
      ->type_name("NAME|DIR/|-");
  command.add_option("--format", words.formats, "What to write: " + names_of(formats_of_many()))
      ->type_name("FORMAT,...")
      ->check(problem_of_formats)
      ->capture_default_str();
  add_day(command, "--since", words.since, "Documents of that day or later");
  add_day(command, "--until", words.until, "Documents of that day or earlier");
  command
      .add_option("--unit", options.selection.units,
                  "Tasks that a unit leads or takes part in whose name holds these words, whatever "
                  "their case and marks; several: any of them")
      ->type_name("NAME")
      ->expected(1)
      ->take_all()
      ->check(problem_of_unit);
  add_day(command, "--due-before", words.due_before, "Deadlines that fall before that day");
  command.add_option("--redact", words.redacted, "Leave out: persons")
      ->check(CLI::IsMember({"persons"}));
  command.add_flag("--calendar-per-unit", options.how.calendar_per_unit,
                   "A calendar for each lead unit: NAME.UNIT.ics");
  command.add_flag("--bom", options.how.byte_order_mark,
                   "Begin CSV with U+FEFF, so that Excel takes it for UTF-8");
  command
      .add_option("--lang,--report-lang", options.how.language,
                  "Language of heads, notes and what is printed")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
}

void add_export(CLI::App& app, ChosenCommand& chosen) {
  const auto options = std::make_shared<ExportOptions>();
  const auto words = std::make_shared<ExportWords>();
  CLI::App& command =
      *app.add_subcommand("export", "Tasks and citations of many outputs as one file a format");
  add_export_options(command, *options, *words);
  command.footer(export_examples);
  command.callback([options, words, &chosen] {
    options->formats = formats_in(words->formats).value();
    options->selection.since = day_of(words->since);
    options->selection.until = day_of(words->until);
    options->selection.due_before = day_of(words->due_before);
    options->redacts_persons = !words->redacted.empty();
    chosen = [options] { return export_command(*options); };
  });
}

void add_schema(CLI::App& app, ChosenCommand& chosen) {
  const auto format = std::make_shared<std::string>("xml");
  CLI::App& command = *app.add_subcommand("schema", "Print the schema of XML or of JSON");
  command.add_option("FORMAT", *format, "Of which format")
      ->check(CLI::IsMember({"xml", "json"}))
      ->capture_default_str();
  command.footer(schema_examples);
  command.callback([format, &chosen] { chosen = [format] { return schema_command(*format); }; });
}

}  // namespace

std::string problem_of_formats(const std::string& list) {
  const Result<std::vector<Format>> formats = formats_in(list);
  return formats ? std::string() : formats.error().message + ". " + formats.error().advice;
}

void add_format_commands(CLI::App& app, ChosenCommand& chosen) {
  add_export(app, chosen);
  add_schema(app, chosen);
}

}  // namespace trichyeu
