#include "extractor/read/flow/archive.h"

#include <zip.h>

#include <array>
#include <utility>

namespace trichyeu {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error damaged(std::string what) {
  return {ErrorCode::damaged, std::move(what), "Fetch or export the file again."};
}

Error too_large(std::string what) {
  return {ErrorCode::too_large, std::move(what), "Split the file, or save it again."};
}

}  // namespace

struct Archive::State {
  std::unique_ptr<zip_t, CloseArchive> zip;
  ArchiveLimits limits;
  std::size_t read_bytes = 0;
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

Result<Archive> Archive::open(std::string_view bytes, const ArchiveLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (opened == nullptr) {
    zip_source_free(source);
    return damaged("its zip container is truncated or broken");
  }
  auto state = std::make_unique<State>();
  state->zip.reset(opened);
  state->limits = limits;
  const zip_int64_t entries = zip_get_num_entries(opened, 0);
  if (entries > static_cast<zip_int64_t>(limits.entries)) {
    return too_large(std::to_string(entries) + " parts, the limit is " +
                     std::to_string(limits.entries));
  }
  return Archive(std::move(state));
}

bool Archive::has(const std::string& name) const {
  return zip_name_locate(state_->zip.get(), name.c_str(), 0) >= 0;
}

Result<std::string> Archive::read(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(state_->zip.get(), name.c_str(), 0, &stat) != 0)
    return damaged("its part " + name + " is missing");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return Error{ErrorCode::encrypted, "its part " + name + " needs a password",
                 "Save a copy without a password."};
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(state_->zip.get(), stat.index, 0));
  if (!file) return damaged("its part " + name + " cannot be opened");
  const ArchiveLimits& limits = state_->limits;
  const std::size_t compressed = static_cast<std::size_t>(stat.comp_size) + 1;
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (;;) {
    const zip_int64_t size = zip_fread(file.get(), buffer.data(), buffer.size());
    if (size < 0) return damaged("its part " + name + " is broken");
    if (size == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(size));
    state_->read_bytes += static_cast<std::size_t>(size);
    const bool swells =
        bytes.size() > limits.ratio_from_bytes && bytes.size() / compressed > limits.ratio;
    if (bytes.size() > limits.part_bytes || state_->read_bytes > limits.total_bytes || swells)
      return too_large("its part " + name + " grows beyond the limit when unpacked");
  }
}

}  // namespace trichyeu
