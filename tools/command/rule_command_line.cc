#include "tools/command/rule_command_line.h"

#include <map>
#include <memory>
#include <string>

#include "tools/command/evaluate_command.h"

namespace trichyeu {
namespace {

constexpr const char* evaluate_examples =
    "Gold is an output of trichyeu that a person has corrected (NAME.xml), or an annotation\n"
    "(NAME.json, NAME/gold.json as in corpus/); outputs are NAME.xml. In a folder all golds count, and\n"
    "an output that is missing finds nothing. The rules of matching stand in tools/evaluate/evaluate.h.\n"
    "\nExit codes: 0 done; 1 an output is missing or is no plan, or, with --compare, a field's F1 is\n"
    "lower than OTHER's; 3 no gold could be read.\n"
    "\nExamples:\n"
    "  trichyeu convert corpus/*/*.txt -o out/   the outputs\n"
    "  trichyeu evaluate corpus out              F1 by field and document, calibration\n"
    "  trichyeu evaluate gold/kh-83.xml kh-83.xml --errors\n"
    "  trichyeu evaluate corpus out --compare out-before --format html -o changes.html";

void add_report_language(CLI::App& command, std::string& language) {
  command.add_option("--report-lang", language, "Language of labels")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
}

void add_evaluate(CLI::App& app, ChosenCommand& chosen) {
  static const std::map<std::string, ReportFormat> formats{
      {"text", ReportFormat::text}, {"json", ReportFormat::json}, {"html", ReportFormat::html}};
  const auto options = std::make_shared<EvaluateOptions>();
  CLI::App& command = *app.add_subcommand("evaluate", "Plans against corrected ones");
  command.add_option("GOLD", options->gold, "A corrected plan or annotation, or a folder of them")
      ->required();
  command.add_option("OUT", options->outputs, "The output, or the folder of outputs")->required();
  command.add_option("--compare", options->compare, "Outputs of another version: gains and losses")
      ->type_name("OTHER");
  command.add_option("-o,--output", options->report, "Where to; - is standard output, the default")
      ->type_name("FILE|-");
  const auto format = std::make_shared<std::string>("text");
  command.add_option("--format", *format, "text, json, or html: one file, every error listed")
      ->check(CLI::IsMember({"text", "json", "html"}))
      ->capture_default_str();
  command.add_flag("--errors", options->lists_errors, "List every error in the text");
  add_report_language(command, options->language);
  command.footer(evaluate_examples);
  command.callback([options, format, &chosen] {
    options->format = formats.at(*format);
    chosen = [options] { return evaluate_command(*options); };
  });
}

}  // namespace

void add_rule_commands(CLI::App& app, ChosenCommand& chosen) {
  add_evaluate(app, chosen);
}

}  // namespace trichyeu
