// The outputs of a batch on the disk.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/result.h"
#include "tools/batch/batch_folder.h"
#include "tools/batch/records.h"
#include "tools/conversion/converter.h"

namespace trichyeu {

class OutputWriter {
 public:
  // `is_target`: whether an input of this name is known, so that its outputs' names are taken.
  OutputWriter(BatchFolder folder, std::vector<std::string> suffixes,
               std::function<bool(const std::string& target)> is_target)
      : folder_(std::move(folder)),
        suffixes_(std::move(suffixes)),
        is_target_(std::move(is_target)) {}

  // Each whole or not at all, in its folder, which is made. Fails with cannot_write or no_space;
  // some of them may then be there.
  [[nodiscard]] Result<std::vector<OutputRecord>> write(
      const std::string& target, const std::vector<DocumentOutput>& outputs) const;

  // Takes away those of `before` that are not among `now`.
  void remove_stale(const std::string& target, const std::vector<OutputRecord>& before,
                    const std::vector<OutputRecord>& now) const;

 private:
  [[nodiscard]] std::optional<Error> clash(const std::string& target,
                                           const std::string& suffix) const;

  BatchFolder folder_;
  std::vector<std::string> suffixes_;
  std::function<bool(const std::string& target)> is_target_;
};

}  // namespace trichyeu
