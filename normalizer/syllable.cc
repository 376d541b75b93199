#include "normalizer/syllable.h"

#include <algorithm>
#include <string>
#include <vector>

#include "normalizer/data_file.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// syllables.tsv, each kind sorted; views of the embedded file.
struct Spelling {
  std::vector<std::string_view> onsets;
  std::vector<std::string_view> rimes;
  std::vector<std::string_view> words;
  std::vector<std::string_view> loans;
};

bool holds(const std::vector<std::string_view>& sorted, std::string_view value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

Spelling read_spelling() {
  Spelling spelling;
  for (const DataRow& row : rows_of_data_file("syllables.tsv")) {
    if (row.size() != 2) continue;
    const std::string_view kind = row[0];
    if (kind == "onset") spelling.onsets.push_back(row[1]);
    if (kind == "rime") spelling.rimes.push_back(row[1]);
    if (kind == "word") spelling.words.push_back(row[1]);
    if (kind == "loan") spelling.loans.push_back(row[1]);
  }
  for (auto* values : {&spelling.onsets, &spelling.rimes, &spelling.words, &spelling.loans}) {
    std::sort(values->begin(), values->end());
  }
  return spelling;
}

const Spelling& spelling() {
  static const Spelling read = read_spelling();
  return read;
}

enum class Tone { level, sharp_or_heavy, other, several };

Tone tone_of(std::string_view lower) {
  Tone tone = Tone::level;
  for (std::size_t byte = 0; byte < lower.size();) {
    const CodePoint here = code_point_at(lower, byte);
    const std::string_view letter = lower.substr(byte, here.bytes);
    byte += here.bytes;
    if (fold_tones(letter) == letter) continue;
    if (tone != Tone::level) return Tone::several;
    const bool stopped = std::string_view("áắấéếíóốớúứý").find(letter) != std::string_view::npos ||
                         std::string_view("ạặậẹệịọộợụựỵ").find(letter) != std::string_view::npos;
    tone = stopped ? Tone::sharp_or_heavy : Tone::other;
  }
  return tone;
}

bool ends_in_stop(std::string_view rime) {
  const std::string_view end = rime.substr(rime.size() - std::min<std::size_t>(2, rime.size()));
  return end == "ch" || (!end.empty() && std::string_view("cpt").find(end.back()) != end.npos);
}

// c, g, ng stand before a, o, u and their kin; k, gh, ngh before e, ê, i, y.
bool agree(std::string_view onset, std::string_view rime) {
  const char32_t vowel = code_point_at(rime, 0).value;
  const bool front = vowel == U'e' || vowel == U'ê' || vowel == U'i' || vowel == U'y';
  if (onset == "c" || onset == "g" || onset == "ng") return !front;
  if (onset == "k" || onset == "gh" || onset == "ngh") return front;
  return true;
}

// "gì", "gìn", "giếng": one i serves onset and rime.
bool shares_i(std::string_view toneless) {
  return toneless.substr(0, 2) == "gi" && holds(spelling().rimes, toneless.substr(1));
}

bool is_spelled(std::string_view toneless, bool stopped) {
  const auto fits = [&](std::string_view rime) {
    return holds(spelling().rimes, rime) && (stopped || !ends_in_stop(rime));
  };
  if (fits(toneless)) return true;
  for (std::size_t size = 1; size <= 3 && size < toneless.size(); ++size) {
    const std::string_view onset = toneless.substr(0, size);
    const std::string_view rime = toneless.substr(size);
    if (holds(spelling().onsets, onset) && fits(rime) && agree(onset, rime)) return true;
  }
  return shares_i(toneless) && fits(toneless.substr(1));
}

}  // namespace

bool is_syllable(std::string_view letters) {
  constexpr std::size_t longest_bytes = 16;  // "nghiêng" with a tone has ten
  if (letters.empty() || letters.size() > longest_bytes) return false;
  const std::string lower = lowercase(letters);
  if (holds(spelling().loans, lower)) return true;
  const Tone tone = tone_of(lower);
  if (tone == Tone::several) return false;
  return is_spelled(fold_tones(lower), tone == Tone::sharp_or_heavy);
}

bool is_word_without_onset(std::string_view letters) {
  return holds(spelling().words, lowercase(letters));
}

bool is_onset(std::string_view letters) { return holds(spelling().onsets, lowercase(letters)); }

}  // namespace trichyeu
