#include "extractor/fields/citations/parse.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extractor/fields/citations/cited_date.h"
#include "extractor/fields/name_case.h"
#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// How much a doubt lowers the chance to be right.
constexpr double repaired_confidence = 0.93;
constexpr double unknown_letters_confidence = 0.85;
constexpr double mismatch_confidence = 0.9;
constexpr double impossible_date_confidence = 0.7;
constexpr double unread_confidence = 0.4;

double confidence_of(const CitationFind& find) {
  const std::string_view printed = find.emitted("confidence");
  double value = 0.5;
  std::from_chars(printed.data(), printed.data() + printed.size(), value);
  return value;
}

int year_of(std::string_view iso) {
  int year = 0;
  std::from_chars(iso.data(), iso.data() + std::min<std::size_t>(4, iso.size()), year);
  return year;
}

void append_reason(std::string& repair, const std::string& reason) {
  if (reason.empty()) return;
  if (!repair.empty()) repair += "; ";
  repair += reason;
}

class CitationParser {
 public:
  CitationParser(const DocumentTree& tree, const std::string& issued, const Grammars& grammars,
                 const Registers& registers, std::vector<Diagnostic>& diagnostics)
      : tree_(tree),
        issued_(issued),
        grammars_(grammars),
        registers_(registers),
        diagnostics_(diagnostics) {}

  ParsedCitation parse(CitationFind find) {
    ParsedCitation parsed;
    parsed.find = std::move(find);
    Citation& citation = parsed.citation;
    citation.value =
        value_of(parsed.find.bytes, tree_, parsed.find.rule->id, confidence_of(parsed.find));
    const bool numbered = parsed.find.emitted("kind") == "numbered" || parsed.find.has("number");
    citation.kind = numbered ? CitationKind::numbered : CitationKind::named;
    parse_type(parsed);
    if (numbered) parse_number_of(parsed);
    const std::string amended = amended_law_of(parsed);
    if (!amended.empty()) {
      parsed.number.reset();
      citation.number.clear();
      citation.kind = CitationKind::named;
      parsed.amended = amended;
    }
    parse_date(parsed);
    citation.issuer = line_of(parsed.find, "issuer");
    citation.locator = line_of(parsed.find, parsed.find.has("locator") ? "locator" : "locator_of");
    while (!citation.locator.empty() && citation.locator.back() == ',') citation.locator.pop_back();
    parsed.title = line_of(parsed.find, parsed.find.has("definition") ? "definition" : "title");
    return parsed;
  }

 private:
  std::string line_of(const CitationFind& find, std::string_view part) const {
    const auto found = find.parts.find(part);
    return found == find.parts.end() ? std::string{} : one_line(found->second, tree_.text);
  }

  void report(std::string code, std::vector<std::string> arguments, const ParsedCitation& parsed) {
    diagnostics_.push_back({std::move(code), std::move(arguments), parsed.citation.value.place.page,
                            parsed.find.bytes});
  }

  void parse_type(ParsedCitation& parsed) {
    const std::string printed = line_of(parsed.find, "type");
    if (printed.empty()) return;
    parsed.type = registers_.type_named(printed);
    parsed.citation.type = parsed.type ? parsed.type->name : capitalized(sentence_case(printed));
  }

  void parse_number_of(ParsedCitation& parsed) {
    const bool damaged = parsed.find.emitted("damaged") == "yes";
    std::string printed = line_of(parsed.find, "number");
    if (parsed.find.has("shared")) {
      if (auto shared = parse_number(line_of(parsed.find, "shared"), damaged, registers_)) {
        printed = line_of(parsed.find, "running") + shared->separator + shared->symbol;
        parsed.citation.value.inherited = "number";
      }
    }
    if (printed.empty()) {
      report("citation-number-blank", {parsed.citation.value.text}, parsed);
      return;
    }
    parsed.number = parse_number(printed, damaged, registers_);
    if (!parsed.number) {
      parsed.citation.number = printed;
      parsed.citation.value.confidence *= unread_confidence;
      report("citation-unparsed", {parsed.citation.value.text}, parsed);
      return;
    }
    take_number(parsed, *parsed.number);
  }

  void take_number(ParsedCitation& parsed, const CitedNumber& number) {
    Citation& citation = parsed.citation;
    citation.number = number.text;
    citation.canonical_number = number.canonical;
    append_reason(citation.value.repair, number.repair);
    if (!number.repair.empty()) citation.value.confidence *= repaired_confidence;
    const bool known =
        !number.type_code.empty() ||
        (!number.issuers.empty() && registers_.issuer_of_code(number.issuers.front()) != nullptr);
    if (!known && !number.symbol.empty()) citation.value.confidence *= unknown_letters_confidence;
    if (parsed.type == nullptr && citation.type.empty()) {
      parsed.type = registers_.type_of_code(number.type_code);
      if (parsed.type) citation.type = parsed.type->name;
    } else if (parsed.type && !number.type_code.empty() &&
               !registers_.may_carry(*parsed.type, number.type_code)) {
      citation.value.confidence *= mismatch_confidence;
      report("citation-type-mismatch", {citation.type, citation.number}, parsed);
    }
  }

  // "Luật sửa đổi … của Luật Giá số …": the number may be that of the law which is amended.
  std::string amended_law_of(const ParsedCitation& parsed) const {
    if (parsed.find.emitted("amends") != "yes" || !parsed.number) return {};
    const WordList& laws = grammars_.list("laws");
    const std::string name = lowercase(line_of(parsed.find, "title"));
    for (const std::size_t row : laws.rows_with("number", parsed.number->text)) {
      const std::string_view title = laws.cell(row, "title");
      if (name.find(lowercase(title.substr(0, title.find('|')))) != std::string::npos)
        return parsed.number->text;
    }
    return {};
  }

  void parse_date(ParsedCitation& parsed) {
    Citation& citation = parsed.citation;
    const std::string symbol_year = parsed.number ? parsed.number->year : std::string{};
    const CitedDate date =
        date_of(parsed.find, tree_.text, symbol_year, year_of(issued_), grammars_);
    citation.date = date.iso;
    append_reason(citation.value.repair, date.repair);
    if (date.impossible) {
      citation.value.confidence *= impossible_date_confidence;
      report("citation-date-impossible", {citation.value.text}, parsed);
    }
    if (date.iso.empty()) return;
    if (!symbol_year.empty() && date.iso.compare(0, 4, symbol_year) != 0) {
      report("citation-year-mismatch", {citation.number, date.iso}, parsed);
    }
    const std::size_t precision = std::min(issued_.size(), date.iso.size());
    if (!issued_.empty() && date.iso.compare(0, precision, issued_, 0, precision) > 0) {
      report("citation-date-later", {date.iso, issued_}, parsed);
    }
  }

  const DocumentTree& tree_;
  const std::string& issued_;
  const Grammars& grammars_;
  const Registers& registers_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

std::vector<ParsedCitation> parse_citations(std::vector<CitationFind> finds,
                                            const DocumentTree& tree, const std::string& issued,
                                            const Grammars& grammars, const Registers& registers,
                                            std::vector<Diagnostic>& diagnostics) {
  CitationParser parser(tree, issued, grammars, registers, diagnostics);
  std::vector<ParsedCitation> parsed;
  for (CitationFind& find : finds) {
    if (find.emitted("needs") == "issuer" && !find.has("issuer")) continue;
    parsed.push_back(parser.parse(std::move(find)));
  }
  return parsed;
}

}  // namespace trichyeu
