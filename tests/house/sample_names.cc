#include "tests/house/sample_names.h"

#include <re2/re2.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace trichyeu::house {
namespace {

using Json = nlohmann::json;

constexpr const char* registers[] = {"extractor/grammars/issuers.tsv",
                                     "extractor/grammars/provinces.tsv"};

// Calls `use` with every text in the value, however deep.
template <typename Use>
void each_text(const Json& value, const Use& use) {
  if (value.is_string()) use(value.get_ref<const std::string&>());
  if (!value.is_structured()) return;
  for (const Json& part : value) each_text(part, use);
}

// "Kiên Giang" of "UBND tỉnh Kiên Giang".
void add_places(const std::string& text, std::set<std::string>& names) {
  static const re2::RE2 place(
      "(?:[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hôn|THPT|"
      "THCS|[Tt]iểu học|[Mm]ầm non) (\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)*)");
  re2::StringPiece rest(text);
  std::string name;
  while (re2::RE2::FindAndConsume(&rest, place, &name)) names.insert(name);
}

bool is_rule_file(const std::string& path) {
  if (!path.starts_with("extractor/grammars/")) return false;
  for (const char* named : registers) {
    if (path == named) return false;
  }
  return path.ends_with(".toml") || path.ends_with(".tsv");
}

}  // namespace

std::vector<std::string> names_in_gold(const std::string& json) {
  const Json gold = Json::parse(json, nullptr, false);
  if (!gold.is_object()) return {};
  std::set<std::string> names;
  const Json header = gold.value("header", Json::object());
  for (const char* field : {"signer", "place"}) {
    if (header.contains(field) && header[field].is_string())
      names.insert(header[field].get<std::string>());
  }
  const auto add = [&](const std::string& text) { add_places(text, names); };
  for (const char* field : {"issuer", "recipients"}) {
    if (header.contains(field)) each_text(header[field], add);
  }
  for (const Json& task : gold.value("tasks", Json::array())) {
    for (const char* field : {"lead", "coordinating"}) {
      if (task.contains(field)) each_text(task[field], add);
    }
  }
  names.erase("");
  return {names.begin(), names.end()};
}

Problems names_in_rules(const Files& files, const std::vector<std::string>& names) {
  Problems problems;
  for (const std::string& name : names) {
    const re2::RE2 word("(?:^|[^\\pL\\pM])" + re2::RE2::QuoteMeta(name) + "(?:[^\\pL\\pM]|$)");
    for (const SourceFile& file : files) {
      if (!is_rule_file(file.path) || !re2::RE2::PartialMatch(file.content, word)) continue;
      const std::size_t at = file.content.find(name);
      const auto line =
          1 + std::count(file.content.begin(),
                         file.content.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      problems.push_back(file.path + ':' + std::to_string(line) + ": names " + name +
                         " of the samples");
    }
  }
  return problems;
}

}  // namespace trichyeu::house
