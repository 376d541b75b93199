#include "extractor/fields/citations/resolve.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extractor/fields/citations/identify.h"
#include "extractor/fields/citations/links.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double inherited_confidence = 0.95;

void inherit(Value& value, std::string_view name) {
  if (!value.inherited.empty()) value.inherited += ' ';
  value.inherited += name;
  value.confidence *= inherited_confidence;
}

const std::string& number_of(const Citation& citation) {
  return citation.canonical_number.empty() ? citation.number : citation.canonical_number;
}

bool same_text(std::string_view a, std::string_view b) { return lowercase(a) == lowercase(b); }

// "05" and "5" are one number.
bool same_number(std::string_view a, std::string_view b) {
  const auto significant = [](std::string_view number) {
    return number.substr(std::min(number.find_first_not_of('0'), number.size()));
  };
  return significant(a) == significant(b);
}

class Resolver {
 public:
  Resolver(std::vector<ParsedCitation> citations, const DocumentTree& tree, const Header& header,
           const Grammars& grammars, const Registers& registers,
           std::vector<Diagnostic>& diagnostics)
      : citations_(std::move(citations)),
        tree_(tree),
        header_(header),
        grammars_(grammars),
        registers_(registers),
        diagnostics_(diagnostics) {}

  std::vector<Citation> resolve() {
    links_ = link_citations(citations_, tree_, grammars_);
    drop([this](std::size_t i) { return lacks_list(i) || is_in_subject(i) || is_part_of_name(i); });
    set_roles(citations_, links_, tree_, grammars_);
    share_forwards();
    share_backwards();
    drop([this](std::size_t i) { return is_citing_document(citations_[i].citation); });
    resolve_repeats();
    const Province home = home_province(header_, issuers(), grammars_);
    for (ParsedCitation& parsed : citations_) identify(parsed, home, grammars_, registers_);
    resolve_short_forms();
    return numbered_off();
  }

 private:
  // Drops the mentions for which `drops` holds, and looks anew at what hangs on what.
  template <typename Drops>
  void drop(const Drops& drops) {
    std::vector<bool> dropped;
    for (std::size_t i = 0; i < citations_.size(); ++i) dropped.push_back(drops(i));
    std::vector<ParsedCitation> kept;
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      if (!dropped[i]) kept.push_back(std::move(citations_[i]));
    }
    citations_ = std::move(kept);
    links_ = link_citations(citations_, tree_, grammars_);
  }

  bool lacks_list(std::size_t i) const {
    return citations_[i].find.emitted("needs") == "list-member" && links_[i] != Link::list;
  }

  // A law inside an amending law's name, unless the number there is its own.
  bool is_part_of_name(std::size_t i) const {
    const CitationFind& find = citations_[i].find;
    for (std::size_t j = i; j-- > 0 && citations_[j].find.block == find.block;) {
      const ParsedCitation& outer = citations_[j];
      if (outer.find.emitted("amends") != "yes" || !outer.find.bytes.overlaps(find.bytes)) continue;
      return outer.amended.empty() || citations_[i].citation.number != outer.amended;
    }
    return false;
  }

  // A name behind a numbered mention of its clause is what that document is about.
  bool is_in_subject(std::size_t i) const {
    const CitationFind& find = citations_[i].find;
    if (find.emitted("needs") != "outside-subject" || i == 0) return false;
    const CitationFind& before = citations_[i - 1].find;
    if (before.block != find.block || before.bytes.to_byte > find.bytes.from_byte) return false;
    const std::string_view gap =
        ByteSpan{before.bytes.to_byte, find.bytes.from_byte}.of(tree_.text);
    return citations_[i - 1].number.has_value() && gap.find_first_of(";.") == std::string::npos;
  }

  bool is_citing_document(const Citation& citation) const {
    if (!header_.number || header_.number->value.text.empty()) return false;
    if (!same_text(citation.number, header_.number->value.text)) return false;
    const std::string& issued = header_.date ? header_.date->iso : std::string{};
    return citation.issuer.empty() && issued.compare(0, citation.date.size(), citation.date) == 0;
  }

  // "các quyết định của UBND tỉnh: số 26/…, số 27/…": type and issuer stand once, before all.
  void share_forwards() {
    for (std::size_t i = 1; i < citations_.size(); ++i) {
      const ParsedCitation& before = citations_[i - 1];
      ParsedCitation& parsed = citations_[i];
      if (links_[i] != Link::none && !parsed.find.has("type") && has_issuer_first(i - 1) &&
          parsed.citation.issuer.empty() && share_issuer(before, parsed)) {
        parsed.citation.issuer = before.citation.issuer;
        inherit(parsed.citation.value, "issuer");
      }
      if (links_[i] != Link::list || parsed.find.has("type") || before.citation.type.empty())
        continue;
      const bool carries = !before.type || !parsed.number || parsed.number->type_code.empty() ||
                           registers_.may_carry(*before.type, parsed.number->type_code);
      if (!carries) continue;
      parsed.type = before.type;
      parsed.citation.type = before.citation.type;
      inherit(parsed.citation.value, "type");
    }
  }

  // The issuer stands before the number, or was shared from such a mention.
  bool has_issuer_first(std::size_t i) const {
    const CitationFind& find = citations_[i].find;
    if (citations_[i].citation.value.inherited.find("issuer") != std::string::npos) return true;
    const auto issuer = find.parts.find("issuer");
    const auto number = find.parts.find("number");
    return issuer != find.parts.end() && number != find.parts.end() &&
           issuer->second.to_byte <= number->second.from_byte;
  }

  // "số 217-QĐ/TW và số 218-QĐ/TW ngày … của …": date and issuer stand once, after all.
  void share_backwards() {
    for (std::size_t i = citations_.size(); i-- > 1;) {
      if (links_[i] != Link::list || !share_issuer(citations_[i - 1], citations_[i])) continue;
      const Citation& after = citations_[i].citation;
      Citation& before = citations_[i - 1].citation;
      if (!before.issuer.empty()) continue;
      const std::string date = date_for_mention_before(citations_[i]);
      if (before.type == after.type && before.date.empty() &&
          may_date_from(*citations_[i - 1].number, date)) {
        before.date = date;
        inherit(before.value, "date");
      }
      if (after.issuer.empty()) continue;
      before.issuer = after.issuer;
      inherit(before.value, "issuer");
    }
  }

  // "138/NQ-CP, 139/NQ-CP ngày 16, 17/5/2025": the earlier day is that of the number before.
  std::string date_for_mention_before(const ParsedCitation& parsed) const {
    std::string date = parsed.citation.date;
    const std::string day(parsed.find.part("earlier_day", tree_.text));
    if (day.empty() || date.size() != std::string_view("2025-05-17").size()) return date;
    return date.replace(date.rfind('-') + 1, 2, day.size() == 1 ? "0" + day : day);
  }

  // Not of another year than the number's own.
  static bool may_date_from(const CitedNumber& number, const std::string& date) {
    if (date.empty()) return false;
    return number.year.empty() || date.compare(0, number.year.size(), number.year) == 0;
  }

  // One phrase: numbered both, with the same issuer in their symbols. The Party's letters serve
  // several bodies, whose documents are of different types.
  bool share_issuer(const ParsedCitation& before, const ParsedCitation& after) const {
    if (!before.number || !after.number) return false;
    if (before.citation.type == after.citation.type)
      return before.number->symbol.empty() || before.number->issuers == after.number->issuers;
    if (before.number->issuers.empty() || before.number->issuers != after.number->issuers)
      return false;
    const IssuerEntry* issuer = registers_.issuer_of_code(before.number->issuers.front());
    return issuer && !issuer->party;
  }

  // Mentions of one number, by type and number.
  using Repeats = std::map<std::pair<std::string, std::string>, std::vector<std::size_t>>;

  Repeats repeats() const {
    Repeats repeats;
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      const Citation& citation = citations_[i].citation;
      if (citations_[i].number)
        repeats[{lowercase(citation.type), lowercase(number_of(citation))}].push_back(i);
    }
    return repeats;
  }

  // What one mention of a number says and another leaves out, where all that say it agree.
  void resolve_repeats() {
    for (const auto& [key, mentions] : repeats()) {
      resolve_one(mentions, &Citation::date, &Citation::resolved_date);
      resolve_one(mentions, &Citation::issuer, &Citation::resolved_issuer);
      report_conflict(mentions);
    }
  }

  void resolve_one(const std::vector<std::size_t>& mentions, std::string Citation::*said,
                   std::string Citation::*resolved) {
    std::set<std::string> values;
    std::string first;
    for (const std::size_t i : mentions) {
      const std::string& value = citations_[i].citation.*said;
      if (value.empty()) continue;
      if (first.empty()) first = value;
      values.insert(lowercase(value));
    }
    if (values.size() != 1) return;
    for (const std::size_t i : mentions) {
      Citation& citation = citations_[i].citation;
      if ((citation.*said).empty()) citation.*resolved = first;
    }
  }

  // One number of one issuer with two dates.
  void report_conflict(const std::vector<std::size_t>& mentions) {
    for (std::size_t m = 1; m < mentions.size(); ++m) {
      const Citation& earlier = citations_[mentions[m - 1]].citation;
      const Citation& later = citations_[mentions[m]].citation;
      const std::size_t precision = std::min(earlier.date.size(), later.date.size());
      const bool dated = earlier.date.compare(0, precision, later.date, 0, precision) != 0;
      const bool issuers_differ = !earlier.issuer.empty() && !later.issuer.empty() &&
                                  !same_text(earlier.issuer, later.issuer);
      if (!dated || issuers_differ) continue;
      diagnostics_.push_back({"citation-date-conflict",
                              {later.number, earlier.date, later.date},
                              later.value.place.page,
                              later.value.place.bytes});
    }
  }

  std::vector<std::string> issuers() const {
    std::vector<std::string> issuers;
    for (const ParsedCitation& parsed : citations_) issuers.push_back(parsed.citation.issuer);
    return issuers;
  }

  // A short form has the target of what it was defined for; without a definition, that of the one
  // document of its type and number.
  void resolve_short_forms() {
    std::map<std::string, std::string> targets;  // by the short form's folded words
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      ParsedCitation& parsed = citations_[i];
      if (parsed.find.has("definition")) {
        define(i, targets);
      } else if (const auto known = targets.find(lowercase(parsed.citation.value.text));
                 known != targets.end()) {
        parsed.citation.target = known->second;
      } else if (parsed.find.emitted("nickname") == "yes") {
        resolve_nickname(parsed);
      }
    }
  }

  void define(std::size_t i, std::map<std::string, std::string>& targets) {
    Citation& citation = citations_[i].citation;
    const std::string target = antecedent_target(i);
    if (target.empty()) return;
    citation.target = target;
    const auto [known, added] = targets.emplace(lowercase(citation.value.text), target);
    if (added || known->second == target) return;
    diagnostics_.push_back({"short-form-redefined",
                            {citation.value.text},
                            citation.value.place.page,
                            citation.value.place.bytes});
  }

  // The nearest mention before it in its block, one of its own type if there is one.
  std::string antecedent_target(std::size_t i) const {
    const ParsedCitation& definition = citations_[i];
    std::string nearest;
    for (std::size_t j = i; j-- > 0 && citations_[j].find.block == definition.find.block;) {
      if (nearest.empty()) nearest = citations_[j].citation.target;
      if (citations_[j].citation.type == definition.citation.type)
        return citations_[j].citation.target;
    }
    return nearest;
  }

  void resolve_nickname(ParsedCitation& nickname) {
    const Citation* found = nullptr;
    for (const ParsedCitation& parsed : citations_) {
      if (!parsed.number || parsed.citation.type != nickname.citation.type) continue;
      if (parsed.number->symbol.empty() || parsed.citation.target.empty()) continue;
      if (!same_number(parsed.number->running, nickname.title)) continue;
      if (found && found->target != parsed.citation.target) return;
      found = &parsed.citation;
    }
    if (found) nickname.citation.target = found->target;
  }

  std::vector<Citation> numbered_off() {
    std::vector<Citation> out;
    for (ParsedCitation& parsed : citations_) {
      parsed.citation.id = "c" + std::to_string(out.size() + 1);
      out.push_back(std::move(parsed.citation));
    }
    return out;
  }

  std::vector<ParsedCitation> citations_;
  std::vector<Link> links_;
  const DocumentTree& tree_;
  const Header& header_;
  const Grammars& grammars_;
  const Registers& registers_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

std::vector<Citation> resolve_citations(std::vector<ParsedCitation> citations,
                                        const DocumentTree& tree, const Header& header,
                                        const Grammars& grammars, const Registers& registers,
                                        std::vector<Diagnostic>& diagnostics) {
  return Resolver(std::move(citations), tree, header, grammars, registers, diagnostics).resolve();
}

}  // namespace trichyeu
