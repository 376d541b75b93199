// All text of a font is weighed as one; neighbours in one encoding are decoded as one.
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "normalizer/legacy/choice.h"
#include "normalizer/legacy/decode.h"
#include "normalizer/legacy/legacy.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double weight_of_name = 15;  // of a font's, in units of likelihood

Encoding encoding_of(std::string_view text, const FontEncoding& font) {
  const bool named = font.encoding != Encoding::unicode;
  const bool suspicious = may_be_legacy(text);
  if (!named && !suspicious) return Encoding::unicode;
  Leaning leaning;
  leaning.on_little = named;
  // Letters of Unicode in a legacy font: the file has its own table of characters for it.
  leaning.by_encoding[index_of(font.encoding)] = shows_unicode(text) ? 0 : weight_of_name;
  return choose(evidences_of(text), leaning);
}

// A legacy font's text that says more when its bytes are shown by Windows-1252.
bool was_shown_by_windows_1258(std::string_view text, const FontEncoding& font) {
  if (font.encoding == Encoding::unicode || !shows_unicode(text)) return false;
  const std::string again = reread_as_windows_1252(text);
  if (shows_unicode(again)) return false;
  const Evidence reread = evidences_of(again)[index_of(font.encoding)];
  const Evidence as_it_stands = evidences_of(text)[index_of(Encoding::unicode)];
  return reread.likelihood > as_it_stands.likelihood && reread.syllables > as_it_stands.syllables;
}

using Texts = std::map<std::string, std::string>;                // by family
using Encodings = std::map<std::string, Encoding, std::less<>>;  // by family

// PDF files cut one font into several, some of which hold but a few letters.
Texts texts_by_family(const std::vector<FontRun>& runs) {
  Texts texts;
  for (const FontRun& run : runs) texts[std::string(family_of_font(run.font))] += run.text + "\n";
  return texts;
}

std::vector<FontRun> as_windows_1252_shows(std::vector<FontRun> runs) {
  for (const auto& [family, text] : texts_by_family(runs)) {
    if (!was_shown_by_windows_1258(text, encoding_of_font(family))) continue;
    for (FontRun& run : runs) {
      if (family_of_font(run.font) == family) run.text = reread_as_windows_1252(run.text);
    }
  }
  return runs;
}

Encodings encodings_by_family(const std::vector<FontRun>& runs) {
  Encodings encodings;
  for (const auto& [family, text] : texts_by_family(runs))
    encodings[family] = encoding_of(text, encoding_of_font(family));
  return encodings;
}

class RunDecoder {
 public:
  explicit RunDecoder(const std::vector<FontRun>& runs)
      : runs_(as_windows_1252_shows(runs)), encodings_(encodings_by_family(runs_)) {}

  DecodedRuns decoded() && {
    for (std::size_t from = 0; from < runs_.size();) {
      std::size_t to = from + 1;
      while (to < runs_.size() && encoding(to) == encoding(from)) ++to;
      decode_neighbours(from, to);
      from = to;
    }
    return std::move(done_);
  }

 private:
  [[nodiscard]] Encoding encoding(std::size_t run) const {
    return encodings_.find(family_of_font(runs_[run].font))->second;
  }

  void decode_neighbours(std::size_t from, std::size_t to) {
    if (encoding(from) == Encoding::unicode) {
      for (; from < to; ++from) done_.runs.push_back({runs_[from].text, Encoding::unicode});
      return;
    }
    std::string shown;
    for (std::size_t i = from; i < to; ++i) shown += runs_[i].text;
    const Decoding decoding = decode(shown, encoding(from));
    add_uses(done_.uses, {{encoding(from), shown.size(), decoding.unknown, decoding.restored}});
    const OffsetMap& map = decoding.rewrite.map;
    std::size_t source = 0, result = 0;
    for (std::size_t i = from; i < to; ++i) {
      source += runs_[i].text.size();
      const std::size_t end =
          i + 1 < to ? map.to_result({source, source}).from_byte : decoding.rewrite.text.size();
      add(i, decoding.rewrite.text.substr(result, end - result));
      result = end;
    }
  }

  void add(std::size_t run, std::string text) {
    const bool capitals = encoding_of_font(runs_[run].font).capitals;
    done_.runs.push_back({capitals ? uppercase(text) : std::move(text), encoding(run)});
  }

  std::vector<FontRun> runs_;
  Encodings encodings_;
  DecodedRuns done_;
};

}  // namespace

DecodedRuns decode_runs(const std::vector<FontRun>& runs) { return RunDecoder(runs).decoded(); }

DecodedRun decode_run(std::string_view text, std::string_view font_name) {
  return decode_runs({{std::string(text), std::string(font_name)}}).runs.front();
}

}  // namespace trichyeu
