#include "tools/conversion/converter.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "tools/conversion/document_queue.h"
#include "tools/conversion/document_tasks.h"
#include "tools/conversion/wake_ups.h"
#include "tools/office/office_runs.h"
#include "tools/worker/pool.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_under_way = 256;  // documents; each holds a file open

std::size_t worker_count(int asked) {
  return asked > 0 ? static_cast<std::size_t>(asked)
                   : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace

class Converter::Implementation {
 public:
  using Clock = std::chrono::steady_clock;

  Implementation(const ConverterOptions& options, Pool pool)
      : workers_(worker_count(options.workers)),
        queue_(options.limits),
        pool_(std::move(pool)),
        offices_((workers_ + 1) / 2) {}

  [[nodiscard]] const Confined& confined() const { return pool_.confined(); }
  [[nodiscard]] std::size_t under_way() const { return queue_.size(); }
  [[nodiscard]] bool has_room() const {
    return queue_.to_open() < 2 * workers_ && queue_.size() < most_under_way;
  }

  void submit(DocumentInput input) {
    queue_.add(std::move(input));
    give_tasks();
  }

  std::optional<DocumentResult> wait(int wake_up_fd, std::optional<Clock::time_point> until) {
    for (;;) {
      if (auto result = queue_.take_finished()) return result;
      if (queue_.size() == 0) return std::nullopt;
      const bool moved_on = wait_for_work(wake_up_fd, until);
      give_tasks();
      if (!moved_on && (is_readable(wake_up_fd) || (until && Clock::now() >= *until)))
        return std::nullopt;
    }
  }

  std::vector<std::uint64_t> withdraw() { return queue_.withdraw(); }

 private:
  // Takes what workers and LibreOffice have done. False where a while went by without any.
  bool wait_for_work(int wake_up_fd, std::optional<Clock::time_point> until) {
    std::vector<int> fds = offices_.fds();
    fds.push_back(wake_up_fd);
    const WakeUps wake_ups(fds);
    const auto deadline = offices_.next_deadline();
    if (deadline) until = std::min(until.value_or(Clock::time_point::max()), *deadline);
    std::vector<WorkerResult> results;
    if (pool_.is_busy()) {
      results = pool_.wait(wake_ups.fd(), until);
    } else {
      wake_ups.wait(until);
    }
    for (WorkerResult& result : results) queue_.take(std::move(result), Clock::now());
    std::vector<OfficeRuns::Ended> ended = offices_.take_ended(Clock::now());
    for (OfficeRuns::Ended& one : ended) queue_.take_odt(one.id, std::move(one.odt), Clock::now());
    return !results.empty() || !ended.empty();
  }

  void give_tasks() {
    while (offices_.has_room()) {
      const auto task = queue_.next_office_task(Clock::now());
      if (!task) break;
      offices_.start(task->id, task->file, task->format, task->time_limit);
    }
    while (pool_.has_idle()) {
      const std::optional<WorkerTask> task = queue_.next_task(Clock::now());
      if (!task) return;
      pool_.run(*task);
    }
  }

  std::size_t workers_;
  DocumentQueue queue_;
  Pool pool_;
  OfficeRuns offices_;
};

Converter::Converter(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Result<Converter> Converter::start(const ConverterOptions& options) {
  PoolOptions pool_options;
  pool_options.workers = worker_count(options.workers);
  pool_options.setup.handler = document_task_handler(options);
  pool_options.setup.confinement =
      confinement_of_readers(options.reading.tessdata, options.limits, options.require_sandbox);
  Result<Pool> pool = Pool::start(std::move(pool_options));
  if (!pool) return pool.error();
  return Converter(std::make_unique<Implementation>(options, std::move(pool).value()));
}

bool Converter::has_room() const { return implementation_->has_room(); }
std::size_t Converter::under_way() const { return implementation_->under_way(); }
void Converter::submit(DocumentInput input) { implementation_->submit(std::move(input)); }

std::optional<DocumentResult> Converter::wait(int wake_up_fd,
                                              std::optional<std::chrono::milliseconds> longest) {
  std::optional<Implementation::Clock::time_point> until;
  if (longest) until = Implementation::Clock::now() + *longest;
  return implementation_->wait(wake_up_fd, until);
}

std::vector<std::uint64_t> Converter::withdraw() { return implementation_->withdraw(); }
const Confined& Converter::confined() const { return implementation_->confined(); }

}  // namespace trichyeu
