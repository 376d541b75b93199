#include "tools/batch/merge.h"

#include <list>

#include "tools/batch/batch_folder.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

Error no_manifest() {
  return {ErrorCode::cannot_open, "it holds no manifest of a batch",
          "Name the folder that was given to trichyeu batch -o.", 0};
}

std::optional<Error> absorb(const std::vector<fs::path>& files, Manifest& manifest) {
  for (const fs::path& file : files) {
    Result<Manifest> other = Manifest::open(file, Database::Access::write);
    if (!other) return other.error();
    Transaction transaction = manifest.begin();
    manifest.absorb(other.value(), [](const std::string& /*target*/) { return true; });
    if (auto error = other->error()) return error;
    if (auto error = transaction.commit()) return error;
  }
  return std::nullopt;
}

fs::path with_extension(fs::path manifest, const char* extension) {
  return manifest.replace_extension(extension);
}

void remove_manifest(const fs::path& manifest) {
  std::error_code stays_for_the_next_merge;
  for (const char* extension : {".staging", ".lock", ".sqlite-wal", ".sqlite-shm", ".sqlite"})
    fs::remove_all(with_extension(manifest, extension), stays_for_the_next_merge);
}

}  // namespace

Result<Manifest> united(const fs::path& output) {
  const std::vector<fs::path> files = BatchFolder(output).manifests();
  if (files.empty()) return no_manifest();
  if (files.size() == 1) return Manifest::open(files.front(), Database::Access::write);
  Result<Manifest> manifest = Manifest::temporary();
  if (!manifest) return manifest.error();
  if (auto error = absorb(files, manifest.value())) return *error;
  return manifest;
}

Result<MergeReport> merge_shards(const fs::path& output) {
  const BatchFolder folder(output);
  if (folder.manifests().empty()) return no_manifest();
  const Result<FolderLock> lock = FolderLock::take(folder.lock());
  if (!lock) return lock.error();
  const std::vector<fs::path> shards = folder.others();
  std::list<FolderLock> locks;
  for (const fs::path& shard : shards) {
    Result<FolderLock> taken = FolderLock::take(with_extension(shard, ".lock"));
    if (!taken) return taken.error();
    locks.push_back(std::move(taken).value());
  }
  Result<Manifest> manifest = Manifest::open(folder.manifest(), Database::Access::create);
  if (!manifest) return manifest.error();
  if (auto error = absorb(shards, manifest.value())) return *error;
  for (const fs::path& shard : shards) remove_manifest(shard);
  return MergeReport{shards.size(), manifest.value().totals()};
}

}  // namespace trichyeu
