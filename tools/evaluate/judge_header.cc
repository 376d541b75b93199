#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

#include "tools/evaluate/judge.h"
#include "tools/evaluate/similarity.h"

namespace trichyeu {
namespace {

// A field of a header: its text, and the confidence of the value that it is taken from.
struct HeaderField {
  std::string text;
  std::optional<double> confidence;  // none where there is no value
};

HeaderField field_of(const std::optional<Value>& value) {
  if (!value) return {};
  return {value->text, value->confidence};
}

struct HeaderRule {
  Field field;
  std::string key;  // of gold
  HeaderField (*of)(const Header&);
  bool (*same)(const std::string& wanted, const std::string& found);
};

bool is_equal(const std::string& wanted, const std::string& found) { return wanted == found; }
bool is_alike(const std::string& wanted, const std::string& found) {
  return token_f1(wanted, found) >= 0.9;
}
bool reads_as(const std::string& wanted, const std::string& found) {
  return folded(wanted) == folded(found);
}

const std::vector<HeaderRule>& rules() {
  static const std::vector<HeaderRule> list{
      {Field::header_number, "number",
       [](const Header& header) {
         return header.number ? field_of(header.number->value) : HeaderField{};
       },
       is_equal},
      {Field::header_symbol, "symbol",
       [](const Header& header) {
         return HeaderField{header.number ? header.number->symbol : std::string(), {}};
       },
       reads_as},
      {Field::header_place, "place", [](const Header& header) { return field_of(header.place); },
       reads_as},
      {Field::header_date, "date",
       [](const Header& header) {
         return header.date ? HeaderField{header.date->iso, header.date->value.confidence}
                            : HeaderField{};
       },
       is_equal},
      {Field::header_type, "type",
       [](const Header& header) {
         return header.type ? field_of(header.type->value) : HeaderField{};
       },
       reads_as},
      {Field::header_title, "title", [](const Header& header) { return field_of(header.title); },
       is_alike},
      {Field::header_issuer, "issuer",
       [](const Header& header) {
         return header.issuer ? field_of(header.issuer->value) : HeaderField{};
       },
       reads_as},
      {Field::header_signer, "signer",
       [](const Header& header) { return field_of(header.signature.signer); }, reads_as},
  };
  return list;
}

// Whether a field that is written by hand is at least not wrong.
bool is_excused(const HeaderRule& rule, const std::string& wanted, const std::string& found) {
  if (found.empty()) return true;
  return rule.field == Field::header_date && wanted.starts_with(found);
}

void judge_field(const HeaderRule& rule, const Gold& gold, const Header& header,
                 DocumentEvaluation& document) {
  const std::string wanted = rule.of(gold.plan.header).text;
  const HeaderField found = rule.of(header);
  const bool same = rule.same(wanted, found.text);
  const bool excused = gold.handwritten.contains(rule.key) && is_excused(rule, wanted, found.text);
  const bool right = document.has_output && (same || excused);
  const bool exact = right && reads_as(wanted, found.text);
  document.judgements.push_back(
      {rule.field, right ? Outcome::right : Outcome::wrong, exact, rule.key, wanted, found.text});
  if (found.confidence && !found.text.empty()) {
    document.estimates.push_back({*found.confidence, right});
  }
}

std::string without_brackets(std::string text) {
  while (true) {
    const std::size_t open = text.find('(');
    const std::size_t close = open == std::string::npos ? open : text.find(')', open);
    if (close == std::string::npos) return text;
    text.erase(open, close + 1 - open);
  }
}

// A recipient's letters alone: blanks come and go with the reading.
std::string recipient_key(const Recipient& recipient) {
  std::string key = folded(without_brackets(recipient.value.text));
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

std::vector<std::string> recipient_keys(const std::vector<Recipient>& recipients) {
  std::vector<std::string> keys;
  for (const Recipient& recipient : recipients) keys.push_back(recipient_key(recipient));
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::string joined(const std::vector<Recipient>& recipients) {
  std::string text;
  for (const Recipient& recipient : recipients) {
    text += (text.empty() ? "" : "; ") + recipient.value.text;
  }
  return text;
}

void judge_recipients(const Gold& gold, const Header& header, DocumentEvaluation& document) {
  const std::vector<std::string> wanted = recipient_keys(gold.plan.header.recipients);
  const std::vector<std::string> found = recipient_keys(header.recipients);
  std::vector<std::string> common;
  std::set_intersection(wanted.begin(), wanted.end(), found.begin(), found.end(),
                        std::back_inserter(common));
  const bool right =
      document.has_output && static_cast<double>(common.size()) >=
                                 0.9 * static_cast<double>(std::max(wanted.size(), found.size()));
  document.judgements.push_back({Field::header_recipients, right ? Outcome::right : Outcome::wrong,
                                 right && wanted == found, "recipients",
                                 joined(gold.plan.header.recipients), joined(header.recipients)});
  for (const Recipient& recipient : header.recipients) {
    const bool wanted_too =
        std::binary_search(wanted.begin(), wanted.end(), recipient_key(recipient));
    document.estimates.push_back({recipient.value.confidence, wanted_too});
  }
}

}  // namespace

void judge_header(const Gold& gold, const Header& found, DocumentEvaluation& document) {
  for (const HeaderRule& rule : rules()) {
    if (gold.header.contains(rule.key)) judge_field(rule, gold, found, document);
  }
  if (gold.header.contains("recipients")) judge_recipients(gold, found, document);
}

}  // namespace trichyeu
