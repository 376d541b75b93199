#include "tests/normalizer/legacy/encoder.h"

#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "normalizer/legacy/code_table.h"
#include "normalizer/letters.h"
#include "normalizer/utf8.h"

namespace trichyeu::testing {
namespace {

using Bytes = std::map<std::string, std::string>;  // by letter

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::string from_hexadecimal(const std::string& digits) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
    bytes += static_cast<char>(std::stoi(digits.substr(at, 2), nullptr, 16));
  return bytes;
}

std::map<std::string, Bytes> read_tables() {
  std::map<std::string, Bytes> tables;
  std::ifstream in(TRICHYEU_SOURCE_DIR "/normalizer/legacy/letters.tsv");
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = cells_of(line);
    if (names.empty()) {
      names = cells;
      continue;
    }
    for (std::size_t i = 2; i < cells.size(); ++i) {
      const std::string first = cells[i].substr(0, cells[i].find(' '));
      if (first != "-") tables[names[i]][cells[0]] = from_hexadecimal(first);
    }
  }
  return tables;
}

std::string bytes_for(const std::string& letter, const Bytes& table) {
  const auto found = table.find(letter);
  if (found != table.end()) return found->second;
  const auto small = table.find(lowercase(letter));
  if (small != table.end()) return small->second;
  const auto byte = byte_shown_as(code_point_at(letter, 0).value);
  return byte ? std::string(1, static_cast<char>(*byte)) : std::string();
}

}  // namespace

std::string encoded(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::unicode || encoding == Encoding::utf8) return std::string(text);
  static const std::map<std::string, Bytes> tables = read_tables();
  const Bytes& table = tables.at(std::string(name_of(encoding)));
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_at(text, at).bytes;
    bytes += bytes_for(std::string(text.substr(at, size)), table);
    at += size;
  }
  return bytes;
}

std::string misread(std::string_view text, Encoding encoding) {
  return shown_as_windows_1252(encoded(text, encoding));
}

}  // namespace trichyeu::testing
