#include "extractor/fields/citations/identify.h"

#include "extractor/fields/citations/slug.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

std::string without_leading_zeros(const std::string& number) {
  const std::size_t first = number.find_first_not_of('0');
  return first == std::string::npos || first == 0 ? number : number.substr(first);
}

class Identifier {
 public:
  Identifier(ParsedCitation& parsed, const Province& home, const Grammars& grammars,
             const Registers& registers)
      : parsed_(parsed),
        citation_(parsed.citation),
        home_(home),
        grammars_(grammars),
        registers_(registers) {
    issuer_text_ = citation_.issuer.empty() ? citation_.resolved_issuer : citation_.issuer;
    date_ = citation_.date.empty() ? citation_.resolved_date : citation_.date;
  }

  void identify() {
    if (citation_.type.empty()) return;
    read_law();
    read_issuer();
    if (!parsed_.number && name_key().empty()) return;
    const std::string type = parsed_.type ? parsed_.type->slug : slug_of(citation_.type);
    const std::string family = family_of();
    citation_.target =
        family + ":" + type + ":" + issuer_key_ + ":" + date_key() + ":" + number_key();
    if (!has_all_parts()) return;
    citation_.iri = std::string("/akn/vn/") + (family == "vbqppl" ? "act/" : "doc/") + type + "/" +
                    author_ + "/" + date_ + "/" + slug_of(full_number());
  }

 private:
  // A law's number from the register: by its number the date, by title and date or year the number.
  void read_law() {
    const WordList& laws = grammars_.list("laws");
    for (std::size_t row = 0; row < laws.size(); ++row) {
      const std::string_view number = laws.cell(row, "number");
      const std::string_view date = laws.cell(row, "date");
      if (number.empty() || laws.cell(row, "type") != citation_.type) continue;
      const bool same_number = parsed_.number && parsed_.number->text == number;
      const bool same_date = !date_.empty() && date.substr(0, date_.size()) == date_;
      if (same_number && date_.empty()) date_ = date;
      if (same_number || (same_date && has_title(laws.cell(row, "title")))) {
        law_number_ = number;
        if (date.size() > date_.size()) date_ = date;
        return;
      }
    }
  }

  bool has_title(std::string_view cell) const {
    const std::string title = lowercase(fold_tone_placement(parsed_.title));
    const std::string variants = "|" + lowercase(fold_tone_placement(cell)) + "|";
    return !title.empty() && variants.find("|" + title + "|") != std::string::npos;
  }

  // The key and the author of bodies that issued together, in printed order.
  void read_joint_issuers() {
    const std::vector<std::string>& codes = parsed_.number->issuers;
    issuer_key_.clear();
    bool complete = true;
    bool local = false;
    for (const std::string& code : codes) {
      const IssuerEntry* issuer = registers_.issuer_of_code(code);
      complete = complete && issuer != nullptr && issuer->locality == "none";
      local = local || (issuer != nullptr && issuer->locality != "none");
      if (!issuer_key_.empty()) issuer_key_ += '+';
      issuer_key_ += issuer ? issuer->slug : slug_of(code);
      if (!author_.empty()) author_ += '+';
      if (issuer) author_ += issuer->author;
    }
    if (local) issuer_key_ += "@" + (home_.slug.empty() ? "?" : home_.slug);
    if (!complete) author_.clear();
  }

  void read_issuer() {
    const bool joint = parsed_.type && parsed_.type->joint && parsed_.number;
    if (joint && parsed_.number->issuers.size() > 1) {
      read_joint_issuers();
      return;
    }
    if (parsed_.type && !parsed_.type->issuer.empty()) {
      const IssuerEntry* sole = registers_.issuer_of_code(parsed_.type->issuer);
      issuer_key_ = sole->slug;
      author_ = sole->author;
      return;
    }
    const IssuerEntry* named =
        issuer_text_.empty() ? nullptr : registers_.issuer_named(issuer_text_);
    const IssuerEntry* coded = nullptr;
    if (parsed_.number && !parsed_.number->issuers.empty()) {
      coded = registers_.issuer_of_code(parsed_.number->issuers.front());
    }
    const bool agree = named && (!coded || named->slug == coded->slug);
    const IssuerEntry* issuer = coded && !agree ? coded : named;
    if (!issuer) {
      if (!issuer_text_.empty()) issuer_key_ = slug_of(issuer_text_);
      return;
    }
    issuer_key_ = issuer->slug;
    if (agree) author_ = named->author;
    if (!agree && issuer->locality == "none") author_ = issuer->author;
    if (issuer->locality == "none") return;
    const std::string locality = locality_of(issuer_text_, *issuer, home_, grammars_);
    issuer_key_ += "@" + (locality.empty() ? "?" : locality);
    author_ = locality.empty() || locality.find('?') != std::string::npos || author_.empty()
                  ? ""
                  : author_ + "-" + locality;
  }

  std::string family_of() const {
    if (parsed_.number && parsed_.number->of_party(registers_)) return "dang";
    if (parsed_.number && !parsed_.number->year.empty()) return "vbqppl";
    return parsed_.type ? parsed_.type->family : "admin";
  }

  std::string date_key() const {
    if (!date_.empty()) return date_;
    return parsed_.number && !parsed_.number->year.empty() ? parsed_.number->year : "?";
  }

  std::string full_number() const {
    if (!law_number_.empty()) return law_number_;
    if (!parsed_.number) return {};
    return parsed_.number->canonical.empty() ? parsed_.number->text : parsed_.number->canonical;
  }

  // The running number; an official letter needs its whole symbol, a work without number its name.
  std::string number_key() const {
    if (!law_number_.empty())
      return without_leading_zeros(law_number_.substr(0, law_number_.find('/')));
    if (!parsed_.number) return name_key();
    const CitedNumber& number = *parsed_.number;
    const bool letter = number.type_code.empty() && number.year.empty();
    return without_leading_zeros(letter ? slug_of(number.text) : lowercase(number.running));
  }

  // What a work without number is called: a law by its listed title, whatever its spelling, a
  // nickname by its number; where it has no title, what its rule says.
  std::string name_key() const {
    if (parsed_.title.empty()) return std::string(parsed_.find.emitted("key"));
    if (parsed_.find.emitted("nickname") == "yes") return without_leading_zeros(parsed_.title);
    const WordList& laws = grammars_.list("laws");
    for (std::size_t row = 0; row < laws.size(); ++row) {
      const std::string_view title = laws.cell(row, "title");
      if (laws.cell(row, "type") == citation_.type && has_title(title))
        return slug_of(title.substr(0, title.find('|')));
    }
    return slug_of(parsed_.title);
  }

  bool has_all_parts() const {
    const bool numbered =
        !law_number_.empty() || (parsed_.number && !parsed_.number->symbol.empty());
    return numbered && date_.size() == 10 && !author_.empty();
  }

  ParsedCitation& parsed_;
  Citation& citation_;
  const Province& home_;
  const Grammars& grammars_;
  const Registers& registers_;
  std::string issuer_text_;
  std::string date_;
  std::string law_number_;
  std::string issuer_key_ = "?";
  std::string author_;
};

}  // namespace

void identify(ParsedCitation& parsed, const Province& home, const Grammars& grammars,
              const Registers& registers) {
  Identifier(parsed, home, grammars, registers).identify();
}

}  // namespace trichyeu
