#include "tools/conversion/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

namespace trichyeu {

std::optional<MappedFile> MappedFile::open(int fd) {
  struct stat status {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return MappedFile({});
  void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (start == MAP_FAILED) return std::nullopt;
  return MappedFile({static_cast<const char*>(start), size});
}

MappedFile::~MappedFile() {
  if (!bytes_.empty())
    munmap(const_cast<char*>(bytes_.data()), bytes_.size());  // NOLINT(*-const-cast): its type
}

}  // namespace trichyeu
