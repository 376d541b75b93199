// The document's own words: what it says again and again is spelt once otherwise.
//
//   "tổ Tin học" three times, "tổ Tìn học" once      the fourth is the same
//   "ông Vi Văn An", "ông Vi Văn Ân"                 both stay, where recognition was sure of both
//
// Two words side by side are compared, whatever sign stands between them. Marks alone are changed,
// those that recognition confuses (letter_marks.h), in words that it was not sure of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// Page after page of one document.
class OwnPhrases {
 public:
  // Counts the words of `page` and changes those that it and the pages before it spell otherwise.
  [[nodiscard]] std::vector<Mend> mend(PageText& page);

 private:
  // By the two words without marks: how often each spelling came.
  std::map<std::string, std::map<std::string, int>> spellings_;
};

}  // namespace trichyeu
