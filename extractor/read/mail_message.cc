#include "extractor/read/mail_message.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace trichyeu {
namespace {

constexpr std::size_t longest_header = 65536;
constexpr std::string_view mime_field = "mime-version";

// The field's name, small; empty where the line is none.
std::string field_name(std::string_view line) {
  std::string name(line.substr(0, std::min(line.find(':'), line.size())));
  if (name.size() == line.size()) return {};
  for (char& c : name) {
    if (c <= ' ' || static_cast<unsigned char>(c) >= 0x7F) return {};
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

}  // namespace

bool is_mail_message(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, longest_header);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const bool goes_on = line.substr(0, 1) == " " || line.substr(0, 1) == "\t";
    if (goes_on) continue;
    const std::string name = field_name(line);
    if (name.empty()) return false;
    if (name == mime_field) return true;
  }
  return false;
}

}  // namespace trichyeu
