// Disks that fail, mounted for a test; only root may.
#pragma once

#include <filesystem>

namespace trichyeu::testing {

// One that is soon full.
class SmallDisk {
 public:
  explicit SmallDisk(std::filesystem::path folder);
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool is_there() const { return is_mounted_; }
  [[nodiscard]] bool resize(unsigned kib) const;

 private:
  std::filesystem::path folder_;
  bool is_mounted_ = false;
};

// One whose power is cut: what was not settled by fsync is lost. An ext4 of 64 MiB in a file.
class FragileDisk {
 public:
  explicit FragileDisk(std::filesystem::path folder);
  ~FragileDisk();
  FragileDisk(const FragileDisk&) = delete;
  FragileDisk& operator=(const FragileDisk&) = delete;

  [[nodiscard]] bool is_there() const { return is_mounted_; }
  // From now on nothing reaches the disk, and every call on it fails.
  [[nodiscard]] bool cut_power() const;
  // When nobody uses it any more: mounts it again, with what had reached it.
  [[nodiscard]] bool start_again();

 private:
  bool mount();
  void unmount();

  std::filesystem::path folder_;
  std::filesystem::path image_;
  bool is_mounted_ = false;
};

// Everything in it goes, it stays.
void empty_folder(const std::filesystem::path& folder);

}  // namespace trichyeu::testing
