#include <map>

#include "tools/register/data_list.h"
#include "tools/register/report_table.h"

namespace trichyeu {
namespace {

struct Wording {
  std::string_view vietnamese;
  std::string_view english;
};

const std::map<std::string_view, Wording>& wordings() {
  static const std::map<std::string_view, Wording> all = [] {
    std::map<std::string_view, Wording> read;
    for (const DataRow& row : register_list("report-words.tsv")) read[row[0]] = {row[1], row[2]};
    return read;
  }();
  return all;
}

}  // namespace

std::string report_word(std::string_view key, std::string_view language) {
  const auto found = wordings().find(key);
  if (found == wordings().end()) {
    const std::size_t dot = key.rfind('.');
    return std::string(dot == std::string_view::npos ? key : key.substr(dot + 1));
  }
  return std::string(language == "en" ? found->second.english : found->second.vietnamese);
}

}  // namespace trichyeu
