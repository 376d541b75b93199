#include "tools/batch/records.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 5> names{"waiting", "done", "partial", "failed", "skipped"};

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

std::string_view name_of(State state) { return names.at(static_cast<std::size_t>(state)); }

State state_of(std::string_view name) {
  const auto* found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? State::waiting : static_cast<State>(found - names.begin());
}

FileStamp stamp_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return {status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

}  // namespace trichyeu
