// One document at a time: wait() converts the oldest in a process of its own.
#include "tools/batch/converter.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <thread>
#include <utility>

#include "tools/worker/message.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_under_way = 4;
constexpr std::size_t fields_before_outputs = 3;  // status, pages, failed pages
constexpr std::size_t fields_of_output = 3;

Error cannot_read() { return {ErrorCode::cannot_open, "it cannot be read", {}, 0}; }

Error too_large(std::size_t most) {
  return {ErrorCode::too_large, "more than " + std::to_string(most) + " bytes",
          "Split it, or allow more with --max-bytes.", 0};
}

Result<std::string> bytes_of(int fd, std::size_t most) {
  struct stat status {};
  if (fstat(fd, &status) != 0 || status.st_size < 0) return cannot_read();
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > most) return too_large(most);
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size;) {
    const ssize_t got = pread(fd, bytes.data() + at, size - at, static_cast<off_t>(at));
    if (got <= 0) return cannot_read();
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

Message message_of(const Conversion& run, const OutputMaker& make_outputs) {
  const std::vector<SourcePage>& pages = run.source.pages;
  const auto failed = std::count_if(pages.begin(), pages.end(), [](const SourcePage& page) {
    return page.reading == Reading::failed;
  });
  Message message{failed > 0 ? "partial" : "complete", std::to_string(pages.size()),
                  std::to_string(failed)};
  for (DocumentOutput& output : make_outputs(run)) {
    message.insert(message.end(),
                   {std::move(output.suffix), std::move(output.bytes), std::move(output.summary)});
  }
  return message;
}

void fill(DocumentResult& result, Message message) {
  if (message.size() < fields_before_outputs) return;
  result.partial = message[0] == "partial";
  result.pages = std::atoi(message[1].c_str());
  result.failed_pages = std::atoi(message[2].c_str());
  std::vector<DocumentOutput> outputs;
  for (std::size_t at = fields_before_outputs; at + fields_of_output <= message.size();
       at += fields_of_output) {
    outputs.push_back(
        {std::move(message[at]), std::move(message[at + 1]), std::move(message[at + 2])});
  }
  result.outputs = std::move(outputs);
}

}  // namespace

class Converter::Implementation {
 public:
  explicit Implementation(ConverterOptions options) : options_(std::move(options)) {
    options_.reading.max_pages = options_.limits.max_pages;
    options_.reading.max_text_bytes = options_.limits.max_bytes;
  }
  ~Implementation() {
    for (const DocumentInput& input : waiting_) close(input.fd);
  }
  Implementation(const Implementation&) = delete;
  Implementation& operator=(const Implementation&) = delete;

  [[nodiscard]] std::size_t under_way() const { return waiting_.size(); }
  void submit(DocumentInput input) { waiting_.push_back(std::move(input)); }

  std::optional<DocumentResult> convert_oldest() {
    if (waiting_.empty()) return std::nullopt;
    const DocumentInput input = std::move(waiting_.front());
    waiting_.pop_front();
    DocumentResult result;
    result.id = input.id;
    const auto start = std::chrono::steady_clock::now();
    Result<Message> message = run(input);
    close(input.fd);
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (message) {
      fill(result, std::move(message).value());
    } else {
      result.outputs = message.error();
    }
    return result;
  }

  std::vector<std::uint64_t> withdraw() {
    std::vector<std::uint64_t> ids;
    for (const DocumentInput& input : waiting_) {
      ids.push_back(input.id);
      close(input.fd);
    }
    waiting_.clear();
    return ids;
  }

 private:
  Result<Message> run(const DocumentInput& input) {
    const Result<std::string> bytes = bytes_of(input.fd, options_.limits.max_bytes);
    if (!bytes) return bytes.error();
    const DeferredInterrupts interrupts;
    return run_in_worker(
        [&]() -> Result<Message> {
          const Result<Conversion> run =
              convert(*bytes, input.shown_name, options_.reading, *options_.grammars);
          if (!run) return run.error();
          return message_of(*run, options_.outputs);
        },
        options_.limits.time_for(options_.limits.max_pages), interrupts);
  }

  ConverterOptions options_;
  std::deque<DocumentInput> waiting_;
};

Converter::Converter(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Result<Converter> Converter::start(ConverterOptions options) {
  return Converter(std::make_unique<Implementation>(std::move(options)));
}

bool Converter::has_room() const { return implementation_->under_way() < most_under_way; }
std::size_t Converter::under_way() const { return implementation_->under_way(); }
void Converter::submit(DocumentInput input) { implementation_->submit(std::move(input)); }

std::optional<DocumentResult> Converter::wait(int, std::optional<std::chrono::milliseconds>) {
  return implementation_->convert_oldest();
}

std::vector<std::uint64_t> Converter::withdraw() { return implementation_->withdraw(); }

}  // namespace trichyeu
