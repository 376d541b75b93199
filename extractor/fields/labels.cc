#include "extractor/fields/labels.h"

#include <array>
#include <utility>

#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 8> roles_by_label = {
    {{"lead", Role::lead},
     {"coordinate", Role::coordinate},
     {"lead-coordinate", Role::lead_coordinate},
     {"time", Role::time},
     {"product", Role::product},
     {"number", Role::number},
     {"work", Role::work},
     {"other", Role::other}}};

constexpr std::array<std::pair<std::string_view, SectionClass>, 7> classes_by_label = {
    {{"none", SectionClass::none},
     {"schedule", SectionClass::schedule},
     {"tasks", SectionClass::tasks},
     {"content", SectionClass::content},
     {"organisation", SectionClass::organisation},
     {"effect", SectionClass::effect},
     {"reporting", SectionClass::reporting}}};

constexpr std::size_t longest_label = 120;  // bytes, with its colon

template <typename Pairs>
auto named(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs) {
    if (key == name) return value;
  }
  return pairs.back().second;
}

// The label that the text begins with, and those behind a byte for which `parts` holds: a blank, or
// a bracket that opens.
template <typename Parts>
std::vector<Label> labels_behind(std::string_view text, const Grammars& grammars,
                                 const Parts& parts) {
  std::vector<Label> labels;
  if (auto first = label_of(text, grammars)) labels.push_back(*first);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!parts(at)) continue;
    const std::size_t from = at + 1;
    auto next = label_of(beginning_of(text.substr(from), longest_label), grammars);
    // Inside a line only a label with its colon is one.
    if (!next || !is_field(next->role) ||
        text.substr(from + next->bytes.to_byte, 2).find(':') == std::string_view::npos)
      continue;
    if (!labels.empty())
      labels.back().value = trimmed({labels.back().value.from_byte, at}, text, ".;");
    next->bytes = {next->bytes.from_byte + from, next->bytes.to_byte + from};
    next->value = {next->value.from_byte + from, text.size()};
    labels.push_back(*next);
  }
  return labels;
}

}  // namespace

std::optional<Label> label_of(std::string_view text, const Grammars& grammars) {
  const auto match = grammars.grammar("labels").find(text);
  if (!match || match->bytes.from_byte != 0) return std::nullopt;
  Label label;
  label.rule = match->rule;
  label.role = named(roles_by_label, match->emitted("role"));
  const auto words = match->captures.find("label");
  label.bytes = words == match->captures.end() ? match->bytes : words->second;
  label.value = {match->bytes.to_byte, text.size()};
  while (!label.value.empty() && text[label.value.from_byte] == ' ') ++label.value.from_byte;
  return label;
}

std::vector<Label> labels_of(std::string_view text, const Grammars& grammars) {
  return labels_behind(text, grammars, [text](std::size_t at) {
    if (text[at] == '(') return true;
    return at > 0 && text[at] == ' ' && (text[at - 1] == '.' || text[at - 1] == ';');
  });
}

std::vector<Label> labels_of_cell(std::string_view text, const Grammars& grammars) {
  return labels_behind(text, grammars, [text](std::size_t at) {
    return text[at] == '(' || (text[at] == ' ' && !starts_lowercase(text.substr(at + 1)));
  });
}

bool is_field(Role role) {
  return role == Role::lead || role == Role::coordinate || role == Role::lead_coordinate ||
         role == Role::time || role == Role::product;
}

std::optional<SectionClass> section_class_of(std::string_view heading, const Grammars& grammars) {
  const auto match = grammars.grammar("sections").find(heading);
  if (!match) return std::nullopt;
  return named(classes_by_label, match->emitted("class"));
}

}  // namespace trichyeu
