#include "tools/command/batch_command_line.h"

#include <memory>
#include <string>

#include "tools/command/batch_command.h"
#include "tools/command/conversion_command_line.h"

namespace trichyeu {
namespace {

constexpr const char* batch_notes =
    "A folder's tree is mirrored in OUT, a named file keeps its path: 2023/83.doc becomes\n"
    "OUT/2023/83.doc.xml; of a file with several documents the next are 83.doc-2.xml ... Equal\n"
    "names are an error before any work. OUT/.trichyeu/manifest.sqlite tells what became of each\n"
    "input; a run that finds one does only what is new, changed, failed, has lost its output, or\n"
    "was made by another version or with other options. Files with the same content are\n"
    "converted once.\n"
    "\nIt may be ended at any time: no output is ever half-written, and the next run does the "
    "rest.\n"
    "Ctrl-C once lets documents under way finish, twice does not.\n"
    "\nOn several machines each run does one shard: --shard K/N, or auto in a Slurm array; auto/N\n"
    "in an indexed Kubernetes job as well. trichyeu merge OUT unites their manifests.\n"
    "\nExit codes: 0 done; 1 at least one input failed, or the disk is full; 2 the command line "
    "is\n"
    "wrong, or OUT cannot be used; 3 nothing could be read; 4 at least one input could be read "
    "only\n"
    "in part; 5 rules or the workers' confinement are not ready; ended by the signal where\n"
    "interrupted.\n"
    "\nExamples:\n"
    "  trichyeu batch archive -o out                     run it again to go on or to follow "
    "changes\n"
    "  trichyeu batch archive -o out --format xml,csv --timeout 300\n"
    "  trichyeu batch '2023/*.pdf' letters -o out\n"
    "  find archive -name '*.pdf' -print0 | trichyeu batch --from-file - -o out\n"
    "  trichyeu batch archive -o out --retry-failed --timeout 3600\n"
    "  trichyeu batch archive -o out --log-format json 2>log.jsonl\n"
    "  trichyeu batch --watch incoming -o out            until Ctrl-C\n"
    "  trichyeu batch archive -o out --shard 3/16";

constexpr const char* status_notes =
    "Exit codes: 0 all is done; 1 at least one input failed; 3 there is no manifest; 4 at least "
    "one\n"
    "was read only in part.\n"
    "\nExamples:\n"
    "  trichyeu status out\n"
    "  trichyeu status out --json | jq '.failures[].code'";

constexpr const char* merge_notes =
    "Exit codes: 0 done; 1 a shard still runs, or it could not be written; 3 there is no "
    "manifest.\n"
    "\nExamples:\n"
    "  trichyeu merge out";

struct BatchWords {
  BatchCommandOptions options;
  ConversionWords conversion;
  bool resume = false;
  bool retry_failed = false;
  bool force = false;
  std::string log_format = "text";
};

void add_language(CLI::App& command, std::string& language) {
  command.add_option("--lang,--report-lang", language, "Language of what is printed")
      ->check(CLI::IsMember({"vi", "en"}))
      ->capture_default_str();
}

void add_sources(CLI::App& command, BatchCommandOptions& options) {
  command.add_option("IN", options.conversion.inputs, "Files, folders with all below, patterns")
      ->type_name("FILE|DIR|PATTERN");
  command
      .add_option("--from-file", options.list,
                  "A list of more, parted by NUL or line ends; - is standard input")
      ->type_name("FILE|-");
  command
      .add_option("--watch", options.watched, "Go on with what arrives in a folder, until Ctrl-C")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  command.add_option("-o,--output", options.conversion.output, "Where to; made if need be")
      ->type_name("OUT")
      ->required();
}

void add_resume(CLI::App& command, BatchWords& words) {
  CLI::Option* resume = command.add_flag(
      "--resume", words.resume, "Do what is new, changed, failed, or of another version (default)");
  CLI::Option* retry =
      command.add_flag("--retry-failed", words.retry_failed,
                       "Do only what failed, was read in part or was left undone before");
  CLI::Option* force = command.add_flag("--force", words.force, "Do everything");
  retry->excludes(resume);
  force->excludes(resume)->excludes(retry);
  command
      .add_option("--shard", words.options.shard,
                  "Do the K-th of N parts; auto, auto/N: the array's or job's")
      ->type_name("K/N|auto");
}

int run_batch_words(BatchWords& words) {
  BatchCommandOptions& options = words.options;
  read_conversion(words.conversion, options.conversion);
  if (words.retry_failed) options.redo = Redo::failed_only;
  if (words.force) options.redo = Redo::all;
  options.log_json = words.log_format == "json";
  return batch_command(options);
}

void add_batch(CLI::App& app, ChosenCommand& chosen) {
  const auto words = std::make_shared<BatchWords>();
  CLI::App& command = *app.add_subcommand("batch", "A whole archive, with a manifest");
  add_sources(command, words->options);
  add_conversion(command, words->options.conversion, words->conversion);
  add_resume(command, *words);
  command
      .add_option("--log-format", words->log_format,
                  "Progress on standard error, where it is no terminal: lines, or JSON")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.footer(batch_notes);
  command.callback([&chosen, words] { chosen = [words] { return run_batch_words(*words); }; });
}

void add_status(CLI::App& app, ChosenCommand& chosen) {
  struct Options {
    std::string output;
    std::string language = "vi";
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("status", "How far a batch is, and its errors by code");
  command.add_option("OUT", options->output, "The output folder of the batch")->required();
  command.add_flag("--json", options->json, "One JSON object, with all names");
  add_language(command, options->language);
  command.footer(status_notes);
  command.callback([&chosen, options] {
    chosen = [options] {
      return status_command(options->output, options->json, options->language);
    };
  });
}

void add_merge(CLI::App& app, ChosenCommand& chosen) {
  struct Options {
    std::string output;
    std::string language = "vi";
  };
  const auto options = std::make_shared<Options>();
  CLI::App& command = *app.add_subcommand("merge", "The manifests of shards into one");
  command.add_option("OUT", options->output, "The output folder of the batch")->required();
  add_language(command, options->language);
  command.footer(merge_notes);
  command.callback([&chosen, options] {
    chosen = [options] { return merge_command(options->output, options->language); };
  });
}

}  // namespace

void add_batch_commands(CLI::App& app, ChosenCommand& chosen) {
  add_batch(app, chosen);
  add_status(app, chosen);
  add_merge(app, chosen);
}

}  // namespace trichyeu
