#include "extractor/read/embedded_rows.h"

#include <algorithm>

#include "trichyeu_read_embedded.h"

namespace trichyeu {

std::vector<std::string_view> embedded_rows(std::string_view file) {
  std::vector<std::string_view> rows;
  for (std::string_view rest = trichyeu_read::file_named(file); !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!row.empty() && row.front() != '#') rows.push_back(row);
  }
  return rows;
}

std::string_view next_field(std::string_view& row) {
  const std::size_t end = std::min(row.find('\t'), row.size());
  const std::string_view field = row.substr(0, end);
  row.remove_prefix(std::min(end + 1, row.size()));
  return field;
}

}  // namespace trichyeu
