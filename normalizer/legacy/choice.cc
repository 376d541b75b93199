#include "normalizer/legacy/choice.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "normalizer/legacy/code_table.h"
#include "normalizer/legacy/decode.h"
#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t evidence_within = 8192;     // bytes
constexpr double least_gain = 8;                  // of likelihood over the text as it stands
constexpr double least_gain_over_syllables = 30;  // where it is sound Vietnamese as it stands
constexpr int least_syllables = 2;
constexpr int least_marked_to_be_garbled = 3;
constexpr double highest_lead = 20;

std::string_view beginning_of(std::string_view text) {
  if (text.size() <= evidence_within) return text;
  std::size_t end = evidence_within;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool is_evident(const Evidence& evidence) {
  return evidence.syllables >= least_syllables && evidence.syllables * 2 >= evidence.marked;
}

bool is_sound(const Evidence& evidence) {
  return evidence.marked > 0 && evidence.syllables == evidence.marked;
}

double gain_needed(const Evidence& unicode, const Leaning& leaning) {
  return is_sound(unicode) && !leaning.on_little ? least_gain_over_syllables : least_gain;
}

}  // namespace

bool shows_unicode(std::string_view shown) {
  for (std::size_t byte = 0; byte < shown.size();) {
    const CodePoint here = code_point_at(shown, byte);
    byte += here.bytes;
    const auto c = static_cast<UChar32>(here.value);
    const bool letter_or_mark = u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK;
    if (here.value >= 0x80 && letter_or_mark && !byte_shown_as(here.value)) return true;
  }
  return false;
}

bool may_be_legacy(std::string_view shown) {
  const bool beyond_ascii = std::any_of(shown.begin(), shown.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 ||
           (byte < 0x20 && std::string_view("\t\n\v\f\r").find(c) == std::string_view::npos);
  });
  return beyond_ascii && !shows_unicode(shown);
}

Evidences evidences_of(std::string_view shown) {
  const std::string_view text = beginning_of(shown);
  Evidences evidences;
  evidences[index_of(Encoding::unicode)] = evidence_of(compose_letters(text).text);
  for (const Encoding encoding : legacy_encodings)
    evidences[index_of(encoding)] = evidence_of(decode(text, encoding).rewrite.text);
  return evidences;
}

Encoding choose(const Evidences& evidences, const Leaning& leaning) {
  const auto likelihood = [&](Encoding encoding) {
    return evidences[index_of(encoding)].likelihood + leaning.by_encoding[index_of(encoding)];
  };
  Encoding best = legacy_encodings[0];
  for (const Encoding encoding : legacy_encodings) {
    if (likelihood(encoding) > likelihood(best)) best = encoding;
  }
  if (leaning.raw) return best;
  const bool enough = leaning.on_little || is_evident(evidences[index_of(best)]);
  const double gain = gain_needed(evidences[index_of(Encoding::unicode)], leaning);
  const bool better = likelihood(best) >= likelihood(Encoding::unicode) + gain;
  return enough && better ? best : Encoding::unicode;
}

bool is_garbled(const Evidence& evidence) {
  return evidence.marked >= least_marked_to_be_garbled && evidence.syllables * 2 < evidence.marked;
}

Vote vote_of(const Evidences& evidences, bool raw) {
  Leaning leaning;
  leaning.raw = raw;
  const Encoding best = choose(evidences, leaning);
  const double likelihood = evidences[index_of(best)].likelihood;
  if (!is_evident(evidences[index_of(best)])) return {};
  double lead = highest_lead;
  for (const Encoding encoding : legacy_encodings) {
    if (encoding != best)
      lead = std::min(lead, likelihood - evidences[index_of(encoding)].likelihood);
  }
  return {best, lead};
}

}  // namespace trichyeu
