#include <algorithm>

#include "extractor/grammar/grammar.h"

namespace trichyeu {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string> cells_of(std::string_view line) {
  const std::vector<std::string_view> parts = split(line, '\t');
  return {parts.begin(), parts.end()};
}

Error refusal(std::string_view file, std::size_t line, std::string_view what, std::string advice) {
  Error error;
  error.code = ErrorCode::grammar_invalid;
  error.message = std::string(file) + ": line " + std::to_string(line) + ": " + std::string(what);
  error.advice = std::move(advice);
  return error;
}

}  // namespace

Result<WordList> WordList::parse(std::string_view tsv, std::string_view file_name) {
  WordList list;
  std::size_t number = 0;
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) continue;
    if (list.columns_.empty()) {
      list.columns_ = cells_of(line);
      continue;
    }
    list.rows_.push_back(cells_of(line));
    if (list.rows_.back().size() > list.columns_.size()) {
      return refusal(file_name, number, "more cells than the first line has columns",
                     "Part the cells by single tabs, and name every column in the first line.");
    }
  }
  if (list.columns_.empty()) {
    return refusal(file_name, 1, "no columns",
                   "Write the columns' names, parted by tabs, as first line.");
  }
  return list;
}

std::string_view WordList::cell(std::size_t row, std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  return index < rows_[row].size() ? std::string_view(rows_[row][index]) : std::string_view();
}

bool WordList::has_column(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::vector<std::size_t> WordList::rows_with(std::string_view column, std::string_view key) const {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const std::string_view whole = cell(row, column);
    const std::vector<std::string_view> variants = split(whole, '|');
    if (whole == key || std::find(variants.begin(), variants.end(), key) != variants.end()) {
      rows.push_back(row);
    }
  }
  return rows;
}

std::vector<std::string> WordList::entries(std::string_view column) const {
  std::vector<std::string> entries;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (const std::string_view variant : split(cell(row, column), '|')) {
      if (!variant.empty()) entries.emplace_back(variant);
    }
  }
  return entries;
}

}  // namespace trichyeu
