// What a cited document is called in the register, so that all mentions in all documents meet.
//
// A citation's `target` is sure within its document. Between documents two things more are needed:
//
//   target                                          key in the register
//   vbqppl:nghi-dinh:cp:2020-03-05:30 (dated)       vbqppl:nghi-dinh:cp:2020:30
//   vbqppl:nghi-dinh:cp:2020:30       (undated)     vbqppl:nghi-dinh:cp:2020:30   the year is in
//   the number admin:ke-hoach:ubnd@?:2022-09-29:232 admin:ke-hoach:ubnd@?:2022-09-29:232|vinh-son
//   admin:ke-hoach:ubnd@vinh-son.?:2022-09-29:232   admin:ke-hoach:ubnd@?:2022-09-29:232|vinh-son
//
// "UBND tỉnh" names no province that is known: the same words in a document of another place mean
// another work, so the place of the citing document parts them, or the one that the issuer names.
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

struct WorkName {
  std::string key;
  std::string series;  // of works whose numbers are given out once: the key with the year alone
  std::string kind;    // "ke-hoach"; "?" where not even the type is known
  std::string issuer_key;
  int year = 0;           // 0 where unknown
  bool resolved = false;  // number, date, type and issuer are known
};

// `number`: as cited, mended; may be empty. `text`: the whole mention, for what has no target.
// `place_key`: of the citing document, may be empty.
[[nodiscard]] WorkName work_name(std::string_view target, std::string_view number,
                                 std::string_view text, std::string_view place_key);

// A number for comparison: "05 /2020/NĐ-CP" and "5/2020/ND-CP" are both "5/2020/nd-cp".
[[nodiscard]] std::string number_key(std::string_view number);

// "2020" of "30/2020/NĐ-CP"; empty where the number has no year.
[[nodiscard]] std::string year_in_number(std::string_view number);

}  // namespace trichyeu
