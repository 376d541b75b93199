// The names of sub-folders are kept until the folder is closed, so that a deep tree needs no more
// open folders than one.
#include "tools/batch/folder_walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "tools/batch/targets.h"

namespace trichyeu {
namespace {

// Links that lead to each other in turn name the same folders over and over.
constexpr int max_links = 4;

struct SubFolder {
  std::string name;
  bool is_link = false;
};

Error unreadable() {
  return {ErrorCode::cannot_open, std::string("the folder cannot be read: ") + std::strerror(errno),
          "Check its permissions.", 0};
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

FolderWalk::FolderWalk(const std::filesystem::path& left_out, const VisitInput& visit)
    : left_out_(identity_of(left_out.string())), visit_(visit) {}

std::optional<FolderWalk::Identity> FolderWalk::identity_of(const std::string& path) {
  struct stat status {};
  if (path.empty() || stat(path.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

std::optional<Error> FolderWalk::refusal(const Identity& folder, int links) const {
  if (std::find(above_.begin(), above_.end(), folder) != above_.end())
    return Error{ErrorCode::link_loop, "the link leads back to a folder that it stands in", {}, 0};
  if (links > max_links)
    return Error{ErrorCode::link_loop, "it stands behind too many links", "Name it itself.", 0};
  return std::nullopt;
}

void FolderWalk::walk(const std::string& path, const std::string& target) {
  enter(path, target, 0);
}

// The outermost folder is OUT itself: told under its own name.
void FolderWalk::tell(const std::string& path, const std::string& target, const Error& problem) {
  visit_({path, target.empty() ? target_of(path) : target, true, problem});
}

void FolderWalk::enter(const std::string& path, const std::string& target, int links) {
  const std::optional<Identity> folder = identity_of(path);
  if (folder && folder == left_out_) return;
  std::optional<Error> problem = folder ? refusal(*folder, links) : unreadable();
  if (problem) return tell(path, target, *problem);
  above_.push_back(*folder);
  read_folder(path, target, links);
  above_.pop_back();
}

void FolderWalk::read_folder(const std::string& path, const std::string& target, int links) {
  std::vector<SubFolder> folders;
  {
    const std::unique_ptr<DIR, int (*)(DIR*)> open(opendir(path.c_str()), closedir);
    if (!open) return tell(path, target, unreadable());
    while (const dirent* entry = readdir(open.get())) {
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      const bool may_lead = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
      if (entry->d_type == DT_DIR || (may_lead && is_folder(path + '/' + name))) {
        folders.push_back({name, entry->d_type == DT_LNK});
      } else {
        visit_({path + '/' + name, target_in(target, name), true, std::nullopt});
      }
    }
  }
  for (const SubFolder& folder : folders) {
    enter(path + '/' + folder.name, target_in(target, folder.name),
          links + static_cast<int>(folder.is_link));
  }
}

}  // namespace trichyeu
