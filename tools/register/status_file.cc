#include "tools/register/status_file.h"

#include <algorithm>
#include <map>
#include <optional>

#include "models/cut.h"
#include "tools/register/data_list.h"
#include "tools/register/days.h"
#include "tools/register/delimited_text.h"
#include "tools/register/text_keys.h"
#include "tools/register/work_name.h"

namespace trichyeu {
namespace {

// Columns by what they say: "number" -> 1.
using Columns = std::map<std::string, std::size_t, std::less<>>;

std::string head_key(std::string_view head) {
  std::string key = search_key(head);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

std::string field_of(std::string_view head) {
  const std::string key = head_key(head);
  for (const DataRow& row : register_list("status-columns.tsv")) {
    for (std::string_view heads = row[1]; !heads.empty();) {
      if (cut(heads, '|') == key) return std::string(row[0]);
    }
  }
  return {};
}

std::string heads_of(std::string_view field) {
  for (const DataRow& row : register_list("status-columns.tsv")) {
    if (row[0] != field) continue;
    std::string heads(row[1]);
    for (std::size_t at = heads.find('|'); at != std::string::npos; at = heads.find('|', at))
      heads.replace(at, 1, ", ");
    return heads;
  }
  return {};
}

Error wrong_columns(int line, const std::string& what, const std::string& advice) {
  return {ErrorCode::unknown_type, "line " + std::to_string(line) + ": " + what, advice, 0};
}

Result<Columns> columns_of(const DelimitedRow& head) {
  Columns columns;
  for (std::size_t at = 0; at < head.cells.size(); ++at) {
    const std::string field = field_of(head.cells[at]);
    if (!field.empty()) columns.emplace(field, at);
  }
  if (columns.find("number") == columns.end()) {
    return wrong_columns(head.line, "no column holds the documents' numbers",
                         "Name it with one of: " + heads_of("number"));
  }
  for (const char* field : {"status", "effective", "expires", "replaced", "title"}) {
    if (columns.find(field) != columns.end()) return columns;
  }
  return wrong_columns(head.line, "no column says what became of the documents",
                       "Name one as: " + heads_of("status") + "; " + heads_of("effective") + "; " +
                           heads_of("title"));
}

LegalStatus named_status(std::string_view name) {
  if (name == "in-force") return LegalStatus::in_force;
  if (name == "expired") return LegalStatus::expired;
  if (name == "partly-expired") return LegalStatus::partly_expired;
  if (name == "not-yet") return LegalStatus::not_yet;
  return name == "replaced" ? LegalStatus::replaced : LegalStatus::listed;
}

LegalStatus status_in(std::string_view cell) {
  const std::string key = search_key(cell);
  LegalStatus status = LegalStatus::listed;
  std::size_t longest = 0;
  for (const DataRow& row : register_list("status-words.tsv")) {
    for (std::string_view words = row[1]; !words.empty();) {
      const std::string_view word = cut(words, '|');
      if (word.size() <= longest || key.find(word) == std::string::npos) continue;
      longest = word.size();
      status = named_status(row[0]);
    }
  }
  return status;
}

class Cells {
 public:
  Cells(const DelimitedRow& row, const Columns& columns) : row_(row), columns_(columns) {}
  [[nodiscard]] std::string text(std::string_view field) const {
    const auto column = columns_.find(field);
    return column == columns_.end() ? std::string{} : row_.cells[column->second];
  }

 private:
  const DelimitedRow& row_;
  const Columns& columns_;
};

StatusRow status_row(const DelimitedRow& row, const Columns& columns) {
  const Cells cells(row, columns);
  StatusRow status;
  status.line = row.line;
  status.number = cells.text("number");
  status.type = cells.text("type");
  status.issued = day_in(cells.text("issued"));
  status.issuer = cells.text("issuer");
  status.effective = day_in(cells.text("effective"));
  status.expires = day_in(cells.text("expires"));
  status.status_text = cells.text("status");
  status.status = status_in(status.status_text);
  status.replaced_by = cells.text("replaced");
  if (!status.replaced_by.empty()) status.status = LegalStatus::replaced;
  status.title = cells.text("title");
  return status;
}

}  // namespace

Result<StatusFile> StatusFile::parse(std::string_view bytes) {
  DelimitedText text(bytes);
  const std::optional<DelimitedRow> head = text.next();
  if (!head)
    return wrong_columns(1, "the file is empty", "Give a CSV or TSV with a line of heads.");
  const Result<Columns> columns = columns_of(*head);
  if (!columns) return columns.error();
  StatusFile file;
  for (auto row = text.next(); row; row = text.next()) {
    if (row->cells.size() != head->cells.size()) {
      return wrong_columns(row->line,
                           std::to_string(row->cells.size()) + " cells, where the heads are " +
                               std::to_string(head->cells.size()),
                           "Mend the line: a cell that holds the separator stands in quotation "
                           "marks in CSV.");
    }
    StatusRow status = status_row(*row, *columns);
    const std::string key = number_key(status.number);
    if (key.empty()) {
      ++file.without_number_;
      continue;
    }
    file.by_number_.emplace(key, file.rows_.size());
    file.rows_.push_back(std::move(status));
  }
  return file;
}

std::vector<const StatusRow*> StatusFile::rows_of(const std::string& number_key) const {
  std::vector<std::size_t> found;
  const auto [begin, end] = by_number_.equal_range(number_key);
  for (auto row = begin; row != end; ++row) found.push_back(row->second);
  std::sort(found.begin(), found.end());
  std::vector<const StatusRow*> rows;
  for (const std::size_t row : found) rows.push_back(&rows_[row]);
  return rows;
}

}  // namespace trichyeu
