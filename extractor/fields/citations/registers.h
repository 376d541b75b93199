// The registers of document types and issuers, looked up by what a text or a symbol prints.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

struct DocumentTypeEntry {
  std::string name;    // "Kế hoạch"
  std::string family;  // of the internal key: "admin"
  std::string slug;    // "ke-hoach"
  std::string issuer;  // code of the one body that issues such documents; empty where many do
  bool joint = false;  // issued by several bodies together
};

struct IssuerEntry {
  std::string code;    // "UBND"
  std::string slug;    // of the internal key: "ubnd"
  std::string author;  // of the Akoma Ntoso IRI
  // What tells one such body from another: "none", "district", "any", "province", or a level of
  // provinces.tsv, for a body that only such provinces have.
  std::string locality;
  bool party = false;
};

class Registers {
 public:
  explicit Registers(const Grammars& grammars);
  ~Registers() = default;
  Registers(const Registers&) = delete;
  Registers& operator=(const Registers&) = delete;

  // By a printed name or short form, in any letter case: "kế hoạch", "QĐ".
  [[nodiscard]] const DocumentTypeEntry* type_named(std::string_view printed) const;
  // By the letters of a symbol; of several types with the same letters the first of the register.
  [[nodiscard]] const DocumentTypeEntry* type_of_code(std::string_view code) const;
  // Whether a document of this type may carry these letters.
  [[nodiscard]] bool may_carry(const DocumentTypeEntry& type, std::string_view code) const;

  // By the letters of a symbol, without the number of a term: "UBND", "QH14".
  [[nodiscard]] const IssuerEntry* issuer_of_code(std::string_view code) const;
  // By a printed name that holds one of the register's: "Chủ tịch UBND tỉnh" gives the UBND.
  [[nodiscard]] const IssuerEntry* issuer_named(std::string_view printed) const;

  // The code as the field writes it: "QD" -> "QĐ", "Ubnd" -> "UBND"; nothing where none is near.
  [[nodiscard]] std::optional<std::string> known_type_code(std::string_view printed) const;
  [[nodiscard]] std::optional<std::string> known_issuer_code(std::string_view printed) const;

 private:
  // Codes by their letters without case and marks; those as written come first.
  using Codes = std::multimap<std::string, std::string, std::less<>>;
  [[nodiscard]] static std::optional<std::string> known(const Codes& codes,
                                                        std::string_view printed);

  using NamedIssuer = std::pair<std::string_view, std::size_t>;  // a name, a row

  void sort_issuers_by_beginning();

  std::vector<DocumentTypeEntry> types_;
  std::vector<IssuerEntry> issuers_;
  std::map<std::string, std::size_t, std::less<>> types_by_name_;  // folded
  std::multimap<std::string, std::size_t, std::less<>> types_by_code_;
  std::multimap<std::string, std::size_t, std::less<>> issuers_by_code_;
  std::map<std::string, std::size_t, std::less<>> issuers_by_name_;  // folded
  // The same by their first bytes, of which they all have so many.
  std::unordered_map<std::string_view, std::vector<NamedIssuer>> issuers_by_beginning_;
  std::size_t beginning_bytes_ = 0;
  Codes type_codes_;
  Codes issuer_codes_;
};

}  // namespace trichyeu
