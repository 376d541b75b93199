// What a worker gives up before it touches a byte of input.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/result.h"
#include "tools/worker/limits.h"

namespace trichyeu {

struct Confinement {
  std::size_t memory_bytes = 0;       // address space; 0: as much as there is
  std::vector<std::string> readable;  // it opens files there alone: data_folders
  bool required = false;              // an error where the kernel refuses a part
};

// That of a worker that reads documents; `tessdata` as in ReadOptions.
[[nodiscard]] Confinement confinement_of_readers(const std::string& tessdata, const Limits& limits,
                                                 bool required);

// What the kernel granted.
struct Confined {
  bool calls_filtered = false;  // system_calls.h
  bool files_narrowed = false;  // file_access.h

  [[nodiscard]] bool wholly() const { return calls_filtered && files_narrowed; }
};

// In words: "system calls filtered, files narrowed".
[[nodiscard]] std::string description_of(const Confined& confined);

// For a process between fork and its work: limits on memory, files and core dumps, no writing to
// any file, no new privileges, and the two filters. Fails with not_confined.
[[nodiscard]] Result<Confined> confine(const Confinement& confinement);

}  // namespace trichyeu
