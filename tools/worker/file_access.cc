#include "tools/worker/file_access.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "tools/worker/file_descriptor.h"

namespace trichyeu {
namespace {

// Rights that later kernels know; the header may be older.
constexpr std::uint64_t refer_since_2 = 1ULL << 13U;
constexpr std::uint64_t truncate_since_3 = 1ULL << 14U;
constexpr std::uint64_t rights_since_1 = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

// All rights of this kernel; 0 where it has no Landlock.
std::uint64_t all_rights() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  return rights_since_1 | (version >= 2 ? refer_since_2 : 0) |
         (version >= 3 ? truncate_since_3 : 0);
}

// The kernel takes no right to list of what is no folder.
std::uint64_t reading_of(const FileDescriptor& place) {
  struct stat status {};
  const bool is_folder = fstat(place.get(), &status) == 0 && S_ISDIR(status.st_mode);
  return LANDLOCK_ACCESS_FS_READ_FILE | (is_folder ? LANDLOCK_ACCESS_FS_READ_DIR : 0);
}

void allow_reading(const std::string& place, int rules) {
  const FileDescriptor opened(open(place.c_str(), O_PATH | O_CLOEXEC));
  if (!opened.is_open()) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = reading_of(opened);
  rule.parent_fd = opened.get();
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

}  // namespace

bool narrow_reading_to(const std::vector<std::string>& places) {
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = all_rights();
  if (handled.handled_access_fs == 0) return false;
  const FileDescriptor rules(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0)));
  if (!rules.is_open()) return false;
  for (const std::string& place : places) allow_reading(place, rules.get());
  return syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

std::vector<std::string> data_folders(const std::string& tessdata) {
  std::vector<std::string> folders = {"/etc/fonts",
                                      "/usr/share/fontconfig",
                                      "/usr/share/fonts",
                                      "/usr/local/share/fonts",
                                      "/var/cache/fontconfig",
                                      "/usr/share/poppler",
                                      "/usr/share/tesseract-ocr",
                                      "/usr/share/tesseract",
                                      "/usr/share/tessdata",
                                      "/usr/local/share/tessdata"};
  if (const char* prefix = std::getenv("TESSDATA_PREFIX")) folders.emplace_back(prefix);
  if (const char* home = std::getenv("HOME")) {
    for (const char* fonts : {"/.fonts", "/.local/share/fonts", "/.cache/fontconfig"})
      folders.push_back(std::string(home) + fonts);
  }
  if (!tessdata.empty()) folders.push_back(tessdata);
  return folders;
}

}  // namespace trichyeu
