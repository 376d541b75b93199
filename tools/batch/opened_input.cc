#include "tools/batch/opened_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "models/sha256.h"

namespace trichyeu {
namespace {

Error cannot_open() {
  return {ErrorCode::cannot_open, std::string("it cannot be read: ") + std::strerror(errno),
          "Check its name and its permissions.", 0};
}

Error too_large(std::size_t most) {
  return {ErrorCode::too_large, "it has more than " + std::to_string(most) + " bytes",
          "Split it, or allow more with --max-bytes.", 0};
}

std::string kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

std::optional<Error> refusal(const struct stat& status, std::size_t max_bytes) {
  if (!S_ISREG(status.st_mode))
    return Error{ErrorCode::not_a_file, "it is " + kind_of(status.st_mode) + ", not a file", {}, 0};
  if (status.st_size > 0 && static_cast<std::size_t>(status.st_size) > max_bytes)
    return too_large(max_bytes);
  return std::nullopt;
}

}  // namespace

Result<OpenedInput> OpenedInput::open(const std::string& path, std::size_t max_bytes) {
  struct stat status {};
  // Asked first: to open a device may already do something.
  if (::stat(path.c_str(), &status) != 0) return cannot_open();
  if (auto error = refusal(status, max_bytes)) return *error;
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (fd < 0) return cannot_open();
  OpenedInput input(fd, stamp_of(path), max_bytes);
  if (fstat(fd, &status) != 0) return cannot_open();
  if (auto error = refusal(status, max_bytes)) return *error;
  return input;
}

OpenedInput::~OpenedInput() {
  if (fd_ >= 0) close(fd_);
}

OpenedInput::OpenedInput(OpenedInput&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), stamp_(other.stamp_), max_bytes_(other.max_bytes_) {}

// A file may grow, and some of /proc have no end: what is read is bounded too.
Result<std::string> OpenedInput::sha256() const {
  Sha256 sum;
  std::array<char, 65536> block{};
  for (std::size_t at = 0; at <= max_bytes_;) {
    const ssize_t size = pread(fd_, block.data(), block.size(), static_cast<off_t>(at));
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return cannot_open();
    if (size == 0) return sum.hex();
    sum.add({block.data(), static_cast<std::size_t>(size)});
    at += static_cast<std::size_t>(size);
  }
  return too_large(max_bytes_);
}

int OpenedInput::release() { return std::exchange(fd_, -1); }

}  // namespace trichyeu
