// Letterheads print bodies in capitals; values carry them as running text writes them.
//
//   "SỞ GIÁO DỤC VÀ ĐÀO TẠO"     ->  "Sở Giáo dục và Đào tạo"
//   "UBND HUYỆN BÌNH SƠN"        ->  "UBND huyện Bình Sơn"
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// Names come from the word lists. Words behind a locality's kind (huyện, xã) are a place's name; of
// a body's name that no list knows the first word is large. Letters change only in case.
class NameCase {
 public:
  explicit NameCase(const Grammars& grammars);

  // Text without capitals throughout is returned as it is.
  [[nodiscard]] std::string running_case(std::string_view capitals) const;

 private:
  // What the words behind a known name are, where no list knows them.
  enum class Behind { plain, capital, name };
  struct KnownName {
    std::string printed;
    Behind behind = Behind::plain;
  };
  void read_local_bodies(const WordList& issuers);

  std::map<std::string, KnownName, std::less<>> names_;  // by small letters
};

// "KẾ HOẠCH LIÊN NGÀNH" -> "Kế hoạch liên ngành".
[[nodiscard]] std::string sentence_case(std::string_view capitals);

}  // namespace trichyeu
