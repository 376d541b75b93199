#include "tools/command/read_command.h"

#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/command/output_names.h"
#include "tools/command/source_json.h"
#include "tools/office/office.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

std::string text_by_page(const SourceText& source) {
  if (!source.has_pages()) return source.text;
  std::string text;
  for (const SourcePage& page : source.pages) {
    if (&page != source.pages.data()) text += '\f';
    text += page.bytes.of(source.text);
  }
  return text;
}

// What the worker sends: for page images a page's number and its bytes, page after page; else the
// one text.
Result<Message> read_in_worker(std::string_view bytes, ReadOptions reading,
                               const ReadCommandOptions& options) {
  Message message;
  reading.max_pages = options.limits.max_pages;
  reading.max_text_bytes = options.limits.max_bytes;
  const bool images = options.format == ReadFormat::page_images;
  if (images) {
    reading.see_page = [&](int page, std::string png) {
      message.push_back(std::to_string(page));
      message.push_back(std::move(png));
    };
  }
  const Result<SourceText> source = read(bytes, reading);
  if (!source) return source.error();
  if (images) return message;
  return Message{options.format == ReadFormat::json ? source_json(*source, options.language)
                                                    : text_by_page(*source)};
}

std::optional<Error> write_text(const std::string& text, const std::string& output) {
  if (!output.empty() && output != standard_stream) {
    const auto written = write_file(output, text);
    return written ? std::nullopt : std::optional<Error>(written.error());
  }
  std::cout << text << std::flush;
  if (!std::cout) return Error{ErrorCode::cannot_write, "standard output is closed or full", {}, 0};
  return std::nullopt;
}

std::optional<Error> write_images(const Message& message, const ReadCommandOptions& options) {
  const bool is_stream = options.input == standard_stream;
  const fs::path input = is_stream ? fs::path("stdin") : fs::path(options.input);
  const fs::path folder = options.output.empty() ? input.parent_path() : fs::path(options.output);
  std::error_code problem_shows_when_writing;
  if (!folder.empty()) fs::create_directories(folder, problem_shows_when_writing);
  for (std::size_t at = 0; at + 1 < message.size(); at += 2) {
    const fs::path path = folder / (input.stem().string() + "-page" + message[at] + ".png");
    const auto written = write_file(path, message[at + 1]);
    if (!written) return written.error();
    std::cout << path.string() << '\n';
  }
  std::cout << std::flush;
  return std::nullopt;
}

Result<Message> read_input(const ReadCommandOptions& options) {
  const Result<std::string> bytes = read_file(options.input);
  if (!bytes) return bytes.error();
  const DeferredInterrupts interrupts;
  const Result<ReadOptions> reading =
      with_office(options.reading, *bytes, options.limits.time_for(0), interrupts);
  if (!reading) return reading.error();
  return run_in_worker(
      [&] { return read_in_worker(*bytes, *reading, options); }, options.limits,
      confinement_of_readers(options.reading.tessdata, options.limits, options.require_sandbox),
      interrupts);
}

}  // namespace

int read_command(const ReadCommandOptions& options) {
  const Result<Message> message = read_input(options);
  if (!message) {
    complain(options.input, message.error());
    const ErrorCode code = message.error().code;
    const bool not_ready = code == ErrorCode::ocr_unavailable || code == ErrorCode::not_confined;
    return not_ready ? exit_not_ready : exit_nothing_read;
  }
  const std::optional<Error> error = options.format == ReadFormat::page_images
                                         ? write_images(*message, options)
                                         : write_text(message->front(), options.output);
  if (!error) return exit_done;
  complain(options.input, *error);
  return exit_some_failed;
}

}  // namespace trichyeu
