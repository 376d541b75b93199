#include "normalizer/data_file.h"

#include "models/cut.h"
#include "trichyeu_normalizer_embedded.h"

namespace trichyeu {
namespace {

std::string_view bytes_of(std::string_view name) {
  for (const auto& [file, bytes] : trichyeu_normalizer::embedded_files()) {
    if (file == name) return bytes;
  }
  return {};
}

}  // namespace

std::vector<DataRow> rows_of_data_file(std::string_view name) {
  std::vector<DataRow> rows;
  std::string_view rest = bytes_of(name);
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    DataRow& row = rows.emplace_back();
    while (!line.empty()) row.push_back(cut(line, '\t'));
  }
  return rows;
}

}  // namespace trichyeu
