#include "normalizer/legacy/code_table.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>
#include <unordered_map>
#include <vector>

#include "normalizer/data_file.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t letter_column = 0;
constexpr std::size_t frequency_column = 1;

unsigned hexadecimal(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

struct Letters {
  DataRow columns;  // their names
  std::vector<DataRow> rows;
};

const Letters& letters() {
  static const Letters read = [] {
    Letters list;
    list.rows = rows_of_data_file("letters.tsv");
    list.columns = list.rows.front();
    list.rows.erase(list.rows.begin());
    return list;
  }();
  return read;
}

std::size_t column_of(Encoding encoding) {
  const DataRow& columns = letters().columns;
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name_of(encoding)) -
                                  columns.begin());
}

// "E1 61EC": E1, and 61 EC.
std::vector<std::string_view> spellings(std::string_view cell) {
  std::vector<std::string_view> list;
  while (!cell.empty() && cell != "-") {
    list.push_back(cell.substr(0, cell.find(' ')));
    cell.remove_prefix(std::min(list.back().size() + 1, cell.size()));
  }
  return list;
}

struct Shown {
  std::unordered_map<char32_t, std::uint8_t> bytes;
  std::array<char32_t, 256> code_points{};
};

Shown read_shown() {
  Shown shown;
  for (unsigned byte = 0; byte < 256; ++byte) shown.code_points[byte] = byte;
  for (const DataRow& row : rows_of_data_file("windows-1252.tsv")) {
    if (row.size() != 2 || row[1].substr(0, 2) != "U+") continue;
    const auto byte = static_cast<std::uint8_t>(hexadecimal(row[0]));
    const char32_t code_point = hexadecimal(row[1].substr(2));
    shown.bytes.emplace(code_point, byte);
    if (byte < 0xA0) shown.code_points[byte] = code_point;
  }
  return shown;
}

const Shown& shown() {
  static const Shown read = read_shown();
  return read;
}

std::unordered_map<char32_t, char32_t> read_rereadings() {
  std::unordered_map<char32_t, char32_t> rereadings;
  for (const DataRow& row : rows_of_data_file("windows-1258.tsv")) {
    if (row.size() == 2 && row[1].substr(0, 2) == "U+")
      rereadings.emplace(hexadecimal(row[1].substr(2)), hexadecimal(row[0]));
  }
  return rereadings;
}

std::unordered_map<char32_t, double> read_frequencies() {
  std::unordered_map<char32_t, double> frequencies;
  for (const DataRow& row : letters().rows) {
    frequencies[code_point_at(row[letter_column], 0).value] =
        std::strtod(std::string(row[frequency_column]).c_str(), nullptr);
  }
  return frequencies;
}

}  // namespace

CodeTable::CodeTable(std::size_t column) {
  for (const DataRow& row : letters().rows) {
    if (column >= row.size()) continue;
    for (const std::string_view spelling : spellings(row[column])) {
      const unsigned bytes = hexadecimal(spelling);
      if (spelling.size() == 2) singles_[bytes] = row[letter_column];
      if (spelling.size() == 4)
        pairs_.emplace(static_cast<std::uint16_t>(bytes), row[letter_column]);
    }
  }
}

const CodeTable& CodeTable::of(Encoding encoding) {
  static const std::map<Encoding, CodeTable> tables = [] {
    std::map<Encoding, CodeTable> read;
    for (const Encoding each : legacy_encodings) read.emplace(each, CodeTable(column_of(each)));
    return read;
  }();
  return tables.at(encoding);
}

std::string_view CodeTable::letter(std::uint8_t first, std::uint8_t second) const {
  const auto found = pairs_.find(static_cast<std::uint16_t>(first << 8U | second));
  return found == pairs_.end() ? std::string_view{} : found->second;
}

std::optional<std::uint8_t> byte_shown_as(char32_t code_point) {
  if (code_point < 0x100) return static_cast<std::uint8_t>(code_point);
  const auto found = shown().bytes.find(code_point);
  if (found == shown().bytes.end()) return std::nullopt;
  return found->second;
}

char32_t shown_for(std::uint8_t byte) { return shown().code_points[byte]; }

char32_t reread(char32_t shown_by_windows_1258) {
  static const std::unordered_map<char32_t, char32_t> rereadings = read_rereadings();
  const auto found = rereadings.find(shown_by_windows_1258);
  return found == rereadings.end() ? shown_by_windows_1258 : found->second;
}

double frequency_of(char32_t letter) {
  static const std::unordered_map<char32_t, double> frequencies = read_frequencies();
  const auto found = frequencies.find(letter);
  return found == frequencies.end() ? 0 : found->second;
}

}  // namespace trichyeu
