#include "normalizer/data_file.h"

#include "models/cut.h"
#include "trichyeu_normalizer_embedded.h"

namespace trichyeu {

std::vector<DataRow> rows_of_data_file(std::string_view name) {
  return data_rows(trichyeu_normalizer::file_named(name));
}

std::vector<DataRow> data_rows(std::string_view bytes) {
  std::vector<DataRow> rows;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    DataRow& row = rows.emplace_back();
    while (!line.empty()) row.push_back(cut(line, '\t'));
  }
  return rows;
}

}  // namespace trichyeu
