// Legacy Vietnamese text to Unicode, told per font and per line.
//
//   "Céng hßa x· héi chñ nghÜa ViÖt Nam"                   "Cộng hòa xã hội chủ nghĩa Việt Nam"
//   {"Keá hoaïch", "VNI-Times"}                            "Kế hoạch"
//   {"kÕ ho¹ch", ".VnTimeH"}                               "KẾ HOẠCH"
//   "Kế hoạch", in any font                                as it stands
//   "déjà vu", "25 °C"                                     as they stand
//
// Input is what a reader shows that takes the bytes for Windows-1252; raw bytes are put so by
// shown_as_windows_1252. U+00AD, U+00A0 and control characters may be letters: drop none before.
// A text with a Vietnamese letter that Windows-1252 lacks (ư, ế) is Unicode already and stays.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/diagnostic.h"
#include "normalizer/legacy/encoding.h"

namespace trichyeu {

// A stretch of text in one font; an empty name where none is known.
struct FontRun {
  std::string text;
  std::string font;
};

struct DecodedRun {
  std::string text;  // NFC where the encoding is a legacy one; else as it was
  Encoding encoding = Encoding::unicode;
};

// How much of a text was in a legacy encoding, and what of it could not be recovered.
struct EncodingUse {
  Encoding encoding = Encoding::unicode;
  std::size_t bytes = 0;     // of the text as shown
  std::size_t unknown = 0;   // characters without a letter in the encoding; kept as they were
  std::size_t restored = 0;  // letters put back where the source had lost them
};

struct DecodedRuns {
  std::vector<DecodedRun> runs;  // one for each
  std::vector<EncodingUse> uses;
};

// The runs of a page or of a document, in reading order. All text of one family of fonts is one
// piece of evidence: the font's name speaks for an encoding, and the text can overrule it.
// Neighbours in one encoding are decoded together, so that a letter and its mark may stand in two
// runs.
[[nodiscard]] DecodedRuns decode_runs(const std::vector<FontRun>& runs);

// One run by itself.
[[nodiscard]] DecodedRun decode_run(std::string_view text, std::string_view font_name);

struct DecodedText {
  std::string text;               // with the same lines
  std::vector<EncodingUse> uses;  // most text first; empty where nothing was changed
  std::size_t garbled_lines = 0;  // that read like Vietnamese in no encoding; kept as they were
};

// Lines of valid UTF-8 without fonts. Each line is evidence for itself, and all lines together for
// those that say little: a line is taken for legacy text only on two words or more, or where such
// lines lead.
[[nodiscard]] DecodedText decode_lines(std::string_view shown);

// Bytes that are not UTF-8: nothing where no legacy encoding is evident.
[[nodiscard]] std::optional<DecodedText> decode_bytes(std::string_view bytes);

// Adds up the uses of pages.
void add_uses(std::vector<EncodingUse>& sum, const std::vector<EncodingUse>& more);

// "TCVN3", or "TCVN3 VNI" with the one that holds most text first; empty for none.
[[nodiscard]] std::string names_of(const std::vector<EncodingUse>& uses);

// What a reader of the output must know: text-recoded, characters-unrecovered, letters-restored.
[[nodiscard]] std::vector<Diagnostic> diagnostics_of(const std::vector<EncodingUse>& uses);
// These, and lines-garbled.
[[nodiscard]] std::vector<Diagnostic> diagnostics_of(const DecodedText& text);

}  // namespace trichyeu
