// Files that grow while an export runs and take their names when it is done: all of them, or none.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/formats/plan_writer.h"

namespace trichyeu {

// They grow under hidden names in the folder of their own, and go away where settle() is not
// reached. None is kept open: there may be a calendar for each of a thousand units.
class GrowingFiles : public OutputSink {
 public:
  // The files' names are `stem` with a suffix each: "out/tasks" and ".xlsx". Where a `name` is
  // given, the one file has that.
  explicit GrowingFiles(std::filesystem::path stem, std::filesystem::path name = {})
      : stem_(std::move(stem)), name_(std::move(name)) {}
  ~GrowingFiles() override;
  GrowingFiles(const GrowingFiles&) = delete;
  GrowingFiles& operator=(const GrowingFiles&) = delete;

  // Fails with cannot_write.
  [[nodiscard]] std::optional<Error> append(const std::string& suffix,
                                            std::string_view bytes) override;

  // Puts every file in its place, in the order of their names; they are then on the disk. Fails
  // with cannot_write; files that were there before then stay as they were, but for those whose
  // place was taken already.
  [[nodiscard]] Result<std::vector<std::string>> settle();

 private:
  std::filesystem::path stem_;
  std::filesystem::path name_;
  std::map<std::filesystem::path, std::string> grown_;  // hidden names of the files, by name
};

}  // namespace trichyeu
