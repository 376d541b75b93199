#include "tools/command/rule_command_line.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tools/command/evaluate_command.h"
#include "tools/command/explain_command.h"
#include "tools/command/rules_command.h"

namespace trichyeu {
namespace {

constexpr const char* evaluate_examples =
    "Gold is an output of trichyeu that a person has corrected (NAME.xml), or an annotation\n"
    "(NAME.json, NAME/gold.json as in corpus/); outputs are NAME.xml. In a folder all golds count, "
    "and\n"
    "an output that is missing finds nothing.\n"
    "\nPrecision, recall and F1 by field, of what overlaps with gold (exact: what reads the "
    "same):\n"
    "  citation      the number, mention by mention; named: words alike by 0.8\n"
    "  citation.date, .issuer   of mentions found; those of a missed one are missed\n"
    "  task          content alike by 0.7, one to one; path: of such a pair, bullets aside\n"
    "  lead, coordinating   units of a pair, alike by 0.8; those of a missed task are missed\n"
    "  deadline      kind, start, end and recurrence all equal\n"
    "  header        its nine fields; title alike by 0.9, nine recipients in ten\n"
    "Wrong counts against precision and recall. What gold calls optional costs nothing. Role and\n"
    "target of citations count where gold states them. The last table is the calibration: of the\n"
    "values at each confidence, how many are right.\n"
    "\nExit codes: 0 done; 1 an output is missing or is no plan, a field is below its bound, or, "
    "with\n"
    "--compare, a field's F1 is lower than OTHER's; 2 a bound says nothing; 3 no gold could be "
    "read.\n"
    "\nExamples:\n"
    "  trichyeu convert corpus/*/*.txt -o out/   the outputs\n"
    "  trichyeu evaluate corpus out              F1 by field and document, calibration\n"
    "  trichyeu evaluate gold/kh-83.xml kh-83.xml --errors\n"
    "  trichyeu evaluate gold/*.xml out --fail-below lead=0.97 --fail-below task=0.97\n"
    "  trichyeu evaluate corpus out --compare out-before --format html -o changes.html";

constexpr const char* explain_examples =
    "For each line of the document: the headings that it stands under, the values that begin in "
    "it\n"
    "with rule, confidence and the rule's reason; then, by rule file, what was taken, with what "
    "the\n"
    "rule says of it, and what matched besides and lost. On a terminal the words of values have\n"
    "colours, unless NO_COLOR is set.\n"
    "\nExit codes: 0 done; 2 nothing is called so; 3 it could not be read; 4 it was read in part;\n"
    "5 a rule file is broken.\n"
    "\nExamples:\n"
    "  trichyeu explain ke-hoach.pdf | less\n"
    "  trichyeu explain ke-hoach.pdf --at t5     the blocks of task t5\n"
    "  trichyeu explain ke-hoach.pdf --at 42     line 42 of trichyeu convert --format text\n"
    "  trichyeu explain ke-hoach.pdf --at u4     wherever unit u4 leads or coordinates\n"
    "  trichyeu explain ke-hoach.pdf --at II.1.a --lang en\n"
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
  command.add_option("--lang,--report-lang", language, "Language of what is printed")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
}

void add_evaluate(CLI::App& app, ChosenCommand& chosen) {
  static const std::map<std::string, ReportFormat> formats{
      {"text", ReportFormat::text}, {"json", ReportFormat::json}, {"html", ReportFormat::html}};
  const auto options = std::make_shared<EvaluateOptions>();
  const auto files = std::make_shared<std::vector<std::string>>();
  CLI::App& command = *app.add_subcommand("evaluate", "Plans against corrected ones");
  command
      .add_option("GOLD_OUT", *files,
                  "Corrected plans or annotations, or folders of them; last, the output or the "
                  "folder of outputs")
      ->type_name("GOLD... OUT")
      ->required()
      ->expected(2, -1);
  command.add_option("--compare", options->compare, "Outputs of another version: gains and losses")
      ->type_name("OTHER");
  command.add_option("-o,--output", options->report, "Where to; - is standard output, the default")
      ->type_name("FILE|-");
  const auto format = std::make_shared<std::string>("text");
  command.add_option("--format", *format, "text, json, or html: one file, every error listed")
      ->check(CLI::IsMember({"text", "json", "html"}))
      ->capture_default_str();
  command.add_flag("--errors", options->lists_errors, "List every error in the text");
  command.add_option("--fail-below", options->bounds, "Exit with 1 where F1 in total is lower")
      ->type_name("FIELD=F1")
      ->expected(1)
      ->take_all();
  add_report_language(command, options->language);
  command.footer(evaluate_examples);
  command.callback([options, files, format, &chosen] {
    options->outputs = files->back();
    options->gold.assign(files->begin(), files->end() - 1);
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
  command.add_option("--at", options->at, "Only this line, id of the XML, or path")
      ->type_name("LINE|ID");
  command.add_option("--ocr", *mode, "As in convert")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  add_report_language(command, options->language);
  command.add_option("--ocr-lang", options->reading.ocr_language, "As --lang of convert")
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
  list.add_flag("--json", listed->json, "Everything of the rules, for programs");
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
