#include "extractor/structure/symbol_mender.h"

#include <algorithm>
#include <utility>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr int fewest_own = 2;                // mentions that make a code the document's own
constexpr std::size_t reach_of_issuer = 90;  // bytes behind the symbol
constexpr std::size_t shortest_code = 3;     // letters; a shorter one is like too many
constexpr std::size_t longest_form = 24;     // bytes
constexpr std::size_t most_bytes_of_letter = 4;
constexpr std::string_view strokes = "Il1J|U";
constexpr std::string_view separators = "-/";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> letters_of(std::string_view code) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = at + 1;
    while (end < code.size() && (static_cast<unsigned char>(code[end]) & 0xC0U) == 0x80U) ++end;
    letters.emplace_back(code.substr(at, end - at));
    at = end;
  }
  return letters;
}

// "KH-:SNN" -> "KH-SNN", "BY TT-PB" -> "BYTT-PB".
std::string without_specks(std::string_view symbol) {
  std::string out;
  for (const std::string& letter : letters_of(symbol)) {
    const bool speck = letter.size() == 1
                           ? std::string_view(" :.,;'").find(letter[0]) != std::string_view::npos
                           : letter == "‘" || letter == "’";
    if (!speck) out += letter;
  }
  return out;
}

// "BNNPTNT|BNN" as two.
std::vector<std::string> variants_of(std::string_view cell) {
  std::vector<std::string> variants;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find('|', at), cell.size());
    variants.emplace_back(cell.substr(at, end - at));
    at = end + 1;
  }
  return variants;
}

// "QH16" -> "QH": the number of a term is no part of the code.
std::string_view without_term(std::string_view code) {
  while (!code.empty() && is_digit(code.back())) code.remove_suffix(1);
  return code;
}

bool is_sign_of_form(const std::string& letter) { return letter == "&"; }

// "TTYT", "NN&MT": words of a line with small letters that are capitals throughout, three or more.
std::vector<ByteSpan> short_forms_in(std::string_view line) {
  std::vector<ByteSpan> forms;
  if (is_all_capitals(line)) return forms;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at, capitals = 0, others = 0;
    for (const std::string& letter : letters_of(line.substr(at, longest_form))) {
      const bool capital = has_capital(letter);
      if (!has_letter(letter) && !is_sign_of_form(letter) && !is_digit(letter[0])) break;
      capitals += capital;
      others += !capital && !is_sign_of_form(letter);
      end += letter.size();
    }
    if (capitals >= shortest_code && others == 0) forms.push_back({at, end});
    at = end > at ? end : at + letters_of(line.substr(at, most_bytes_of_letter)).front().size();
  }
  return forms;
}

}  // namespace

SymbolMender::SymbolMender(const std::vector<std::string_view>& lines, const Grammars& grammars)
    : symbols_(grammars.grammar("symbols")) {
  const WordList& types = grammars.list("document-types");
  for (std::size_t row = 0; row < types.size(); ++row) {
    const std::string code(types.cell(row, "code"));
    if (!code.empty()) types_.emplace(code, types.cell(row, "issuer"));
  }
  const WordList& issuers = grammars.list("issuers");
  for (std::size_t row = 0; row < issuers.size(); ++row) {
    for (const std::string& code : variants_of(issuers.cell(row, "code"))) {
      Issuer& issuer = issuers_[code];
      for (const std::string& name : variants_of(issuers.cell(row, "name")))
        issuer.names.push_back(lowercase(name));
      issuer.national = issuers.cell(row, "locality") == "none";
    }
  }
  const WordList& letters = grammars.list("look-alike-letters");
  for (std::size_t row = 0; row < letters.size(); ++row)
    look_alikes_.emplace(letters.cell(row, "printed"), letters.cell(row, "read"));
  for (const std::string& form : grammars.list("unit-abbreviations").entries("short"))
    forms_.insert(form);
  for (const auto& [code, issuer] : issuers_) forms_.insert(code);
  for (const std::string_view line : lines) {
    for (const ByteSpan form : short_forms_in(line)) ++own_forms_[std::string(form.of(line))];
    for (const Match& match : symbols_.find_all(line)) {
      const std::string_view symbol = match.bytes.of(line);
      for (std::size_t at = 0; at < symbol.size();) {
        const std::size_t end = std::min(symbol.find_first_of(separators, at), symbol.size());
        ++own_[std::string(symbol.substr(at, end - at))];
        at = end + 1;
      }
    }
  }
}

bool SymbolMender::is_type(std::string_view code) const { return types_.contains(code); }

bool SymbolMender::is_known(std::string_view code) const {
  if (is_type(code) || issuers_.contains(code) || issuers_.contains(without_term(code)))
    return true;
  if (const auto own = own_.find(code); own != own_.end() && own->second >= fewest_own) return true;
  // "QĐUBND": type and issuer without their hyphen.
  for (std::size_t size = 1; size < code.size(); ++size) {
    if (is_type(code.substr(0, size)) && issuers_.contains(code.substr(size))) return true;
  }
  return false;
}

bool SymbolMender::is_printed_alike(std::string_view read, std::string_view printed) const {
  const std::vector<std::string> a = letters_of(read), b = letters_of(printed);
  if (a.size() == b.size()) {
    std::size_t different = 0, alike = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      ++different;
      alike += look_alikes_.contains({b[i], a[i]});
    }
    return different == 1 && alike == 1;
  }
  if (a.size() != b.size() + 1) return false;
  // One letter too many: the one before or behind it again, or a stroke.
  std::size_t at = 0;
  while (at < b.size() && a[at] == b[at]) ++at;
  if (!std::equal(b.begin() + static_cast<std::ptrdiff_t>(at), b.end(),
                  a.begin() + static_cast<std::ptrdiff_t>(at) + 1))
    return false;
  const bool again = at > 0 && a[at] == a[at - 1];
  return again || (a[at].size() == 1 && strokes.find(a[at]) != std::string_view::npos);
}

bool SymbolMender::is_named(const std::string& code, std::string_view behind) const {
  const auto issuer = issuers_.find(code);
  if (issuer == issuers_.end()) return false;
  const std::string words = lowercase(behind.substr(0, reach_of_issuer));
  return std::any_of(
      issuer->second.names.begin(), issuer->second.names.end(),
      [&](const std::string& name) { return words.find(name) != std::string::npos; });
}

bool SymbolMender::is_borne_out(const std::string& code, std::string_view type,
                                std::string_view behind) const {
  if (own_.contains(code)) return true;
  const auto only = types_.find(type);
  if (only != types_.end() && only->second == code) return true;
  const auto issuer = issuers_.find(code);
  const bool known = issuer != issuers_.end() && issuer->second.national &&
                     letters_of(code).size() > shortest_code;
  return known || is_named(code, behind);
}

std::optional<std::string> SymbolMender::meant(std::string_view read, bool first,
                                               std::string_view type,
                                               std::string_view behind) const {
  if (read.empty() || is_known(read)) return std::nullopt;
  std::set<std::string> found;
  const auto consider = [&](const std::string& code) {
    const auto only = types_.find(type);
    const bool one_issuer = only != types_.end() && only->second == code;
    if (letters_of(code).size() < shortest_code && !one_issuer && !is_named(code, behind)) return;
    if (is_printed_alike(read, code)) found.insert(code);
  };
  for (const auto& [code, issuer] : types_) {
    if (first) consider(code);
  }
  for (const auto& [code, issuer] : issuers_) {
    if (is_borne_out(code, type, behind)) consider(code);
  }
  for (const auto& [code, times] : own_) {
    const auto own = own_.find(read);
    if (times >= fewest_own && (own == own_.end() || times > own->second)) consider(code);
  }
  // "QĐĐUBND": a letter twice where type and issuer lost their hyphen.
  for (std::size_t at = 0; first && at < read.size(); ++at) {
    std::string shorter(read);
    if ((static_cast<unsigned char>(read[at]) & 0xC0U) == 0x80U) continue;
    shorter.erase(at, letters_of(read.substr(at)).front().size());
    if (is_known(shorter) && is_printed_alike(read, shorter) && !is_type(shorter) &&
        !issuers_.contains(shorter))
      found.insert(shorter);
  }
  // "QHI16": a stroke before the number of a term.
  const std::string_view letters = without_term(read);
  if (letters.size() > 1 && letters.size() < read.size() &&
      strokes.find(letters.back()) != std::string_view::npos &&
      issuers_.contains(letters.substr(0, letters.size() - 1)))
    found.insert(std::string(letters.substr(0, letters.size() - 1)) +
                 std::string(read.substr(letters.size())));
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

std::vector<FormMend> SymbolMender::mend_short_forms(std::string_view line) const {
  std::vector<FormMend> mends;
  for (const ByteSpan bytes : short_forms_in(line)) {
    const std::string_view read = bytes.of(line);
    if (forms_.contains(read)) continue;
    const int said = own_forms_.find(read)->second;
    std::set<std::string> found;
    // One that lists know, where a letter is too many; another of the document by look-alikes too.
    for (const std::string& form : forms_) {
      if (letters_of(form).size() > shortest_code && form.size() < read.size() &&
          is_printed_alike(read, form))
        found.insert(form);
    }
    for (const auto& [form, times] : own_forms_) {
      if (times >= fewest_own && times > said && form.size() == read.size() &&
          is_printed_alike(read, form))
        found.insert(form);
    }
    if (found.size() == 1) mends.push_back({bytes, *found.begin(), *found.begin()});
  }
  return mends;
}

std::vector<FormMend> SymbolMender::mend(std::string_view line, std::string_view behind) const {
  std::vector<FormMend> mends;
  for (const Match& match : symbols_.find_all(line)) {
    const std::string_view symbol = match.bytes.of(line);
    const std::string plain = without_specks(symbol);
    const std::string rest =
        std::string(line.substr(match.bytes.to_byte)) + " " + std::string(behind);
    std::string mended, type;
    bool changed = false;
    for (std::size_t at = 0; at < plain.size();) {
      const std::size_t end = std::min(plain.find_first_of(separators, at), plain.size());
      const std::string code = plain.substr(at, end - at);
      const auto better = meant(code, at == 0, type, rest);
      if (at == 0 && is_type(better.value_or(code))) type = better.value_or(code);
      mended += better.value_or(code);
      changed = changed || better.has_value();
      if (end < plain.size()) mended += plain[end];
      at = end + 1;
    }
    // A blank is a speck only where the code is a known one without it.
    const std::size_t blank = symbol.find(' ');
    if (blank != std::string_view::npos && !changed) {
      const std::size_t end = std::min(plain.find_first_of(separators, blank), plain.size());
      const std::size_t from = plain.find_last_of(separators, blank - 1) + 1;  // npos + 1 is 0
      if (!is_known(std::string_view(plain).substr(from, end - from))) continue;
    }
    if (mended != symbol) mends.push_back({match.bytes, mended, mended});
  }
  return mends;
}

}  // namespace trichyeu
