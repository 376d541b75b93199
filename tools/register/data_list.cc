#include "tools/register/data_list.h"

#include "trichyeu_register_embedded.h"

namespace trichyeu {

std::string_view register_file(std::string_view name) {
  for (const auto& [file, bytes] : trichyeu_register::embedded_files()) {
    if (file == name) return bytes;
  }
  return {};
}

std::vector<DataRow> register_list(std::string_view name) { return data_rows(register_file(name)); }

}  // namespace trichyeu
