#include "tools/command/register_command_line.h"

#include <memory>
#include <string>

#include "tools/command/index_command.h"

namespace trichyeu {
namespace {

constexpr const char* index_examples =
    "OUT is a folder of outputs with all below it, or a single XML file. A file whose size and time\n"
    "are as the register knows them is not opened again; what vanished below OUT leaves the "
    "register,\n"
    "and so does what can no longer be read, with a line that says why. A run is one transaction:\n"
    "stopped anywhere, the register stays as it was.\n"
    "\nREGISTER is one SQLite file; tools/register/schema-1.sql documents its tables. --backup copies "
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

}  // namespace

void add_register_commands(CLI::App& app, ChosenCommand& chosen) { add_index(app, chosen); }

}  // namespace trichyeu
