#include "tools/batch/output_writer.h"

#include <algorithm>
#include <filesystem>

#include "models/sha256.h"
#include "tools/batch/targets.h"
#include "tools/command/files.h"

namespace trichyeu {
namespace {

std::optional<Error> make_folder(const std::filesystem::path& folder) {
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (!code) return std::nullopt;
  const bool full = code == std::errc::no_space_on_device;
  return Error{full ? ErrorCode::no_space : ErrorCode::cannot_write,
               "the folder of the output cannot be made: " + code.message(),
               full ? "Make room." : "Check that no file has its name.", 0};
}

}  // namespace

std::optional<Error> OutputWriter::clash(const std::string& target,
                                         const std::string& suffix) const {
  for (const std::string& other : targets_with_output(target + suffix, suffixes_)) {
    if (other != target && is_target_(other)) {
      return Error{ErrorCode::cannot_write,
                   "its output " + target + suffix + " would take the place of that of " + other,
                   "Convert the two into two folders.", 0};
    }
  }
  return std::nullopt;
}

Result<std::vector<OutputRecord>> OutputWriter::write(
    const std::string& target, const std::vector<DocumentOutput>& outputs) const {
  if (auto error = make_folder((folder_.output() / target).parent_path())) return *error;
  std::vector<OutputRecord> written;
  for (const DocumentOutput& output : outputs) {
    if (auto error = clash(target, output.suffix)) return *error;
    const auto path =
        write_file(folder_.output() / (target + output.suffix), output.bytes, folder_.staging());
    if (!path) return path.error();
    written.push_back(
        {output.suffix, static_cast<std::int64_t>(output.bytes.size()), sha256_hex(output.bytes)});
  }
  return written;
}

void OutputWriter::remove_stale(const std::string& target, const std::vector<OutputRecord>& before,
                                const std::vector<OutputRecord>& now) const {
  for (const OutputRecord& old : before) {
    const bool stays = std::any_of(now.begin(), now.end(), [&](const OutputRecord& each) {
      return each.suffix == old.suffix;
    });
    std::error_code not_there;
    if (!stays) std::filesystem::remove(folder_.output() / (target + old.suffix), not_there);
  }
}

}  // namespace trichyeu
