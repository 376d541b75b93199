// What a batch keeps in its output folder beside the outputs:
//
//   OUT/.trichyeu/manifest.sqlite          what became of each input
//   OUT/.trichyeu/shard-3-of-16.sqlite     the same of a shard
//   OUT/.trichyeu/NAME.lock                held by the run that writes NAME.sqlite
//   OUT/.trichyeu/NAME.staging/            outputs until they are whole; emptied by the next run
#pragma once

#include <filesystem>
#include <vector>

#include "models/result.h"
#include "tools/batch/shard.h"

namespace trichyeu {

class BatchFolder {
 public:
  explicit BatchFolder(std::filesystem::path output, Shard shard = {});

  [[nodiscard]] const std::filesystem::path& output() const { return output_; }
  [[nodiscard]] std::filesystem::path manifest() const { return file(".sqlite"); }
  [[nodiscard]] std::filesystem::path staging() const { return file(".staging"); }
  [[nodiscard]] std::filesystem::path lock() const { return file(".lock"); }

  // Makes the folders and empties staging(). Only while one holds the lock. Fails with
  // cannot_write or no_space.
  [[nodiscard]] std::optional<Error> prepare() const;

  // All manifests that are there, the whole one first. `others`: but this and its fellow shards,
  // whose inputs are none of this one's.
  [[nodiscard]] std::vector<std::filesystem::path> manifests() const;
  [[nodiscard]] std::vector<std::filesystem::path> others() const;

 private:
  [[nodiscard]] std::filesystem::path file(const char* extension) const;

  std::filesystem::path output_;
  Shard shard_;
};

// Keeps a second run away. The system lets go of it when the process ends, however it does.
class FolderLock {
 public:
  // Fails with cannot_write where another run holds it, or where it cannot be made.
  [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& file);
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace trichyeu
