#include "tests/house/checks.h"

#include <re2/re2.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <map>
#include <set>
#include <sstream>
#include <string_view>

namespace trichyeu::house {
namespace {

std::string place(const SourceFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line) + ": ";
}

// Calls visit(line, number) for every line, numbers from 1.
template <typename Visit>
void each_line(const std::string& content, const Visit& visit) {
  std::istringstream stream(content);
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) visit(line, ++number);
}

Problems lines_with(const Files& files, const RE2& pattern, std::string_view what) {
  Problems problems;
  for (const SourceFile& file : files) {
    each_line(file.content, [&](const std::string& line, std::size_t number) {
      if (RE2::PartialMatch(line, pattern))
        problems.push_back(place(file, number) + std::string(what));
    });
  }
  return problems;
}

bool is_rule_file(const SourceFile& file) {
  return file.path.starts_with("extractor/grammars/") && file.path.ends_with(".toml");
}

bool is_normal(const std::string& line) {
  // An ill-formed byte comes back from ICU as U+FFFD, which makes the round trip differ.
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(line);
  std::string back;
  text.toUTF8String(back);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  return back == line && U_SUCCESS(status) && form->isNormalized(text, status) && U_SUCCESS(status);
}

// How far downstream a file's folder stands; files of one layer may include their own folder and
// every lower layer.
struct Layer {
  std::string_view folder;
  int depth;
};
constexpr Layer layers[] = {
    {"models/", 0},
    {"normalizer/", 1},
    {"extractor/grammar/", 2},
    {"extractor/read/", 3},
    {"extractor/structure/", 3},
    {"extractor/fields/", 3},
    {"extractor/", 4},
    {"tools/", 5},
};

const Layer* layer_of(std::string_view path) {
  for (const Layer& layer : layers) {
    if (path.starts_with(layer.folder)) return &layer;
  }
  return nullptr;
}

bool may_include(const Layer& from, std::string_view included) {
  const Layer* to = layer_of(included);
  // Neither a folder nor a layer: a generated header of its own target.
  if (to == nullptr) return included.find('/') == std::string_view::npos;
  return to->depth < from.depth || to->folder == from.folder;
}

bool names_source(const std::string& cmake_lists, const std::string& source) {
  const RE2 pattern("(^|[\\s(])" + RE2::QuoteMeta(source) + "([\\s)]|$)");
  return RE2::PartialMatch(cmake_lists, pattern);
}

struct ReadmeShape {
  std::vector<std::size_t> heading_levels;
  std::vector<std::string> code_blocks;
};

ReadmeShape shape_of(const std::string& readme) {
  ReadmeShape shape;
  bool in_code = false;
  each_line(readme, [&](const std::string& line, std::size_t) {
    if (line.starts_with("```")) {
      in_code = !in_code;
      if (in_code) shape.code_blocks.emplace_back();
    }
    if (in_code) {
      shape.code_blocks.back() += line + "\n";
    } else if (line.starts_with("#")) {
      shape.heading_levels.push_back(line.find_first_not_of('#'));
    }
  });
  return shape;
}

}  // namespace

Problems not_normal_text(const Files& files) {
  Problems problems;
  for (const SourceFile& file : files) {
    each_line(file.content, [&](const std::string& line, std::size_t number) {
      if (!is_normal(line)) problems.push_back(place(file, number) + "not UTF-8 in NFC");
    });
  }
  return problems;
}

Problems ascii_classes_in_rules(const Files& files) {
  Files rules;
  for (const SourceFile& file : files) {
    if (is_rule_file(file)) rules.push_back(file);
  }
  return lines_with(rules, RE2(R"(^[^#]*\\[bBwWsS])"), "\\b, \\w and \\s know ASCII only");
}

Problems duplicate_rule_ids(const Files& files) {
  Problems problems;
  std::map<std::string, std::string> first_places;
  for (const SourceFile& file : files) {
    if (!is_rule_file(file)) continue;
    each_line(file.content, [&](const std::string& line, std::size_t number) {
      std::string id;
      if (!RE2::PartialMatch(line, R"re(^id\s*=\s*["']([^"']+)["'])re", &id)) return;
      const auto [first, is_new] = first_places.emplace(id, place(file, number));
      if (!is_new)
        problems.push_back(place(file, number) + id + " stands at " + first->second + "too");
    });
  }
  return problems;
}

Problems duplicate_type_names(const Files& files) {
  Problems problems;
  std::map<std::string, std::string> first_places;
  for (const SourceFile& file : files) {
    // The house's own tests have a namespace of their own.
    if (!file.path.ends_with(".h") || file.path.starts_with("tests/")) continue;
    each_line(file.content, [&](const std::string& line, std::size_t number) {
      std::string name;
      // What is indented stands inside a type; what ends in a semicolon is only declared.
      if (!RE2::PartialMatch(line, R"re(^(?:class|struct|enum class|enum|union) (\w+)[^;]*$)re",
                             &name) &&
          !RE2::PartialMatch(line, R"re(^(?:class|struct|enum class) (\w+)[^;{]*\{.*\};)re", &name))
        return;
      const auto [first, is_new] = first_places.emplace(name, place(file, number));
      if (!is_new)
        problems.push_back(place(file, number) + name + " is the name of a type at " +
                           first->second + "too");
    });
  }
  return problems;
}

Problems includes_upstream(const Files& files) {
  Problems problems;
  for (const SourceFile& file : files) {
    const Layer* layer = layer_of(file.path);
    if (layer == nullptr) continue;
    each_line(file.content, [&](const std::string& line, std::size_t number) {
      std::string included;
      if (RE2::PartialMatch(line, R"re(^#include "([^"]+)")re", &included) &&
          !may_include(*layer, included)) {
        problems.push_back(place(file, number) + included + " is not downstream");
      }
    });
  }
  return problems;
}

Problems sources_not_built(const Files& files) {
  std::map<std::string, std::string> cmake_lists;  // by folder, "" for the root
  constexpr std::string_view list_name = "CMakeLists.txt";
  for (const SourceFile& file : files) {
    if (file.path.ends_with(list_name)) {
      cmake_lists[file.path.substr(0, file.path.size() - list_name.size())] = file.content;
    }
  }
  Problems problems;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".cc")) continue;
    bool is_named = false;
    for (const auto& [folder, content] : cmake_lists) {
      is_named = is_named || (file.path.starts_with(folder) &&
                              names_source(content, file.path.substr(folder.size())));
    }
    if (!is_named) problems.push_back(file.path + ": in no CMakeLists.txt");
  }
  return problems;
}

Problems unfinished(const Files& files) {
  // Parted, so that these lines do not find themselves.
  static const RE2 pattern(
      "\\b(TO"
      "DO|FIX"
      "ME|XX"
      "X|HA"
      "CK|DISABLED"
      "_)");
  return lines_with(files, pattern, "a mark of unfinished work");
}

Problems machine_paths(const Files& files) {
  static const RE2 pattern(R"((^|[^A-Za-z0-9._}/])/(home|root|tmp|work|Users|farm)/)");
  return lines_with(files, pattern, "an absolute path of one machine");
}

Problems readme_differences(const std::string& english, const std::string& vietnamese) {
  const ReadmeShape left = shape_of(english);
  const ReadmeShape right = shape_of(vietnamese);
  Problems problems;
  if (left.heading_levels != right.heading_levels) {
    problems.emplace_back("README.md and README.vi.md have other headings");
  }
  if (left.code_blocks != right.code_blocks) {
    problems.emplace_back("README.md and README.vi.md have other code blocks");
  }
  return problems;
}

}  // namespace trichyeu::house
