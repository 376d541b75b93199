#include "models/formats/scratch_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

namespace trichyeu {

int open_scratch_file(const std::string& folder) {
  if (folder.empty()) return memfd_create("trichyeu", MFD_CLOEXEC);
  // mkostemp's own letters take the place of the last six.
  std::string name = folder + "/.trichyeu-" + std::string(6, 'X');
  const int fd = mkostemp(name.data(), O_CLOEXEC);
  if (fd >= 0) unlink(name.c_str());
  return fd;
}

ScratchFile::ScratchFile(const std::string& folder) : fd_(open_scratch_file(folder)) {}

ScratchFile::~ScratchFile() {
  if (fd_ >= 0) close(fd_);
}

std::string ScratchFile::path() const { return "/proc/self/fd/" + std::to_string(fd_); }

}  // namespace trichyeu
