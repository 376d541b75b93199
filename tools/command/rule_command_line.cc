#include "tools/command/rule_command_line.h"

#include <map>
#include <memory>
#include <string>

#include "tools/command/evaluate_command.h"
#include "tools/command/explain_command.h"
#include "tools/command/rules_command.h"

namespace trichyeu {
namespace {

constexpr const char* evaluate_examples =
    "Gold is an output of trichyeu that a person has corrected (NAME.xml), or an annotation\n"
    "(NAME.json, NAME/gold.json as in corpus/); outputs are NAME.xml. In a folder all golds count, "
    "and\n"
    "an output that is missing finds nothing. The rules of matching stand in "
    "tools/evaluate/evaluate.h.\n"
    "\nExit codes: 0 done; 1 an output is missing or is no plan, or, with --compare, a field's F1 "
    "is\n"
    "lower than OTHER's; 3 no gold could be read.\n"
    "\nExamples:\n"
    "  trichyeu convert corpus/*/*.txt -o out/   the outputs\n"
    "  trichyeu evaluate corpus out              F1 by field and document, calibration\n"
    "  trichyeu evaluate gold/kh-83.xml kh-83.xml --errors\n"
    "  trichyeu evaluate corpus out --compare out-before --format html -o changes.html";

constexpr const char* explain_examples =
    "Under each block: the values that begin in it with rule, confidence and the rule's reason, "
    "then\n"
    "what each rule file took, and what matched besides and lost. On a terminal the words of "
    "values\n"
    "have colours, unless NO_COLOR is set.\n"
    "\nExit codes: 0 done; 2 nothing is called so; 3 it could not be read; 4 it was read in part;\n"
    "5 a rule file is broken.\n"
    "\nExamples:\n"
    "  trichyeu explain ke-hoach.pdf | less\n"
    "  trichyeu explain ke-hoach.pdf --at t5     the blocks of task t5\n"
    "  trichyeu explain ke-hoach.pdf --at 42     line 42 of trichyeu convert --format text\n"
    "  trichyeu explain ke-hoach.txt --at p17 --grammar my-rules";

constexpr const char* rules_examples =
    "NAME is the id of a rule (citations.numbered) or a file of rules (citations).\n"
    "\nExit codes: 0 done; 1 an example failed; 2 there is no such rule; 5 a rule file is broken.\n"
    "\nExamples:\n"
    "  trichyeu rules list citations             ids and reasons of one file\n"
    "  trichyeu rules show citations.numbered    pattern, zones, values, examples\n"
    "  trichyeu rules test --grammar my-rules    every example, with the rules of a folder added\n"
    "  tools/new-rule labels.sponsor             a new rule to begin with";

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

void add_grammar(CLI::App& command, std::string& grammar) {
  command
      .add_option("--grammar", grammar,
                  "Folder of rule files that replace the built-in ones or add to them")
      ->type_name("DIR");
}

void add_explain(CLI::App& app, ChosenCommand& chosen) {
  static const std::map<std::string, OcrMode> modes{
      {"auto", OcrMode::automatic}, {"always", OcrMode::always}, {"never", OcrMode::never}};
  const auto options = std::make_shared<ExplainOptions>();
  const auto mode = std::make_shared<std::string>("auto");
  CLI::App& command = *app.add_subcommand("explain", "Which rule took which words, and what lost");
  command.add_option("FILE", options->input, "A document; - is standard input")->required();
  command.add_option("--at", options->at, "Only this block, line, citation or task")
      ->type_name("LINE|ID");
  command.add_option("--ocr", *mode, "As in convert")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command.add_option("--lang", options->reading.ocr_language, "As in convert")
      ->type_name("LANG")
      ->capture_default_str();
  command.add_option("--tessdata", options->reading.tessdata, "As in convert")->type_name("DIR");
  add_grammar(command, options->grammar);
  command.footer(explain_examples);
  command.callback([options, mode, &chosen] {
    options->reading.ocr = modes.at(*mode);
    chosen = [options] { return explain_command(*options); };
  });
}

// One of `trichyeu rules`; its options, for those that have more.
std::shared_ptr<RulesOptions> add_rules_command(CLI::App& command, int (*run)(const RulesOptions&),
                                                ChosenCommand& chosen) {
  const auto options = std::make_shared<RulesOptions>();
  command.add_option("NAME", options->names, "Rules or files; default: all");
  add_grammar(command, options->grammar);
  command.footer(rules_examples);
  command.callback([options, run, &chosen] { chosen = [options, run] { return run(*options); }; });
  return options;
}

void add_rules(CLI::App& app, ChosenCommand& chosen) {
  CLI::App& rules = *app.add_subcommand("rules", "The rules, and whether their examples come out");
  rules.require_subcommand(1);
  rules.footer(rules_examples);
  CLI::App& list = *rules.add_subcommand("list", "Rules with their reasons");
  const auto listed = add_rules_command(list, rules_list_command, chosen);
  list.add_option_function<std::string>(
          "--file", [listed](const std::string& file) { listed->names.push_back(file); },
          "The rules of one file")
      ->type_name("NAME");
  add_rules_command(*rules.add_subcommand("test", "Run examples and counter-examples"),
                    rules_test_command, chosen);
  CLI::App& show = *rules.add_subcommand("show", "Everything of a rule");
  const auto shown = add_rules_command(show, rules_show_command, chosen);
  show.get_option("NAME")->required();
  show.add_flag("--whole", shown->whole, "Long patterns too");
}

}  // namespace

void add_rule_commands(CLI::App& app, ChosenCommand& chosen) {
  add_explain(app, chosen);
  add_rules(app, chosen);
  add_evaluate(app, chosen);
}

}  // namespace trichyeu
