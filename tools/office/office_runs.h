// Documents that LibreOffice is at work on, a few at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/office/office_run.h"

namespace trichyeu {

class OfficeRuns {
 public:
  using Clock = OfficeRun::Clock;

  explicit OfficeRuns(std::size_t most) : most_(most) {}

  [[nodiscard]] bool has_room() const { return runs_.size() + failed_.size() < most_; }

  // `id` is the caller's own; else as OfficeRun::start, whose errors are results.
  void start(std::uint64_t id, int file, OfficeFormat format, std::chrono::seconds time_limit);

  struct Ended {
    std::uint64_t id = 0;
    Result<std::string> odt = std::string();
  };
  [[nodiscard]] std::vector<Ended> take_ended(Clock::time_point now);

  // Readable when one has ended.
  [[nodiscard]] std::vector<int> fds() const;
  // When there may be something to take even if no child ends; nothing where none is at work.
  [[nodiscard]] std::optional<Clock::time_point> next_deadline() const;

 private:
  std::size_t most_;
  std::map<std::uint64_t, OfficeRun> runs_;
  std::vector<Ended> failed_;  // to start
};

}  // namespace trichyeu
