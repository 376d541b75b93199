// A list of documents with what became of them, as portals and codifications publish it.
//
//   so_hieu <TAB> tinh_trang <TAB> ngay_hieu_luc <TAB> ten
//   30/2020/NĐ-CP <TAB> Còn hiệu lực <TAB> 05/03/2020 <TAB> Về công tác văn thư
//
// CSV (RFC 4180; "," or ";") or TSV, UTF-8, columns in any order by the heads of
// status-columns.tsv; a number and one of status, effective, expires, replaced, title must be among
// them. Further columns are passed over.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/result.h"

namespace trichyeu {

enum class LegalStatus { listed, in_force, partly_expired, not_yet, expired, replaced };

struct StatusRow {
  int line = 0;  // of the file, from 1
  std::string number;
  std::string type;
  std::string issued;  // ISO 8601; empty where the cell holds no date
  std::string issuer;
  std::string effective;
  std::string expires;
  LegalStatus status = LegalStatus::listed;  // listed: the file says nothing of it
  std::string status_text;                   // as printed
  std::string replaced_by;
  std::string title;
};

class StatusFile {
 public:
  // Fails with unknown_type, naming the line and what is expected there.
  [[nodiscard]] static Result<StatusFile> parse(std::string_view bytes);

  // By number_key(); of several the order of the file.
  [[nodiscard]] std::vector<const StatusRow*> rows_of(const std::string& number_key) const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t without_number() const { return without_number_; }

 private:
  std::vector<StatusRow> rows_;
  std::unordered_multimap<std::string, std::size_t> by_number_;
  std::size_t without_number_ = 0;
};

}  // namespace trichyeu
