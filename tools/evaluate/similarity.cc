#include "tools/evaluate/similarity.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace trichyeu {
namespace {

// What Windows-1258 texts often have in place of đ.
constexpr UChar32 icelandic_eth = 0xF0;
constexpr UChar32 d_with_stroke = 0x111;

bool is_letter_or_digit(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0; }

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::vector<std::string> sorted_words(std::string_view text) {
  const std::string line = folded(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString whole = unicode(text);
  if (U_SUCCESS(status)) whole = nfc->normalize(whole, status);
  whole.foldCase();
  icu::UnicodeString words;
  bool in_word = false;
  for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const UChar32 c = whole.char32At(at) == icelandic_eth ? d_with_stroke : whole.char32At(at);
    const bool belongs = is_letter_or_digit(c);
    if (belongs && !in_word && !words.isEmpty()) words.append(UChar32{' '});
    if (belongs) words.append(c);
    in_word = belongs;
  }
  std::string utf8;
  return words.toUTF8String(utf8);
}

bool same_but_for_case(std::string_view a, std::string_view b) {
  return unicode(a).foldCase() == unicode(b).foldCase();
}

double token_f1(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = sorted_words(a);
  const std::vector<std::string> right = sorted_words(b);
  if (left.empty() && right.empty()) return 1;
  std::vector<std::string> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) / static_cast<double>(left.size() + right.size());
}

Pairs paired(std::size_t wanted, std::size_t found,
             const std::function<double(std::size_t, std::size_t)>& similarity, double threshold) {
  const auto share = [](std::size_t at, std::size_t of) {
    return static_cast<double>(at) / static_cast<double>(std::max<std::size_t>(of, 1));
  };
  std::vector<std::tuple<double, double, std::size_t, std::size_t>> candidates;
  for (std::size_t i = 0; i < wanted; ++i) {
    for (std::size_t j = 0; j < found; ++j) {
      const double alike = similarity(i, j);
      if (alike < threshold) continue;
      candidates.emplace_back(-alike, std::abs(share(i, wanted) - share(j, found)), i, j);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> wanted_taken(wanted);
  std::vector<bool> found_taken(found);
  Pairs pairs;
  for (const auto& [alike, distance, i, j] : candidates) {
    if (wanted_taken[i] || found_taken[j]) continue;
    wanted_taken[i] = found_taken[j] = true;
    pairs.emplace_back(i, j);
  }
  return pairs;
}

}  // namespace trichyeu
