// Which files a worker may open (Landlock, Linux 5.13 and later).
#pragma once

#include <string>
#include <vector>

namespace trichyeu {

// From now on this process opens for reading the files below `places` (folders, or files) alone,
// and nothing for writing; what is open stays so. Places that are not there are passed over. False
// where the kernel has no Landlock. Before it the process must have given up new privileges.
[[nodiscard]] bool narrow_reading_to(const std::vector<std::string>& places);

// Where fonts, Poppler's data and Tesseract's are; `tessdata` is the caller's own, or empty.
[[nodiscard]] std::vector<std::string> data_folders(const std::string& tessdata);

}  // namespace trichyeu
