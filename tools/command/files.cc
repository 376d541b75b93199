#include "tools/command/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace trichyeu {
namespace {

constexpr std::size_t max_bytes = std::size_t{2} << 30U;
constexpr int max_links = 40;  // as many as the kernel follows

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::string reason() { return std::strerror(errno); }

Error cannot_open(const std::string& why) {
  return {ErrorCode::cannot_open, "it cannot be read: " + why,
          "Check its name and its permissions.", 0};
}

// Of the system call that has just failed.
Error cannot_write() {
  if (errno == ENOSPC || errno == EDQUOT)
    return {ErrorCode::no_space, "the output cannot be written: " + reason(), "Make room.", 0};
  return {ErrorCode::cannot_write, "the output cannot be written: " + reason(),
          "Check that the folder is there and that you may write to it.", 0};
}

// mkostemp's own letters take the place of these.
const std::string unique_letters(6, 'X');

// The name goes away unless the file has taken another one.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::filesystem::path& folder)
      : name_(folder / (".trichyeu-" + unique_letters)), file_(mkostemp(name_.data(), O_CLOEXEC)) {}
  ~TemporaryFile() {
    if (file_.is_open() && !renamed_) unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] bool is_open() const { return file_.is_open(); }

  [[nodiscard]] bool write(std::string_view bytes) const { return write_all(file_.fd(), bytes); }

  // mkostemp lets nobody else read; an output is as readable as any new file.
  [[nodiscard]] bool settle() const {
    const mode_t mask = umask(0);
    umask(mask);
    return fchmod(file_.fd(), 0666 & ~mask) == 0 && fsync(file_.fd()) == 0;
  }

  [[nodiscard]] bool rename_to(const std::filesystem::path& target) {
    renamed_ = std::rename(name_.c_str(), target.c_str()) == 0;
    return renamed_;
  }

 private:
  std::string name_;
  File file_;
  bool renamed_ = false;
};

// A FIFO, a device, a terminal: something else reads it, so it keeps its name.
bool is_passage(const std::filesystem::path& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool write_through(const std::filesystem::path& path, std::string_view bytes) {
  const File file(open(path.c_str(), O_WRONLY | O_CLOEXEC));
  return file.is_open() && write_all(file.fd(), bytes);
}

// What a link leads to, there or not yet: the link itself stays.
std::filesystem::path behind_links(std::filesystem::path path) {
  std::error_code no_link;
  for (int links = 0; links < max_links; ++links) {
    const std::filesystem::path next = std::filesystem::read_symlink(path, no_link);
    if (no_link) break;
    path = path.parent_path() / next;
  }
  return path;
}

// A new name is safe only when its folder is.
void settle_folder(const std::filesystem::path& folder) {
  const File opened(
      open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.is_open()) fsync(opened.fd());
}

}  // namespace

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<std::string> read_file(const std::string& path) {
  const File file(path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return cannot_open(reason());
  struct stat status {};
  if (fstat(file.fd(), &status) != 0) return cannot_open(reason());
  if (S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::cannot_open, "it is a folder",
                 "Name its files: trichyeu convert FOLDER/*", 0};
  }
  std::string bytes;
  if (S_ISREG(status.st_mode) && status.st_size > 0)
    bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t size = ::read(file.fd(), buffer.data(), buffer.size());
    if (size < 0 && errno != EINTR) return cannot_open(reason());
    if (size == 0) return bytes;
    if (size > 0) bytes.append(buffer.data(), static_cast<std::size_t>(size));
    if (bytes.size() > max_bytes)
      return Error{ErrorCode::too_large, "it is over 2 GiB", "Split it.", 0};
  }
}

Result<std::filesystem::path> write_file(const std::filesystem::path& path, std::string_view bytes,
                                         const std::filesystem::path& staging) {
  if (is_passage(path)) {
    if (!write_through(path, bytes)) return cannot_write();
    return path;
  }
  const std::filesystem::path target = behind_links(path);
  TemporaryFile file(staging.empty() ? target.parent_path() : staging);
  if (!file.is_open()) return cannot_write();
  if (!file.write(bytes) || !file.settle()) return cannot_write();
  if (!file.rename_to(target)) {
    // A link or a mount below the output's folder leads to another file system.
    if (errno == EXDEV && !staging.empty()) return write_file(path, bytes);
    return cannot_write();
  }
  settle_folder(target.parent_path());
  return path;
}

}  // namespace trichyeu
