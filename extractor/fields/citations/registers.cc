#include "extractor/fields/citations/registers.h"

#include <algorithm>

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

std::string name_key(std::string_view name) { return lowercase(fold_tone_placement(name)); }
std::string code_key(std::string_view code) { return lowercase(fold_marks(code)); }

// The variants of one cell, first the usual one.
std::vector<std::string_view> variants_of(std::string_view cell) {
  std::vector<std::string_view> variants;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find('|', at), cell.size());
    if (end > at) variants.push_back(cell.substr(at, end - at));
    at = end + 1;
  }
  return variants;
}

// "QH14" is QH: the term of the National Assembly is no part of its name.
std::string_view without_term(std::string_view code) {
  while (!code.empty() && code.back() >= '0' && code.back() <= '9') code.remove_suffix(1);
  return code;
}

}  // namespace

Registers::Registers(const Grammars& grammars) {
  const WordList& types = grammars.list("document-types");
  for (std::size_t row = 0; row < types.size(); ++row) {
    const std::vector<std::string_view> names = variants_of(types.cell(row, "name"));
    types_.push_back({std::string(names.front()), std::string(types.cell(row, "family")),
                      std::string(types.cell(row, "slug")), std::string(types.cell(row, "issuer")),
                      types.cell(row, "joint") == "yes"});
    for (const std::string_view name : names) types_by_name_.emplace(name_key(name), row);
    for (const std::string_view name : variants_of(types.cell(row, "short")))
      types_by_name_.emplace(name_key(name), row);
    for (const std::string_view code : variants_of(types.cell(row, "code"))) {
      types_by_code_.emplace(code, row);
      type_codes_.emplace(code_key(code), code);
    }
  }
  const WordList& issuers = grammars.list("issuers");
  for (std::size_t row = 0; row < issuers.size(); ++row) {
    const std::vector<std::string_view> codes = variants_of(issuers.cell(row, "code"));
    issuers_.push_back({std::string(codes.front()), std::string(issuers.cell(row, "slug")),
                        std::string(issuers.cell(row, "author")),
                        std::string(issuers.cell(row, "locality")),
                        issuers.cell(row, "family") == "party"});
    for (const std::string_view code : codes) {
      issuers_by_code_.emplace(code, row);
      issuer_codes_.emplace(code_key(code), code);
    }
    for (const std::string_view name : variants_of(issuers.cell(row, "name")))
      issuers_by_name_.emplace(name_key(name), row);
  }
  sort_issuers_by_beginning();
}

void Registers::sort_issuers_by_beginning() {
  if (issuers_by_name_.empty()) return;
  beginning_bytes_ =
      std::min_element(issuers_by_name_.begin(), issuers_by_name_.end(),
                       [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); })
          ->first.size();
  for (const auto& [name, row] : issuers_by_name_)
    issuers_by_beginning_[std::string_view(name).substr(0, beginning_bytes_)].emplace_back(name,
                                                                                           row);
}

const DocumentTypeEntry* Registers::type_named(std::string_view printed) const {
  const auto found = types_by_name_.find(name_key(printed));
  return found == types_by_name_.end() ? nullptr : &types_[found->second];
}

const DocumentTypeEntry* Registers::type_of_code(std::string_view code) const {
  const auto found = types_by_code_.lower_bound(code);
  return found == types_by_code_.end() || found->first != code ? nullptr : &types_[found->second];
}

bool Registers::may_carry(const DocumentTypeEntry& type, std::string_view code) const {
  const auto [begin, end] = types_by_code_.equal_range(code);
  return std::any_of(begin, end,
                     [&](const auto& entry) { return types_[entry.second].name == type.name; });
}

const IssuerEntry* Registers::issuer_of_code(std::string_view code) const {
  auto found = issuers_by_code_.lower_bound(code);
  if (found == issuers_by_code_.end() || found->first != code) {
    code = without_term(code);
    found = issuers_by_code_.lower_bound(code);
  }
  return found == issuers_by_code_.end() || found->first != code ? nullptr
                                                                 : &issuers_[found->second];
}

const IssuerEntry* Registers::issuer_named(std::string_view printed) const {
  const std::string key = name_key(printed);
  NamedIssuer longest;
  for (std::string_view rest = key; rest.size() >= beginning_bytes_ && !rest.empty();
       rest.remove_prefix(1)) {
    const auto names = issuers_by_beginning_.find(rest.substr(0, beginning_bytes_));
    if (names == issuers_by_beginning_.end()) continue;
    for (const NamedIssuer& name : names->second) {
      if (name.first.size() > longest.first.size() && rest.starts_with(name.first)) longest = name;
    }
  }
  return longest.first.empty() ? nullptr : &issuers_[longest.second];
}

std::optional<std::string> Registers::known(const Codes& codes, std::string_view printed) {
  const auto [begin, end] = codes.equal_range(code_key(printed));
  if (begin == end) return std::nullopt;
  for (auto code = begin; code != end; ++code) {
    if (code->second == printed) return code->second;
  }
  return begin->second;
}

std::optional<std::string> Registers::known_type_code(std::string_view printed) const {
  return known(type_codes_, printed);
}

std::optional<std::string> Registers::known_issuer_code(std::string_view printed) const {
  const std::string_view stem = without_term(printed);
  std::optional<std::string> code = known(issuer_codes_, printed);
  if (code || stem.size() == printed.size()) return code;
  code = known(issuer_codes_, stem);
  if (code) *code += printed.substr(stem.size());
  return code;
}

}  // namespace trichyeu
