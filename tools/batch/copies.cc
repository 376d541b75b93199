#include "tools/batch/copies.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <utility>

namespace trichyeu {
namespace {

constexpr char between = '/';
constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::vector<std::string> parted(std::string_view names) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = names.find(between);
    parts.emplace_back(names.substr(0, end));
    if (end == std::string_view::npos) return parts;
    names.remove_prefix(end + 1);
  }
}

// XML 1.0, production 2.
bool may_stand_in_xml(UChar32 character) {
  if (character < 0x20) return character == '\t' || character == '\n' || character == '\r';
  return character != 0xFFFE && character != 0xFFFF;
}

void append_marked(std::vector<DocumentOutput> made, std::size_t index,
                   std::vector<DocumentOutput>& all) {
  for (DocumentOutput& output : made) {
    output.suffix = std::to_string(index) + between + output.suffix;
    all.push_back(std::move(output));
  }
}

}  // namespace

std::string shown_name_of(std::string_view file_name) {
  std::string shown;
  const auto size = static_cast<std::int32_t>(file_name.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t from = at;
    UChar32 character = 0;
    U8_NEXT(file_name.data(), at, size, character);
    const bool good = character >= 0 && may_stand_in_xml(character);
    shown += good ? file_name.substr(static_cast<std::size_t>(from),
                                     static_cast<std::size_t>(at - from))
                  : replacement;
  }
  return shown;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += between;
    joined += name;
  }
  return joined;
}

OutputMaker for_each_name(OutputMaker make) {
  return [make = std::move(make)](const Conversion& run) {
    const std::vector<std::string> names = parted(run.plans.front().source.file);
    std::vector<DocumentOutput> all;
    if (names.size() == 1) {
      append_marked(make(run), 0, all);
      return all;
    }
    Conversion named = run;
    for (std::size_t index = 0; index < names.size(); ++index) {
      for (Plan& plan : named.plans) plan.source.file = names[index];
      append_marked(make(named), index, all);
    }
    return all;
  };
}

std::vector<DocumentOutput> outputs_for(std::size_t index,
                                        const std::vector<DocumentOutput>& outputs) {
  const std::string mark = std::to_string(index) + between;
  std::vector<DocumentOutput> found;
  for (const DocumentOutput& output : outputs) {
    if (output.suffix.starts_with(mark))
      found.push_back({output.suffix.substr(mark.size()), output.bytes, output.summary});
  }
  return found;
}

}  // namespace trichyeu
