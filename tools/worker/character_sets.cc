#include "tools/worker/character_sets.h"

#include <iconv.h>

#include <vector>

namespace trichyeu {
namespace {

constexpr const char* utf8 = "UTF-8";
constexpr const char* others[] = {"UTF-16",       "UTF-16LE",     "UTF-16BE",  "ISO-8859-1",
                                  "WINDOWS-1252", "WINDOWS-1258", "TCVN5712-1"};

// A module stays as long as one conversion by it is open.
std::vector<iconv_t> opened() {
  std::vector<iconv_t> conversions;
  for (const char* other : others) {
    conversions.push_back(iconv_open(utf8, other));
    conversions.push_back(iconv_open(other, utf8));
  }
  return conversions;
}

}  // namespace

void load_character_sets() { static const std::vector<iconv_t> kept = opened(); }

}  // namespace trichyeu
