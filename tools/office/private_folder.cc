#include "tools/office/private_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace trichyeu {

namespace fs = std::filesystem;

PrivateFolder::PrivateFolder() {
  std::error_code error;
  std::string name =
      (fs::temp_directory_path(error) / ("trichyeu-" + std::string(6, 'X'))).string();
  if (!error && mkdtemp(name.data()) != nullptr) path_ = name;
}

PrivateFolder::~PrivateFolder() {
  std::error_code what_stays_is_only_litter;
  if (!path_.empty()) fs::remove_all(path_, what_stays_is_only_litter);
}

}  // namespace trichyeu
