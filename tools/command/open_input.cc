#include "tools/command/open_input.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "tools/command/files.h"
#include "tools/command/output_names.h"

namespace trichyeu {
namespace {

Error cannot_open() {
  return {ErrorCode::cannot_open, std::string("it cannot be read: ") + std::strerror(errno),
          "Check its name and its permissions.", 0};
}

Result<FileDescriptor> kept_in_memory(int from, std::size_t max_bytes) {
  FileDescriptor memory(memfd_create("input", MFD_CLOEXEC));
  if (!memory.is_open()) return cannot_open();
  std::array<char, 65536> buffer{};
  for (std::size_t all = 0;;) {
    const ssize_t got = read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) return memory;
    if (got < 0) return cannot_open();
    all += static_cast<std::size_t>(got);
    if (all > max_bytes) {
      return Error{ErrorCode::too_large,
                   "it has more bytes than the limit, " + std::to_string(max_bytes >> 20U) + " MB",
                   "Split it, or allow more with --max-bytes.", 0};
    }
    if (!write_all(memory.get(), {buffer.data(), static_cast<std::size_t>(got)}))
      return cannot_open();
  }
}

}  // namespace

Result<FileDescriptor> open_input(const std::string& path, std::size_t max_bytes) {
  if (path == standard_stream) return kept_in_memory(STDIN_FILENO, max_bytes);
  FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || fstat(file.get(), &status) != 0) return cannot_open();
  if (S_ISREG(status.st_mode) && status.st_size > 0) return file;  // files of /proc show no size
  return kept_in_memory(file.get(), max_bytes);
}

}  // namespace trichyeu
