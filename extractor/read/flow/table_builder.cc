#include "extractor/read/flow/table_builder.h"

#include <algorithm>
#include <utility>

namespace trichyeu {
namespace {

constexpr int most_columns = 1000;  // as HTML 4.9.11 limits column spans
constexpr int most_rows = 65534;    // and row spans

}  // namespace

void TableBuilder::begin_row() {
  ++row_;
  column_ = 0;
}

void TableBuilder::skip(int columns) {
  column_ = std::min(column_ + std::clamp(columns, 0, most_columns), most_columns - 1);
}

void TableBuilder::pass_covered() {
  while (static_cast<std::size_t>(column_) < columns_.size() &&
         columns_[static_cast<std::size_t>(column_)].free_row > row_) {
    ++column_;
  }
  column_ = std::min(column_, most_columns - 1);
}

void TableBuilder::cover(int from, int column_span, int first_free_row, std::size_t cell) {
  const auto first = static_cast<std::size_t>(from);
  const std::size_t end = first + static_cast<std::size_t>(column_span);
  if (columns_.size() < end) columns_.resize(end);
  for (std::size_t at = first; at < end; ++at) columns_[at] = {first_free_row, cell};
}

int TableBuilder::next_column() {
  pass_covered();
  return column_;
}

FlowCell* TableBuilder::add(int column_span, int row_span) {
  if (row_ < 0) begin_row();
  pass_covered();
  FlowCell cell;
  cell.row = row_;
  cell.column = column_;
  cell.column_span = std::clamp(column_span, 1, most_columns - column_);
  cell.row_span = std::clamp(row_span, 1, most_rows);
  cover(column_, cell.column_span, row_ + cell.row_span, table_.cells.size());
  column_ += cell.column_span;
  return &table_.cells.emplace_back(std::move(cell));
}

bool TableBuilder::continue_above(int column_span) {
  const auto at = static_cast<std::size_t>(column_);
  const bool goes_on = row_ > 0 && at < columns_.size() && columns_[at].free_row == row_ &&
                       columns_[at].cell < table_.cells.size() &&
                       table_.cells[columns_[at].cell].column == column_;
  if (!goes_on) return false;
  FlowCell& above = table_.cells[columns_[at].cell];
  above.row_span = row_ + 1 - above.row;
  cover(column_, std::min(std::max(column_span, 1), above.column_span), row_ + 1,
        columns_[at].cell);
  column_ += above.column_span;
  return true;
}

FlowTable TableBuilder::finish() && {
  for (FlowCell& cell : table_.cells) cell.row_span = std::min(cell.row_span, row_ + 1 - cell.row);
  return std::move(table_);
}

}  // namespace trichyeu
