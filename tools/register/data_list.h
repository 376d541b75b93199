// The register's own lists, which the library carries in itself.
#pragma once

#include <string_view>
#include <vector>

#include "normalizer/data_file.h"

namespace trichyeu {

// The bytes of "schema-1.sql"; empty where there is no such file.
[[nodiscard]] std::string_view register_file(std::string_view name);

// The rows of "successions.tsv".
[[nodiscard]] std::vector<DataRow> register_list(std::string_view name);

}  // namespace trichyeu
