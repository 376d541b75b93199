#include "tools/conversion/document_queue.h"

#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <utility>

#include "tools/worker/answer.h"

namespace trichyeu {
namespace {

// Of a document's time, for its pages; the rest is for putting it together.
constexpr double share_of_pages = 0.9;
constexpr std::chrono::seconds least_time{1};

std::chrono::nanoseconds changed_at(const struct stat& status) {
  return std::chrono::seconds(status.st_mtim.tv_sec) +
         std::chrono::nanoseconds(status.st_mtim.tv_nsec);
}

Error cannot_be_read() { return {ErrorCode::cannot_open, "it is no file that can be read", {}, 0}; }

Error too_many_bytes(std::size_t most) {
  return {ErrorCode::too_large,
          "it has more bytes than the limit, " + std::to_string(most >> 20U) + " MB",
          "Split it, or allow more with --max-bytes.", 0};
}

Error too_late(std::chrono::seconds limit, int page) {
  return {ErrorCode::timed_out,
          "the document took longer than " + std::to_string(limit.count()) + " s",
          {},
          page};
}

Error changed_meanwhile() {
  return {ErrorCode::cannot_open, "it changed while it was read", "Try again.", 0};
}

bool is_of_limits(const Error& error) {
  return error.code == ErrorCode::timed_out || error.code == ErrorCode::too_large ||
         error.code == ErrorCode::worker_died;
}

}  // namespace

void DocumentQueue::add(DocumentInput input) {
  Document document;
  document.file = FileDescriptor(input.fd);
  document.shown_name = std::move(input.shown_name);
  document.link = std::move(input.link);
  struct stat status {};
  DocumentResult result;
  result.id = input.id;
  if (fstat(input.fd, &status) != 0 || !S_ISREG(status.st_mode)) {
    result.outputs = cannot_be_read();
    finished_.push_back(std::move(result));
    return;
  }
  if (static_cast<std::size_t>(status.st_size) > limits_.max_bytes) {
    result.outputs = too_many_bytes(limits_.max_bytes);
    finished_.push_back(std::move(result));
    return;
  }
  document.bytes = status.st_size;
  document.changed = changed_at(status);
  document.time_limit = limits_.time_for(0);
  documents_.emplace(input.id, std::move(document));
  ready_.push_back(input.id);
}

std::size_t DocumentQueue::to_open() const {
  return static_cast<std::size_t>(std::count_if(
      ready_.begin(), ready_.end(), [&](auto id) { return documents_.at(id).next == Kind::open; }));
}

std::optional<WorkerTask> DocumentQueue::next_task(Clock::time_point now) {
  page_is_next_ = !page_is_next_;
  if (page_is_next_) {
    if (std::optional<WorkerTask> task = page_task(now)) return task;
    return task_of_document(now);
  }
  if (std::optional<WorkerTask> task = task_of_document(now)) return task;
  return page_task(now);
}

std::optional<WorkerTask> DocumentQueue::task_of_document(Clock::time_point now) {
  if (ready_.empty()) return std::nullopt;
  const std::uint64_t id = ready_.front();
  ready_.pop_front();
  Document& document = documents_.at(id);
  const Clock::duration left =
      std::max<Clock::duration>(document.time_limit - time_of(document, now), least_time);
  if (document.next == Kind::assemble) {
    return begin(id, {id, Kind::assemble, 0},
                 assemble_request(document.shown_name, document.link, document.recognized), left,
                 now);
  }
  WorkerTask task =
      begin(id, {id, Kind::open, 0}, open_request(document.shown_name, document.link, document.odt),
            left, now);
  task.longest_time = limits_.time.value_or(Limits::longest_time);
  return task;
}

std::optional<WorkerTask> DocumentQueue::page_task(Clock::time_point now) {
  while (!scans_.empty()) {
    const std::uint64_t id = scans_.front();
    Document& document = documents_.at(id);
    const Clock::duration left =
        std::chrono::duration_cast<Clock::duration>(document.time_limit * share_of_pages) -
        time_of(document, now);
    if (left <= Clock::duration::zero()) {
      scans_.pop_front();
      give_up_pages(document);
      assemble_if_complete(id, document);
      if (document.next == Kind::assemble) return task_of_document(now);
      continue;
    }
    const int page = document.pages_left.front();
    document.pages_left.pop_front();
    if (document.pages_left.empty()) scans_.pop_front();
    return begin(id, {id, Kind::page, page}, page_request(page),
                 std::min<Clock::duration>(left, Limits::time_of_a_document), now);
  }
  return std::nullopt;
}

WorkerTask DocumentQueue::begin(std::uint64_t id, Running running, Message request,
                                Clock::duration time_limit, Clock::time_point now) {
  Document& document = documents_.at(id);
  begin_work(document, now);
  WorkerTask task;
  task.id = next_task_id_++;
  task.request = std::move(request);
  task.file = document.file.get();
  task.time_limit = std::chrono::ceil<std::chrono::milliseconds>(time_limit);
  running_.emplace(task.id, running);
  return task;
}

void DocumentQueue::begin_work(Document& document, Clock::time_point now) {
  if (document.running++ == 0) document.running_since = now;
}

void DocumentQueue::end_work(Document& document, Clock::time_point now) {
  if (--document.running == 0) document.time_before += now - document.running_since;
}

std::optional<DocumentQueue::OfficeTask> DocumentQueue::next_office_task(Clock::time_point now) {
  if (for_office_.empty()) return std::nullopt;
  const std::uint64_t id = for_office_.front();
  for_office_.pop_front();
  Document& document = documents_.at(id);
  const auto left =
      std::chrono::ceil<std::chrono::seconds>(document.time_limit - time_of(document, now));
  begin_work(document, now);
  return OfficeTask{id, document.file.get(), document.format, std::max(left, least_time)};
}

void DocumentQueue::take_odt(std::uint64_t id, Result<std::string> odt, Clock::time_point now) {
  Document& document = documents_.at(id);
  end_work(document, now);
  if (!odt.ok()) {
    DocumentResult result;
    result.outputs = odt.error();
    return finish(id, std::move(result), now);
  }
  document.odt = std::move(odt).value();
  document.next = Kind::open;
  ready_.push_front(id);
}

void DocumentQueue::give_up_pages(Document& document) {
  for (const int page : document.pages_left)
    document.recognized.emplace(page, too_late(document.time_limit, page));
  document.pages_left.clear();
}

void DocumentQueue::assemble_if_complete(std::uint64_t id, Document& document) {
  if (document.running > 0 || !document.pages_left.empty()) return;
  document.next = Kind::assemble;
  ready_.push_front(id);
}

void DocumentQueue::take(WorkerResult result, Clock::time_point now) {
  const Running running = running_.at(result.id);
  running_.erase(result.id);
  Document& document = documents_.at(running.document);
  end_work(document, now);
  document.peak_memory_bytes = std::max(document.peak_memory_bytes, result.peak_memory_bytes);
  if (result.killed_from_outside && try_again(running, document)) return;
  switch (running.kind) {
    case Kind::open: return take_opened(running.document, document, std::move(result.answer), now);
    case Kind::assemble:
      return take_product(running.document, document, std::move(result.answer), now);
    case Kind::office:
    case Kind::page: break;
  }
  Result<std::string> page = result.answer.ok() && !result.answer->empty()
                                 ? Result<std::string>(std::move(result.answer.value().front()))
                             : result.answer.ok() ? Result<std::string>(std::string())
                                                  : Result<std::string>(result.answer.error());
  document.recognized.emplace(running.page, std::move(page));
  assemble_if_complete(running.document, document);
}

// What somebody else killed is not to blame.
bool DocumentQueue::try_again(const Running& running, Document& document) {
  if (running.kind != Kind::page) {
    if (std::exchange(document.retried, true)) return false;
    ready_.push_front(running.document);
    return true;
  }
  if (!document.pages_retried.insert(running.page).second) return false;
  if (document.pages_left.empty()) scans_.push_front(running.document);
  document.pages_left.push_front(running.page);
  return true;
}

void DocumentQueue::take_opened(std::uint64_t id, Document& document, Result<Message> answer,
                                Clock::time_point now) {
  if (const auto format = answer ? office_format_in(*answer) : std::nullopt;
      format && document.odt.empty()) {
    document.format = *format;
    document.next = Kind::office;
    for_office_.push_back(id);
    return;
  }
  const std::optional<PagesToRecognize> pages =
      answer ? pages_in(*answer) : std::optional<PagesToRecognize>();
  if (!pages) return take_product(id, document, std::move(answer), now);
  document.time_limit = limits_.time_for(pages->all);
  document.wanted = pages->pages.size();
  document.pages_left.assign(pages->pages.begin(), pages->pages.end());
  document.next = Kind::page;
  scans_.push_back(id);
}

void DocumentQueue::take_product(std::uint64_t id, Document& document, Result<Message> answer,
                                 Clock::time_point now) {
  DocumentResult result;
  Result<Product> product = product_of(document, std::move(answer));
  if (has_changed(document)) {
    result.outputs = changed_meanwhile();
  } else if (product) {
    result.pages = product->pages;
    result.failed_pages = product->failed_pages;
    result.partial = product->failed_pages > 0;
    result.outputs = std::move(product.value().outputs);
  } else {
    result.outputs = product.error();
  }
  finish(id, std::move(result), now);
}

Result<Product> DocumentQueue::product_of(const Document& document, Result<Message> answer) {
  if (!answer) return cause_of(document, answer.error());
  std::optional<Product> product = product_in(std::move(answer).value());
  if (!product) return answer_of({}).error();
  return *std::move(product);
}

// Of a document without a page that could be read: what became of its first, where a limit did it.
Error DocumentQueue::cause_of(const Document& document, const Error& error) {
  if (error.code != ErrorCode::damaged && error.code != ErrorCode::no_text) return error;
  for (const auto& [page, recognized] : document.recognized) {
    if (recognized.ok() || !is_of_limits(recognized.error())) continue;
    Error cause = recognized.error();
    cause.page = page;
    return cause;
  }
  return error;
}

void DocumentQueue::finish(std::uint64_t id, DocumentResult result, Clock::time_point now) {
  const Document& document = documents_.at(id);
  result.id = id;
  result.seconds = std::chrono::duration<double>(time_of(document, now)).count();
  result.peak_memory_bytes = document.peak_memory_bytes;
  documents_.erase(id);
  finished_.push_back(std::move(result));
}

std::optional<DocumentResult> DocumentQueue::take_finished() {
  if (finished_.empty()) return std::nullopt;
  DocumentResult result = std::move(finished_.front());
  finished_.pop_front();
  return result;
}

std::vector<std::uint64_t> DocumentQueue::withdraw() {
  std::vector<std::uint64_t> ids;
  for (auto at = documents_.begin(); at != documents_.end();) {
    const auto& [id, document] = *at;
    const bool begun =
        document.running > 0 || document.next == Kind::assemble || document.next == Kind::office ||
        !document.odt.empty() ||
        (document.next == Kind::page && document.pages_left.size() < document.wanted);
    if (begun) {
      ++at;
      continue;
    }
    ids.push_back(id);
    std::erase(ready_, id);
    std::erase(scans_, id);
    at = documents_.erase(at);
  }
  return ids;
}

DocumentQueue::Clock::duration DocumentQueue::time_of(const Document& document,
                                                      Clock::time_point now) {
  return document.time_before +
         (document.running > 0 ? now - document.running_since : Clock::duration::zero());
}

bool DocumentQueue::has_changed(const Document& document) {
  struct stat status {};
  return fstat(document.file.get(), &status) != 0 || status.st_size != document.bytes ||
         changed_at(status) != document.changed;
}

}  // namespace trichyeu
