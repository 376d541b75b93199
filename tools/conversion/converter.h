// Documents to the bytes of their outputs, in worker processes: `convert` and `batch` alike.
//
//   Converter converter = …start(options)
//   while (…) {
//     while (converter.has_room() && more) converter.submit({id, fd, "ke-hoach.pdf"});
//     if (auto result = converter.wait(signals.fd())) write(*result);
//   }
//
// Results come in the order in which documents are finished, which is not that of submission;
// their bytes depend on document and options alone. This process never looks into a document, and
// the workers never write a file.
//
// Made and used on one thread, in a process without other threads: it forks.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractor/convert.h"
#include "models/result.h"
#include "tools/worker/confinement.h"
#include "tools/worker/limits.h"

namespace trichyeu {

struct DocumentInput {
  std::uint64_t id = 0;    // the caller's own, none twice at a time
  int fd = -1;             // open for reading at any place; it is the converter's to close
  std::string shown_name;  // stands in the output; decides nothing
  std::string link = {};   // from its outputs to the source, where a format links it; may be empty
};

struct DocumentOutput {
  std::string suffix;   // ".xml", "-2.xml" of a file's second document, ".tasks.csv" …
  std::string bytes;    // of the file to write
  std::string summary;  // for a person; empty on all but the first output of a document
};

struct DocumentResult {
  std::uint64_t id = 0;
  Result<std::vector<DocumentOutput>> outputs = std::vector<DocumentOutput>{};
  bool partial = false;  // a page could not be read
  int pages = 0;         // 0 for sources without pages
  int failed_pages = 0;
  double seconds = 0;                 // wall time while any process worked on it
  std::size_t peak_memory_bytes = 0;  // resident, of the process that needed most
};

// What is written of a document. Runs in the worker: opens and writes no file.
using OutputMaker =
    std::function<Result<std::vector<DocumentOutput>>(const Conversion&, const std::string& link)>;

struct ConverterOptions {
  int workers = 0;                     // 0: one for each core this process may use
  ReadOptions reading;                 // its max_pages and max_text_bytes are those of `limits`
  const Grammars* grammars = nullptr;  // prepared by the caller; outlives the converter
  OutputMaker outputs;
  Limits limits;
  bool require_sandbox = false;  // fail where the kernel refuses the confinement of workers
};

class Converter {
 public:
  // Forks the workers. Fails with not_confined (only where it is required) or internal (no
  // process can be started).
  [[nodiscard]] static Result<Converter> start(const ConverterOptions& options);

  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;
  // Ends the workers at once; documents under way are lost, their files closed.
  ~Converter();

  // What the kernel grants; what it does not is worth a line in a log.
  [[nodiscard]] const Confined& confined() const;

  // Whether to submit more: some documents wait inside, so that no worker does.
  [[nodiscard]] bool has_room() const;
  // Documents submitted whose result has not been taken.
  [[nodiscard]] std::size_t under_way() const;

  void submit(DocumentInput input);

  // The next finished document; waits for it. Nothing where none is under way, when `wake_up_fd`
  // (-1: none) becomes readable, or when `longest` is over.
  [[nodiscard]] std::optional<DocumentResult> wait(
      int wake_up_fd = -1, std::optional<std::chrono::milliseconds> longest = std::nullopt);

  // Takes back what no worker has begun to read or recognise, for an end before its time. Ids.
  [[nodiscard]] std::vector<std::uint64_t> withdraw();

 private:
  class Implementation;
  explicit Converter(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trichyeu
