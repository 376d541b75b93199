// A folder of this process alone, removed with all that is in it.
#pragma once

#include <filesystem>
#include <utility>

namespace trichyeu {

class PrivateFolder {
 public:
  PrivateFolder();  // where temporary files are
  ~PrivateFolder();
  PrivateFolder(PrivateFolder&& other) noexcept : path_(std::move(other.path_)) {
    other.path_.clear();
  }
  PrivateFolder& operator=(PrivateFolder&& other) noexcept {
    path_.swap(other.path_);
    return *this;
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  // empty: none was made

 private:
  std::filesystem::path path_;
};

}  // namespace trichyeu
