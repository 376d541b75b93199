#include "tools/worker/confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>

#include "tools/worker/character_sets.h"
#include "tools/worker/file_access.h"
#include "tools/worker/sanitized.h"
#include "tools/worker/system_calls.h"

namespace trichyeu {
namespace {

constexpr rlim_t most_open_files = 64;

bool limit(__rlimit_resource resource, rlim_t most) {
  rlimit limits{};
  if (getrlimit(resource, &limits) != 0) return false;
  limits.rlim_max = std::min(limits.rlim_max, most);
  limits.rlim_cur = limits.rlim_max;
  return setrlimit(resource, &limits) == 0;
}

bool set_limits(std::size_t memory_bytes) {
  const bool memory_limited = memory_bytes == 0 || is_sanitized || limit(RLIMIT_AS, memory_bytes);
  return memory_limited && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
         limit(RLIMIT_NOFILE, most_open_files);
}

}  // namespace

Confinement confinement_of_readers(const std::string& tessdata, const Limits& limits,
                                   bool required) {
  return {limits.memory_bytes, data_folders(tessdata), required};
}

std::string description_of(const Confined& confined) {
  return std::string(confined.calls_filtered ? "system calls filtered"
                                             : "system calls NOT filtered: no seccomp") +
         ", " +
         (confined.files_narrowed ? "files narrowed to fonts and OCR data"
                                  : "files NOT narrowed: no Landlock");
}

Result<Confined> confine(const Confinement& confinement) {
  Confined confined;
  const bool limited =
      set_limits(confinement.memory_bytes) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (limited) {
    load_character_sets();
    confined.files_narrowed = narrow_reading_to(confinement.readable);
    confined.calls_filtered = filter_system_calls();
  }
  if (!limited || (confinement.required && !confined.wholly())) {
    return Error{ErrorCode::not_confined,
                 limited ? "this kernel does not confine workers: " + description_of(confined)
                         : "this kernel refuses the limits of workers",
                 "Use a kernel with seccomp and Landlock, or go without --require-sandbox.", 0};
  }
  return confined;
}

}  // namespace trichyeu
