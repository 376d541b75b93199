// Which task is next: documents to open or assemble and pages of scans take turns, so that a scan's
// pages use all workers and a small document waits for one page at most. Pages are those of the
// oldest scan, so that few scans are in pieces at a time.
//
// Knows no processes: tasks go out, their results come in.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "tools/conversion/converter.h"
#include "tools/conversion/document_tasks.h"
#include "tools/worker/file_descriptor.h"
#include "tools/worker/pool.h"

namespace trichyeu {

class DocumentQueue {
 public:
  using Clock = std::chrono::steady_clock;

  explicit DocumentQueue(const Limits& limits) : limits_(limits) {}

  void add(DocumentInput input);

  // Documents whose result has not been taken, and those of them that wait to be opened.
  [[nodiscard]] std::size_t size() const { return documents_.size() + finished_.size(); }
  [[nodiscard]] std::size_t to_open() const;

  // Counts as begun. Nothing where all that is left is under way.
  [[nodiscard]] std::optional<WorkerTask> next_task(Clock::time_point now);
  void take(WorkerResult result, Clock::time_point now);

  // A document that LibreOffice has to open first.
  struct OfficeTask {
    std::uint64_t id = 0;
    int file = -1;
    OfficeFormat format = OfficeFormat::rtf;
    std::chrono::seconds time_limit{0};
  };
  [[nodiscard]] std::optional<OfficeTask> next_office_task(Clock::time_point now);
  void take_odt(std::uint64_t id, Result<std::string> odt, Clock::time_point now);

  [[nodiscard]] std::optional<DocumentResult> take_finished();

  // As Converter::withdraw.
  [[nodiscard]] std::vector<std::uint64_t> withdraw();

 private:
  enum class Kind { open, office, page, assemble };

  struct Document {
    FileDescriptor file;
    std::string shown_name;
    std::string link;
    std::int64_t bytes = 0;  // of the file as it was submitted
    std::chrono::nanoseconds changed{0};
    Kind next = Kind::open;
    OfficeFormat format = OfficeFormat::rtf;  // where LibreOffice opens it
    std::string odt;                          // what it made of it
    std::size_t wanted = 0;                   // pages that need recognition
    std::deque<int> pages_left;               // of them, not begun
    std::set<int> pages_retried;
    bool retried = false;
    RecognizedPages recognized;
    int running = 0;  // tasks
    Clock::time_point running_since;
    Clock::duration time_before{0};  // while tasks ran, until the last of them ended
    std::chrono::seconds time_limit{0};
    std::size_t peak_memory_bytes = 0;
  };

  struct Running {
    std::uint64_t document = 0;
    Kind kind = Kind::open;
    int page = 0;
  };

  static Clock::duration time_of(const Document& document, Clock::time_point now);
  static bool has_changed(const Document& document);
  static Result<Product> product_of(const Document& document, Result<Message> answer);
  static Error cause_of(const Document& document, const Error& error);

  std::optional<WorkerTask> task_of_document(Clock::time_point now);
  std::optional<WorkerTask> page_task(Clock::time_point now);
  WorkerTask begin(std::uint64_t id, Running running, Message request, Clock::duration time_limit,
                   Clock::time_point now);
  void give_up_pages(Document& document);
  void assemble_if_complete(std::uint64_t id, Document& document);
  bool try_again(const Running& running, Document& document);
  void take_opened(std::uint64_t id, Document& document, Result<Message> answer,
                   Clock::time_point now);
  static void begin_work(Document& document, Clock::time_point now);
  static void end_work(Document& document, Clock::time_point now);
  void take_product(std::uint64_t id, Document& document, Result<Message> answer,
                    Clock::time_point now);
  void finish(std::uint64_t id, DocumentResult result, Clock::time_point now);

  Limits limits_;
  std::map<std::uint64_t, Document> documents_;
  std::deque<std::uint64_t> ready_;  // to open or to assemble
  std::deque<std::uint64_t> for_office_;
  std::deque<std::uint64_t> scans_;  // with pages that are not begun, the oldest first
  std::map<std::uint64_t, Running> running_;
  std::deque<DocumentResult> finished_;
  std::uint64_t next_task_id_ = 0;
  bool page_is_next_ = false;
};

}  // namespace trichyeu
