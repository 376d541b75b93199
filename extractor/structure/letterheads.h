// Letterheads anywhere in a file, by the landmarks that stand together.
//
//   UBND TỈNH ĐẠI AN                       issuer
//   SỞ Y TẾ
//   Số: 83/KH-SYT                          number
//   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     motto, or the Party's name
//   Đại An, ngày 22 tháng 3 năm 2023       place and date
//   KẾ HOẠCH                               title: a type, "V/v …" or "Kính gửi: …"
//
// The columns may be read one after the other or line by line. Words: grammars/documents.toml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

struct Letterhead {
  std::size_t from = 0;  // index of the first line
  std::size_t to = 0;    // the line behind the last that it was told by

  bool motto = false;
  bool place_date = false;
  bool subject = false;    // "V/v …", and
  bool addressed = false;  // "Kính gửi: …": an official letter
  std::string issuer;      // letters only, small, without marks; empty where none is read
  std::optional<std::size_t> number;  // index of the line
  std::optional<std::size_t> type;    // index of the line

  bool under_heading = false;  // "Phụ lục II", "Mẫu số 02", "(Kèm theo …)" over it or its title
  bool has_blanks = false;  // "UBND XÃ ……", "TÊN CƠ QUAN": it is there to be filled in
  std::optional<std::size_t> issued_with;  // "(Ban hành kèm theo …)" under its type: the line

  // How many of issuer, number, place and date, title it has.
  [[nodiscard]] int parts() const;
};

// In order, none overlapping another. Lines set apart and lines of tables are no part of any.
[[nodiscard]] std::vector<Letterhead> letterheads_of(const std::vector<Line>& lines,
                                                     const NormalText& normal,
                                                     const Grammars& grammars);

}  // namespace trichyeu
