#include "tools/command/versions.h"

#include <leptonica/allheaders.h>
#include <libical/ical.h>
#include <libxml/parser.h>
#include <link.h>
#include <openssl/crypto.h>
#include <poppler-version.h>
#include <tesseract/capi.h>
#include <unicode/uversion.h>
#include <xlsxwriter.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace trichyeu {
namespace {

std::string icu_version() {
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

std::string leptonica_version() {
  char* text = getLeptonicaVersion();  // "leptonica-1.82.0"
  const std::string version = text == nullptr ? "" : text;
  lept_free(text);
  return version.substr(version.find('-') + 1);
}

// RE2 does not tell its version; the file that is loaded does: "/usr/lib/…/libre2.so.9.0.0".
int note_re2_version(dl_phdr_info* library, std::size_t /*size*/, void* version) {
  std::error_code ignored;
  const std::string file =
      std::filesystem::canonical(library->dlpi_name, ignored).filename().string();
  constexpr std::string_view before_version = "libre2.so.";
  if (file.rfind(before_version, 0) != 0) return 0;
  *static_cast<std::string*>(version) = file.substr(before_version.size());
  return 1;
}

std::string re2_version() {
  std::string version = "of unknown version";
  dl_iterate_phdr(note_re2_version, &version);
  return version;
}

}  // namespace

std::vector<Version> library_versions() {
  return {{"ICU", icu_version()},
          {"RE2", re2_version()},
          {"libxml2", LIBXML_DOTTED_VERSION},
          {"Poppler", poppler::version_string()},
          {"Tesseract", TessVersion()},
          {"Leptonica", leptonica_version()},
          {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)},
          {"libxlsxwriter", lxw_version()},
          {"libical", ICAL_VERSION}};
}

std::string version_text() {
  std::string text = "trichyeu " TRICHYEU_VERSION "\n";
  for (const Version& library : library_versions())
    text += "  " + library.name + ' ' + library.version + '\n';
  return text;
}

}  // namespace trichyeu
