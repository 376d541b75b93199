#include "tools/register/data_list.h"

#include "trichyeu_register_embedded.h"

namespace trichyeu {

std::string_view register_file(std::string_view name) {
  return trichyeu_register::file_named(name);
}

std::vector<DataRow> register_list(std::string_view name) { return data_rows(register_file(name)); }

}  // namespace trichyeu
