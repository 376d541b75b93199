// Where the real samples are. They are not part of the tree: a test that needs them skips, and says
// so, where they are absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace trichyeu::testing {

// The folder named by TRICHYEU_SAMPLES, by default ../shared/samples beside the tree; nothing where
// there is no such folder.
inline std::optional<std::filesystem::path> samples_folder() {
  const char* named = std::getenv("TRICHYEU_SAMPLES");
  const std::filesystem::path folder =
      named != nullptr ? named : TRICHYEU_SOURCE_DIR "/../shared/samples";
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  return folder;
}

inline constexpr const char* no_samples = "no samples: TRICHYEU_SAMPLES names no folder";

}  // namespace trichyeu::testing
