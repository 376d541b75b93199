// Encodings of Vietnamese text before Unicode, and what stands for them in a text that was read as
// Windows-1252: "§iÒu" for "Điều" in TCVN3, "Ñieàu" in VNI.
//
//   TCVN 5712:1993  VN3, also "ABC": one byte a letter, no capitals with a tone
//   VNI             for Windows: a vowel's mark is a byte after it
//   VISCII          RFC 1456; six capitals are control characters
//   VPS             fourteen capitals are control characters
//   windows-1258    a vowel's tone is a byte after it
//   UTF-8           Unicode whose bytes were read as Windows-1252: "Äiá»u"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trichyeu {

enum class Encoding { unicode, tcvn3, vni, viscii, vps, windows_1258, utf8 };

inline constexpr Encoding legacy_encodings[] = {Encoding::tcvn3,        Encoding::vni,
                                                Encoding::windows_1258, Encoding::viscii,
                                                Encoding::vps,          Encoding::utf8};

// "TCVN3", "VNI", "VISCII", "VPS", "windows-1258", "UTF-8-as-windows-1252"; empty for Unicode as it
// stands.
[[nodiscard]] std::string_view name_of(Encoding encoding);

// What a font's name says of the text set in it.
struct FontEncoding {
  Encoding encoding = Encoding::unicode;  // unicode: nothing is said
  bool capitals = false;                  // .VnTimeH: small letters are drawn as capitals
};
[[nodiscard]] FontEncoding encoding_of_font(std::string_view font_name);

// "VnTimeH" of "GDNPMG+VnTimeH,Bold": the subset's tag and the style are left out.
[[nodiscard]] std::string_view family_of_font(std::string_view font_name);

// Text that a reader took for Windows-1258, as one shows it that takes it for Windows-1252: RTF
// files say so of legacy fonts.
[[nodiscard]] std::string reread_as_windows_1252(std::string_view shown_by_windows_1258);

// Bytes as a reader shows them that takes them for Windows-1252; bytes that it does not have are
// U+0081 … U+009D. Valid UTF-8.
[[nodiscard]] std::string shown_as_windows_1252(std::string_view bytes);

}  // namespace trichyeu
