// Letterheads print bodies in capitals; values carry them as running text writes them.
//
//   "SỞ GIÁO DỤC VÀ ĐÀO TẠO"     ->  "Sở Giáo dục và Đào tạo"
//   "UBND HUYỆN BÌNH SƠN"        ->  "UBND huyện Bình Sơn"
//   "TỈNH ĐOÀN TÂN GIANG"        ->  "Tỉnh đoàn Tân Giang"
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// Names are spelt as the document itself spells the same words elsewhere, else as the word lists
// do. Words behind a locality's kind (huyện, xã) or a head that a place follows (Tỉnh đoàn) are a
// place's name; of a body's name that nothing knows the first word is large. Numerals and
// abbreviations stay. Letters change only in case.
class NameCase {
 public:
  // `text`: the document's, which outlives this; may be empty.
  explicit NameCase(const Grammars& grammars, std::string_view text = {});

  // Text without capitals throughout is returned as it is.
  [[nodiscard]] std::string running_case(std::string_view capitals) const;

 private:
  // What the words behind a known name are, where nothing knows them.
  enum class Behind { plain, capital, name, area };
  struct KnownName {
    std::string printed;
    Behind behind = Behind::plain;
  };
  struct Spelling {
    std::string printed;
    std::size_t words = 0;
    Behind behind = Behind::plain;
  };
  using Words = std::vector<std::string_view>;

  void read_local_bodies(const WordList& issuers);
  [[nodiscard]] std::optional<Spelling> listed(const Words& words, std::size_t from) const;
  [[nodiscard]] std::optional<Spelling> in_document(const Words& words, std::size_t from) const;
  [[nodiscard]] bool is_spelling(std::size_t at, std::size_t size, bool first) const;
  [[nodiscard]] Behind behind(const Words& words, std::size_t from, std::size_t count) const;

  std::map<std::string, KnownName, std::less<>> names_;  // by small letters
  std::string_view text_;
  std::string small_;  // the same, byte for byte, in small letters
};

// "KẾ HOẠCH LIÊN NGÀNH" -> "Kế hoạch liên ngành".
[[nodiscard]] std::string sentence_case(std::string_view capitals);

}  // namespace trichyeu
