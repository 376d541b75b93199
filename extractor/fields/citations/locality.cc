#include "extractor/fields/citations/locality.h"

#include <algorithm>
#include <optional>

#include "extractor/fields/citations/slug.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// The province of the register with this name, in any letter case and without marks.
Province province_named(std::string_view name, const WordList& provinces) {
  const std::string slug = slug_of(name);
  for (std::size_t row = 0; row < provinces.size(); ++row) {
    const std::string_view cell = provinces.cell(row, "name");
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t end = std::min(cell.find('|', at), cell.size());
      if (slug_of(cell.substr(at, end - at)) == slug) {
        return {std::string(provinces.cell(row, "slug")),
                std::string(provinces.cell(row, "level"))};
      }
      at = end + 1;
    }
  }
  return {};
}

struct Places {
  std::string lower;  // slug of a district, commune or town; empty where none is named
  Province province;
};

Places places_in(std::string_view text, const Grammars& grammars) {
  Places places;
  for (const Match& match : grammars.grammar("citation-places").find_all(text)) {
    const std::string_view level = match.emitted("level");
    if (level == "none") continue;
    const std::string_view name = match.capture("name", text);
    const Province province =
        level == "lower" ? Province{} : province_named(name, grammars.list("provinces"));
    if (!province.slug.empty() && (level == "any" || level == province.level)) {
      places.province = province;
    } else if (places.lower.empty()) {
      places.lower = slug_of(name);
    }
  }
  return places;
}

}  // namespace

Province home_province(const Header& header, const std::vector<std::string>& issuers,
                       const Grammars& grammars) {
  std::string letterhead = header.place ? header.place->text : std::string{};
  if (header.issuer) letterhead += ", " + header.issuer->parent + ", " + header.issuer->value.text;
  Province home = places_in(letterhead, grammars).province;
  if (!home.slug.empty()) return home;
  for (const std::string& issuer : issuers) {
    const Province province = places_in(issuer, grammars).province;
    if (province.slug.empty()) continue;
    if (!home.slug.empty() && home.slug != province.slug) return {};
    home = province;
  }
  return home;
}

std::string locality_of(std::string_view issuer_text, const IssuerEntry& issuer,
                        const Province& home, const Grammars& grammars) {
  if (issuer_text.empty()) return {};
  const Places places = places_in(issuer_text, grammars);
  std::string province = places.province.slug.empty() ? home.slug : places.province.slug;
  if (!places.lower.empty()) return places.lower + "." + (province.empty() ? "?" : province);
  if (!places.province.slug.empty()) return province;
  // "UBND tỉnh" in a plan of a province, "Sở Y tế" anywhere.
  const bool provincial = issuer.locality == "province" || issuer.locality == home.level;
  const bool level_named = issuer.locality == "any" && !home.level.empty() &&
                           lowercase(issuer_text).find(home.level) != std::string::npos;
  return provincial || level_named ? home.slug : std::string{};
}

}  // namespace trichyeu
