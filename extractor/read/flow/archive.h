// The zip container of DOCX, ODT and XLSX, opened in memory: no name of an entry ever becomes a
// path.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

// Documents of a thousand pages stay far below these; bombs do not.
struct ArchiveLimits {
  std::size_t entries = 10'000;
  std::size_t part_bytes = std::size_t{128} << 20;   // of one part, decompressed
  std::size_t total_bytes = std::size_t{256} << 20;  // of all parts that are read
  std::size_t ratio = 250;  // decompressed to compressed, of parts over `ratio_from_bytes`
  std::size_t ratio_from_bytes = std::size_t{8} << 20;
};

class Archive {
 public:
  // `bytes` must outlive the archive. Fails with damaged or too_large.
  [[nodiscard]] static Result<Archive> open(std::string_view bytes,
                                            const ArchiveLimits& limits = {});
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  [[nodiscard]] bool has(const std::string& name) const;
  // The whole part. Fails with damaged (no such part, broken data, a wrong checksum), encrypted,
  // too_large. Sizes are counted as they come out, whatever the directory says.
  [[nodiscard]] Result<std::string> read(const std::string& name);

 private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace trichyeu
