// An open file's bytes as memory. A file that is cut while it is read ends the process: for workers
// only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace trichyeu {

class MappedFile {
 public:
  // Nothing where `fd` is no file that can be mapped.
  [[nodiscard]] static std::optional<MappedFile> open(int fd);

  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace trichyeu
