#include "tools/batch/inputs.h"

#include <glob.h>
#include <sys/stat.h>

#include "tools/batch/folder_walk.h"
#include "tools/batch/path_list.h"
#include "tools/batch/targets.h"

namespace trichyeu {
namespace {

bool is_there(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_pattern(const std::string& name) {
  return name.find_first_of("*?[") != std::string::npos && !is_there(name);
}

std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> matches;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
    matches.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return matches;
}

// A folder's files stand below OUT itself, a file keeps its path.
void visit_name(const std::string& name, const InputSources& sources, const VisitInput& visit) {
  if (is_folder(name)) {
    FolderWalk(sources.output_folder, visit).walk(name, {});
  } else {
    visit({name, target_of(name), false, std::nullopt});
  }
}

void visit_pattern(const std::string& pattern, const InputSources& sources,
                   const VisitInput& visit) {
  const std::vector<std::string> matches = matches_of(pattern);
  for (const std::string& match : matches) {
    if (is_folder(match)) {
      FolderWalk(sources.output_folder, visit).walk(match, target_of(match));
    } else {
      visit({match, target_of(match), false, std::nullopt});
    }
  }
  if (matches.empty()) {
    visit({pattern, target_of(pattern), false,
           Error{ErrorCode::cannot_open, "no file matches the pattern", "Check its name.", 0}});
  }
}

}  // namespace

std::optional<Error> each_input(const InputSources& sources, const VisitInput& visit) {
  for (const std::string& name : sources.named) {
    if (is_pattern(name)) {
      visit_pattern(name, sources, visit);
    } else {
      visit_name(name, sources, visit);
    }
  }
  if (sources.list.empty()) return std::nullopt;
  return each_path_in(sources.list,
                      [&](const std::string& name) { visit_name(name, sources, visit); });
}

void each_input_in(const std::filesystem::path& folder, const std::filesystem::path& path,
                   const std::filesystem::path& output_folder, const VisitInput& visit) {
  const std::string target = target_of(path.lexically_relative(folder).string());
  if (is_folder(path.string())) {
    FolderWalk(output_folder, visit).walk(path.string(), target);
  } else {
    visit({path.string(), target, true, std::nullopt});
  }
}

}  // namespace trichyeu
