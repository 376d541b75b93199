#include "tools/register/issuing.h"

#include <vector>

#include "extractor/fields/citations/identify.h"
#include "extractor/fields/citations/slug.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_answers_kept = 100'000;

}  // namespace

Issuing::Issuing(const Grammars& grammars) : grammars_(grammars), registers_(grammars) {}

const Province& Issuing::province_of(const Header& letterhead) {
  std::string words = letterhead.place ? letterhead.place->text : std::string{};
  if (letterhead.issuer)
    words += '\n' + letterhead.issuer->parent + '\n' + letterhead.issuer->value.text;
  const auto known = provinces_.find(words);
  if (known != provinces_.end()) return known->second;
  if (provinces_.size() >= most_answers_kept) provinces_.clear();
  return provinces_[words] = home_province(letterhead, {}, grammars_);
}

// What the letterhead says, or else the citations.
Province Issuing::home_of(const Plan& plan) {
  Province home = province_of(plan.header);
  if (!home.slug.empty()) return home;
  std::vector<std::string> issuers;
  for (const Citation& citation : plan.citations) issuers.push_back(citation.issuer);
  return home_province({}, issuers, grammars_);
}

std::string Issuing::place_key(const Plan& plan) {
  if (!plan.header.place) return home_of(plan).slug;
  Header place_alone;
  place_alone.place = plan.header.place;
  const Province& province = province_of(place_alone);
  return province.slug.empty() ? slug_of(plan.header.place->text) : province.slug;
}

// As a citation that says all that the letterhead says.
std::optional<WorkName> Issuing::work_of(const Plan& plan, const std::string& place_key) {
  const Header& header = plan.header;
  if (!header.number || header.number->value.text.empty() || !header.type) return std::nullopt;
  ParsedCitation self;
  self.type = registers_.type_named(header.type->value.text);
  self.number = parse_number(header.number->value.text, false, registers_);
  if (!self.type || !self.number) return std::nullopt;
  self.citation.type = self.type->name;
  self.citation.number = self.number->text;
  if (header.date) self.citation.date = header.date->iso;
  if (header.issuer) self.citation.issuer = header.issuer->value.text;
  identify(self, home_of(plan), grammars_, registers_);
  const std::string& number =
      self.number->canonical.empty() ? self.number->text : self.number->canonical;
  return work_name(self.citation.target, number, header.number->value.text, place_key);
}

bool Issuing::is_national(const std::string& unit) {
  const auto known = national_.find(unit);
  if (known != national_.end()) return known->second;
  if (national_.size() >= most_answers_kept) national_.clear();
  const IssuerEntry* issuer = registers_.issuer_named(unit);
  return national_[unit] = issuer != nullptr && issuer->locality == "none";
}

}  // namespace trichyeu
