// The files below a folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/batch/inputs.h"

namespace trichyeu {

class FolderWalk {
 public:
  FolderWalk(const std::filesystem::path& left_out, const VisitInput& visit);

  // All below `path`, at `target` and below it. A folder that cannot be read, or that a link leads
  // back to, is itself an input with a problem.
  void walk(const std::string& path, const std::string& target);

 private:
  using Identity = std::pair<std::uint64_t, std::uint64_t>;  // device and inode

  static std::optional<Identity> identity_of(const std::string& path);
  [[nodiscard]] std::optional<Error> refusal(const Identity& folder, int links) const;
  void tell(const std::string& path, const std::string& target, const Error& problem);
  void enter(const std::string& path, const std::string& target, int links);
  void read_folder(const std::string& path, const std::string& target, int links);

  std::optional<Identity> left_out_;
  const VisitInput& visit_;
  std::vector<Identity> above_;  // the folders being read, outermost first
};

}  // namespace trichyeu
