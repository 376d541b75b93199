#include "tools/batch/copies.h"

#include <cstddef>
#include <utility>

namespace trichyeu {
namespace {

constexpr char between = '/';
constexpr char between_links = '\0';

std::string joined(const std::vector<CopyName>& names, std::string CopyName::*part, char mark) {
  std::string joined;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) joined += mark;
    joined += names[at].*part;
  }
  return joined;
}

std::vector<std::string> parted(std::string_view names, char mark) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = names.find(mark);
    parts.emplace_back(names.substr(0, end));
    if (end == std::string_view::npos) return parts;
    names.remove_prefix(end + 1);
  }
}

void append_marked(std::vector<DocumentOutput> made, std::size_t index,
                   std::vector<DocumentOutput>& all) {
  for (DocumentOutput& output : made) {
    output.suffix = std::to_string(index) + between + output.suffix;
    all.push_back(std::move(output));
  }
}

}  // namespace

std::string joined_names(const std::vector<CopyName>& names) {
  return joined(names, &CopyName::shown, between);
}

std::string joined_links(const std::vector<CopyName>& names) {
  return joined(names, &CopyName::link, between_links);
}

OutputMaker for_each_name(OutputMaker make) {
  return [make = std::move(make)](const Conversion& run,
                                  const std::string& link) -> Result<std::vector<DocumentOutput>> {
    const std::vector<std::string> names = parted(run.plans.front().source.file, between);
    std::vector<std::string> links = parted(link, between_links);
    links.resize(names.size());
    Conversion named = run;
    std::vector<DocumentOutput> all;
    for (std::size_t index = 0; index < names.size(); ++index) {
      for (Plan& plan : named.plans) plan.source.file = names[index];
      Result<std::vector<DocumentOutput>> made = make(named, links[index]);
      if (!made) return made;
      append_marked(std::move(made).value(), index, all);
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
