#include "tests/end_to_end/disks.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

namespace trichyeu::testing {
namespace {

constexpr std::uintmax_t image_bytes = std::uintmax_t{64} << 20U;
// Of fs/ext4/ext4.h, which is not among the kernel's public headers.
constexpr unsigned long shut_down = _IOR('X', 125, std::uint32_t);
constexpr std::uint32_t without_flushing_the_journal = 2;

bool runs(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

SmallDisk::SmallDisk(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
  is_mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m") == 0;
}

SmallDisk::~SmallDisk() {
  if (is_mounted_) umount2(folder_.c_str(), MNT_DETACH);
}

bool SmallDisk::resize(unsigned kib) const {
  const std::string size = "size=" + std::to_string(kib) + "k";
  return ::mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT, size.c_str()) == 0;
}

FragileDisk::FragileDisk(std::filesystem::path folder)
    : folder_(std::move(folder)), image_(folder_.string() + ".image") {
  std::filesystem::create_directories(folder_);
  std::ofstream(image_).close();
  std::filesystem::resize_file(image_, image_bytes);
  if (runs("mkfs.ext4 -q -F '" + image_.string() + "'")) mount();
}

FragileDisk::~FragileDisk() { unmount(); }

bool FragileDisk::mount() {
  is_mounted_ = runs("mount -o loop '" + image_.string() + "' '" + folder_.string() + "'");
  return is_mounted_;
}

void FragileDisk::unmount() {
  if (is_mounted_) is_mounted_ = !runs("umount '" + folder_.string() + "'");
}

bool FragileDisk::cut_power() const {
  const int folder = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  std::uint32_t how = without_flushing_the_journal;
  const bool is_cut = folder >= 0 && ioctl(folder, shut_down, &how) == 0;
  if (folder >= 0) close(folder);
  return is_cut;
}

bool FragileDisk::start_again() {
  unmount();
  return !is_mounted_ && mount();
}

void empty_folder(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    std::filesystem::remove_all(entry.path());
}

}  // namespace trichyeu::testing
