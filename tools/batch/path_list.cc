#include "tools/batch/path_list.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace trichyeu {
namespace {

constexpr std::size_t block_bytes = 65536;

Error unreadable() {
  return {ErrorCode::cannot_open,
          std::string("the list of inputs cannot be read: ") + std::strerror(errno),
          "Check its name and its permissions.", 0};
}

class Paths {
 public:
  explicit Paths(const std::function<void(const std::string&)>& visit) : visit_(visit) {}

  void add(std::string_view block) {
    if (!told_ && block.find('\0') != std::string_view::npos) separator_ = '\0';
    told_ = true;
    for (const char byte : block) {
      if (byte == separator_) {
        end();
      } else {
        path_ += byte;
      }
    }
  }

  void end() {
    if (separator_ == '\n' && path_.ends_with('\r')) path_.pop_back();
    if (!path_.empty()) visit_(path_);
    path_.clear();
  }

 private:
  const std::function<void(const std::string&)>& visit_;
  std::string path_;
  char separator_ = '\n';
  bool told_ = false;
};

// As much as there is, at most a whole block; a pipe gives less at a time.
ssize_t read_block(int fd, std::array<char, block_bytes>& block) {
  std::size_t filled = 0;
  while (filled < block.size()) {
    const ssize_t size = read(fd, block.data() + filled, block.size() - filled);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return size;
    if (size == 0) break;
    filled += static_cast<std::size_t>(size);
  }
  return static_cast<ssize_t>(filled);
}

}  // namespace

std::optional<Error> each_path_in(const std::string& list,
                                  const std::function<void(const std::string& path)>& visit) {
  const int fd = list == "-" ? dup(STDIN_FILENO) : open(list.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return unreadable();
  Paths paths(visit);
  std::array<char, block_bytes> block{};
  std::optional<Error> error;
  for (;;) {
    const ssize_t size = read_block(fd, block);
    if (size < 0) error = unreadable();
    if (size <= 0) break;
    paths.add({block.data(), static_cast<std::size_t>(size)});
  }
  close(fd);
  if (!error) paths.end();
  return error;
}

}  // namespace trichyeu
