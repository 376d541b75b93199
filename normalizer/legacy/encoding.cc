#include "normalizer/legacy/encoding.h"

#include <array>
#include <cstdint>
#include <vector>

#include "normalizer/data_file.h"
#include "normalizer/legacy/code_table.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// "GDNPNI+VnTime" is a part of VnTime.
std::string_view without_subset_tag(std::string_view name) {
  constexpr std::size_t tag_size = 6;
  return name.size() > tag_size && name[tag_size] == '+' ? name.substr(tag_size + 1) : name;
}

// ".VnTimeH,Bold", "VnTimeHBold", ".VnTimeH Bold Italic" are .VnTimeH.
std::string_view without_style(std::string_view name) {
  constexpr std::array<std::string_view, 6> endings = {"Bold",    "Italic", "BoldItalic",
                                                       "Regular", "Normal", "Oblique"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view ending : endings) {
      if (!name.ends_with(ending)) continue;
      name.remove_suffix(ending.size());
      cut = true;
    }
    while (!name.empty() && std::string_view(" ,-").find(name.back()) != std::string_view::npos)
      name.remove_suffix(1);
  }
  return name;
}

Encoding encoding_named(std::string_view name) {
  for (const Encoding encoding : legacy_encodings) {
    if (name_of(encoding) == name) return encoding;
  }
  return Encoding::unicode;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::unicode: break;
    case Encoding::tcvn3: return "TCVN3";
    case Encoding::vni: return "VNI";
    case Encoding::viscii: return "VISCII";
    case Encoding::vps: return "VPS";
    case Encoding::windows_1258: return "windows-1258";
    case Encoding::utf8: return "UTF-8-as-windows-1252";
  }
  return "";
}

std::string_view family_of_font(std::string_view font_name) {
  return without_style(without_subset_tag(font_name));
}

FontEncoding encoding_of_font(std::string_view font_name) {
  const std::string_view family = family_of_font(font_name);
  static const std::vector<DataRow> rows = rows_of_data_file("fonts.tsv");
  for (const DataRow& row : rows) {
    if (row.size() != 2 || !family.starts_with(row[0])) continue;
    const Encoding encoding = encoding_named(row[1]);
    return {encoding, encoding == Encoding::tcvn3 && family.ends_with('H')};
  }
  return {};
}

std::string reread_as_windows_1252(std::string_view shown_by_windows_1258) {
  std::string text;
  for (std::size_t byte = 0; byte < shown_by_windows_1258.size();) {
    const CodePoint here = code_point_at(shown_by_windows_1258, byte);
    append_utf8(text, reread(here.value));
    byte += here.bytes;
  }
  return text;
}

std::string shown_as_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes) append_utf8(text, shown_for(static_cast<std::uint8_t>(byte)));
  return text;
}

}  // namespace trichyeu
