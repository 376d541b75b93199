#include "tools/office/office_runs.h"

#include <algorithm>

namespace trichyeu {

void OfficeRuns::start(std::uint64_t id, int file, OfficeFormat format,
                       std::chrono::seconds time_limit) {
  Result<OfficeRun> run = OfficeRun::start(file, format, time_limit);
  if (run.ok()) {
    runs_.emplace(id, std::move(run).value());
  } else {
    failed_.push_back({id, run.error()});
  }
}

std::vector<OfficeRuns::Ended> OfficeRuns::take_ended(Clock::time_point now) {
  std::vector<Ended> ended = std::exchange(failed_, {});
  for (auto at = runs_.begin(); at != runs_.end();) {
    auto result = at->second.result(now);
    if (!result) {
      ++at;
      continue;
    }
    ended.push_back({at->first, *std::move(result)});
    at = runs_.erase(at);
  }
  return ended;
}

std::vector<int> OfficeRuns::fds() const {
  std::vector<int> all;
  for (const auto& [id, run] : runs_) all.push_back(run.fd());
  return all;
}

std::optional<OfficeRuns::Clock::time_point> OfficeRuns::next_deadline() const {
  std::optional<Clock::time_point> first;
  if (!failed_.empty()) first = Clock::time_point::min();
  for (const auto& [id, run] : runs_)
    first = std::min(first.value_or(Clock::time_point::max()), run.deadline());
  return first;
}

}  // namespace trichyeu
