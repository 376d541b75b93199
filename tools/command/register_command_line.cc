#include "tools/command/register_command_line.h"

#include <map>
#include <memory>
#include <set>
#include <string>

#include "tools/command/audit_command.h"
#include "tools/command/index_command.h"
#include "tools/register/finding_counts.h"
#include "tools/register/reports.h"

namespace trichyeu {
namespace {

constexpr const char* index_examples =
    "OUT is a folder of outputs with all below it, or a single XML file. A file whose size and "
    "time\n"
    "are as the register knows them is not opened again; what vanished below OUT leaves the "
    "register,\n"
    "and so does what can no longer be read, with a line that says why. A run is one transaction:\n"
    "stopped anywhere, the register stays as it was.\n"
    "\nREGISTER is one SQLite file; tools/register/schema-1.sql documents its tables. --backup "
    "copies "
    "it\n"
    "after the run, --restore puts a copy in its place before; both work without OUT.\n"
    "\nExit codes: 0 done; 1 done, with files that are no plan; 2 the command line is wrong; 3 an "
    "OUT\n"
    "or the register could not be read or written, and the register is as it was.\n"
    "\nExamples:\n"
    "  trichyeu index out -o so.db               new and changed outputs of a folder\n"
    "  trichyeu index 2024 2025 -o so.db         two folders in one register\n"
    "  trichyeu index out -o so.db --reread      look at the bytes of every file\n"
    "  trichyeu index -o so.db --backup so-2025.db\n"
    "  trichyeu index -o so.db --restore so-2025.db";

constexpr const char* audit_examples =
    "Reports on what is cited:\n"
    "  overview      how much there is of everything, and of every finding (the default)\n"
    "  works         works by number of citing documents; kinds, issuers, years sum them up\n"
    "  forms         the wordings in which works are cited\n"
    "  mentions      where the works of --of NUMBER are cited: file, page, role, line\n"
    "  unresolved    works whose number, date, type or issuer nobody says\n"
    "  conflicts     one number with several dates or issuers\n"
    "  dates         dates that do not exist, lie after the citing document or contradict the "
    "number\n"
    "  names         works under two types or names\n"
    "  repairs       what was mended in reading, recognised pages first\n"
    "  status        against --status FILE: replaced, expired, partly-expired, not-in-force,\n"
    "                date-differs, title-differs, unknown\n"
    "  replaced      cited although a document of the archive had replaced or repealed it\n"
    "Reports on what is ordered; plans that were replaced or repealed are left out:\n"
    "  units, months, overdue, without-lead, without-deadline, repeated (the same work set twice)\n"
    "  superseded    plans that a later document amends, replaces or repeals\n"
    "And: search WORDS, with or without tone marks; \"in quotation marks\" words stand side by "
    "side.\n"
    "\nA status file is CSV or TSV in UTF-8 with a line of heads, among them so_hieu (number) and "
    "one "
    "of\n"
    "tinh_trang (status), ngay_hieu_luc (effective), ngay_het_hieu_luc (expires), thay_the_boi\n"
    "(replaced_by), ten (title); loai, ngay_ban_hanh and co_quan_ban_hanh tell works of one number "
    "apart.\n"
    "\n--fail-on takes, parted by commas: replaced, expired, partly-expired, not-in-force,\n"
    "date-differs, title-differs, unknown, unresolved, conflict, impossible-date, two-names, "
    "repair,\n"
    "overdue, without-lead, without-deadline, repeated.\n"
    "\nExit codes: 0 done; 1 there is something that --fail-on names, or the answer could not be "
    "written;\n"
    "2 the command line is wrong; 3 the register or the status file could not be read.\n"
    "\nExamples:\n"
    "  trichyeu audit so.db\n"
    "  trichyeu audit so.db works --kind \"nghị định\" --limit 20\n"
    "  trichyeu audit so.db --of 30/2020/NĐ-CP --format csv -o cited.csv\n"
    "  trichyeu audit so.db --status danh-muc.tsv --fail-on expired,replaced\n"
    "  trichyeu audit so.db overdue --at 2026-06-30\n"
    "  trichyeu audit so.db search tien do giai ngan\n"
    "  trichyeu audit so.db --of 232/KH-UBND --graph dot | dot -Tsvg -o graph.svg";

void add_report_language(CLI::App& command, std::string& language) {
  command.add_option("--lang", language, "Language of what is printed")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
}

void add_index(CLI::App& app, ChosenCommand& chosen) {
  const auto options = std::make_shared<IndexCommandOptions>();
  CLI::App& command = *app.add_subcommand("index", "Outputs into a register");
  command.add_option("OUT", options->outputs, "Folders of outputs, or single ones");
  command.add_option("-o,--register", options->register_path, "The register, made if need be")
      ->type_name("REGISTER")
      ->required();
  command.add_flag("--reread", options->rereads, "Trust no file's time: look at its bytes");
  command.add_option("--backup", options->backup, "Copy the register to FILE after the run")
      ->type_name("FILE");
  command.add_option("--restore", options->restore, "Put the copy FILE in the register's place")
      ->type_name("FILE");
  add_report_language(command, options->language);
  command.footer(index_examples);
  command.callback([options, &chosen] {
    if (options->outputs.empty() && options->backup.empty() && options->restore.empty())
      throw CLI::RequiredError("OUT, --backup or --restore");
    chosen = [options] { return index_command(*options); };
  });
}

template <typename Names>
std::set<std::string> set_of(const Names& names) {
  return {names.begin(), names.end()};
}

void add_filters(CLI::App& command, AuditOptions& options) {
  command.add_option("--kind", options.filter.kind, "Works of this type only")->type_name("TYPE");
  command.add_option("--issuer", options.filter.issuer, "Works of issuers with these words only")
      ->type_name("WORDS");
  command.add_option("--year", options.filter.year, "Works of this year only")->type_name("YEAR");
  command.add_option("--unit", options.filter.unit, "Units with these words only")
      ->type_name("WORDS");
  command.add_option("--limit", options.limit, "Most rows; 0: all. Default: 50 of text, else all")
      ->type_name("N");
  command.add_option("--at", options.day, "The day for overdue and for today's names")
      ->type_name("YYYY-MM-DD");
}

void add_audit(CLI::App& app, ChosenCommand& chosen) {
  static const std::map<std::string, AuditFormat> formats{
      {"text", AuditFormat::text}, {"csv", AuditFormat::csv}, {"json", AuditFormat::json}};
  static const std::map<std::string, GraphFormat> graphs{{"dot", GraphFormat::dot},
                                                         {"graphml", GraphFormat::graphml}};
  const auto options = std::make_shared<AuditOptions>();
  const auto format = std::make_shared<std::string>("text");
  const auto graph = std::make_shared<std::string>();
  CLI::App& command = *app.add_subcommand("audit", "What an archive cites and orders");
  command.add_option("REGISTER", options->register_path, "What `trichyeu index` wrote")->required();
  command.add_option("REPORT", options->report, "Which audit; see below")
      ->check(CLI::IsMember(set_of(report_names())));
  command.add_option("WORDS", options->words, "What to search");
  command.add_option("--of", options->of, "The works of a number: 30/2020/NĐ-CP")
      ->type_name("NUMBER");
  command.add_option("--status", options->status_file, "CSV or TSV: what became of documents")
      ->type_name("FILE");
  command.add_option("--graph", *graph, "The citation graph instead, of --of or of everything")
      ->check(CLI::IsMember({"dot", "graphml"}));
  command.add_option("--fail-on", options->fail_on, "Exit with 1 where there is such a finding")
      ->type_name("FINDING,...")
      ->delimiter(',')
      ->check(CLI::IsMember(set_of(finding_names())));
  add_filters(command, *options);
  command.add_option("--format", *format, "text, csv or json")
      ->check(CLI::IsMember({"text", "csv", "json"}))
      ->capture_default_str();
  command.add_option("-o,--output", options->output, "Where to; - is standard output, the default")
      ->type_name("FILE|-");
  add_report_language(command, options->language);
  command.footer(audit_examples);
  command.callback([options, format, graph, &chosen] {
    options->format = formats.at(*format);
    if (!graph->empty()) options->graph = graphs.at(*graph);
    chosen = [options] { return audit_command(*options); };
  });
}

}  // namespace

void add_register_commands(CLI::App& app, ChosenCommand& chosen) {
  add_index(app, chosen);
  add_audit(app, chosen);
}

}  // namespace trichyeu
