#include "extractor/grammar/file_form.h"

#include <unicode/normalizer2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <string>

#include "extractor/grammar/rule_file.h"

namespace trichyeu {
namespace {

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t units = 0;
  u_strFromUTF8(nullptr, 0, &units, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

}  // namespace

std::optional<Error> form_error(std::string_view text, std::string_view file) {
  if (text.size() > largest_rule_file_bytes) {
    return rule_error(file, 0, "", "it is larger than 4 MB", "Part it into files of their own.");
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::size_t line = 1;
  while (!text.empty()) {
    const std::string_view current = text.substr(0, text.find('\n'));
    if (!is_utf8(current))
      return rule_error(file, line, "", "it is not UTF-8", "Save the file as UTF-8.");
    const bool regular = nfc->isNormalizedUTF8(
        icu::StringPiece(current.data(), static_cast<int32_t>(current.size())), status);
    if (U_FAILURE(status) || !regular)
      return rule_error(file, line, "", "it is not NFC", "Save the file composed (NFC).");
    text.remove_prefix(std::min(current.size() + 1, text.size()));
    ++line;
  }
  return std::nullopt;
}

}  // namespace trichyeu
