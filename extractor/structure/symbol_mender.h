// Letters of documents' symbols that recognition has damaged.
//
//   "415/KH-BY TT" beside "415/KH-BYT"       ->  "415/KH-BYT"     the document's own
//   "47/2022/TT-BYTT … của Bộ Y tế"          ->  "47/2022/TT-BYT"  the issuer is named
//   "31/2013/TTLUT-BTC-BTP"                  ->  "31/2013/TTLT-BTC-BTP"   a type's code
//   "744/KH-:SNN"                            ->  "744/KH-SNN"
//   "Sở NN&MTT"                              ->  "Sở NN&MT"        a short form
//   "12/KH-PVHTT"                                stays: some office's own code
//
// A code changes where no register knows it and it is not the document's own, and where exactly one
// that the registers know, or that the document says elsewhere, is printed alike: a letter read
// twice, a stroke beside a letter, one of look-alike-letters.tsv. An issuer's must be borne out.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/structure/form_mend.h"

namespace trichyeu {

class SymbolMender {
 public:
  // `lines`: all of a file, from which the document's own codes are learnt.
  SymbolMender(const std::vector<std::string_view>& lines, const Grammars& grammars);

  // The damaged symbols of a recognised line; `behind`: the line below it.
  [[nodiscard]] std::vector<FormMend> mend(std::string_view line, std::string_view behind) const;

  // The damaged short forms of its running text: "Sở NN&MTT" -> "Sở NN&MT". Lines in capitals have
  // none that could be told.
  [[nodiscard]] std::vector<FormMend> mend_short_forms(std::string_view line) const;

 private:
  struct Issuer {
    std::vector<std::string> names;  // small letters
    bool national = false;           // there is one of it
  };
  [[nodiscard]] bool is_known(std::string_view code) const;
  [[nodiscard]] bool is_type(std::string_view code) const;
  [[nodiscard]] bool is_named(const std::string& code, std::string_view behind) const;
  [[nodiscard]] bool is_borne_out(const std::string& code, std::string_view type,
                                  std::string_view behind) const;
  [[nodiscard]] bool is_printed_alike(std::string_view read, std::string_view printed) const;
  // What the code at that place of a symbol should read; nothing where it stays.
  [[nodiscard]] std::optional<std::string> meant(std::string_view read, bool first,
                                                 std::string_view type,
                                                 std::string_view behind) const;

  const Grammar& symbols_;
  std::map<std::string, std::string, std::less<>> types_;  // code -> its one issuer's, or empty
  std::map<std::string, Issuer, std::less<>> issuers_;     // by code
  std::map<std::string, int, std::less<>> own_;        // codes that the document says, how often
  std::map<std::string, int, std::less<>> own_forms_;  // short forms of running text likewise
  std::set<std::string, std::less<>> forms_;           // those that lists know
  std::set<std::pair<std::string, std::string>> look_alikes_;  // printed, read
};

}  // namespace trichyeu
