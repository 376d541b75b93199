#include "normalizer/data_file.h"

#include <algorithm>

#include "trichyeu_normalizer_embedded.h"

namespace trichyeu {
namespace {

std::string_view bytes_of(std::string_view name) {
  for (const auto& [file, bytes] : trichyeu_normalizer::embedded_files()) {
    if (file == name) return bytes;
  }
  return {};
}

std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
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
