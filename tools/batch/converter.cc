#include "tools/batch/converter.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "tools/batch/document_queue.h"
#include "tools/batch/document_tasks.h"
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
      : workers_(worker_count(options.workers)), queue_(options.limits), pool_(std::move(pool)) {}

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
      std::vector<WorkerResult> results = pool_.wait(wake_up_fd, until);
      if (results.empty()) return std::nullopt;
      for (WorkerResult& result : results) queue_.take(std::move(result), Clock::now());
      give_tasks();
    }
  }

  std::vector<std::uint64_t> withdraw() { return queue_.withdraw(); }

 private:
  void give_tasks() {
    while (pool_.has_idle()) {
      const std::optional<WorkerTask> task = queue_.next_task(Clock::now());
      if (!task) return;
      pool_.run(*task);
    }
  }

  std::size_t workers_;
  DocumentQueue queue_;
  Pool pool_;
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
