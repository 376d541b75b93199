#include "models/formats/words.h"

#include <map>

#include "models/cut.h"
#include "models/days.h"
#include "models/embedded_file.h"

namespace trichyeu {
namespace {

struct Wording {
  std::string_view vietnamese;
  std::string_view english;
};

std::map<std::string_view, Wording> parsed_list() {
  std::map<std::string_view, Wording> words;
  std::string_view rest = embedded_file("words.tsv");
  cut(rest, '\n');  // the columns' names
  while (!rest.empty()) {
    std::string_view line = cut(rest, '\n');
    const std::string_view key = cut(line, '\t');
    const std::string_view vietnamese = cut(line, '\t');
    words[key] = {vietnamese, line};
  }
  return words;
}

std::string_view wording_of(std::string_view key, std::string_view language) {
  static const std::map<std::string_view, Wording> words = parsed_list();
  const auto found = words.find(key);
  if (found == words.end()) return key.substr(key.find('.') + 1);
  return language == "en" ? found->second.english : found->second.vietnamese;
}

}  // namespace

std::string worded(std::string_view key, std::string_view language,
                   const std::vector<std::string>& arguments) {
  std::string text(wording_of(key, language));
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const std::string place = '{' + std::to_string(at) + '}';
    const std::size_t found = text.find(place);
    if (found != std::string::npos) text.replace(found, place.size(), arguments[at]);
  }
  return text;
}

std::string worded_day(const std::string& iso, std::string_view language) {
  if (language == "en" || !day_of(iso)) return iso;
  return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

}  // namespace trichyeu
