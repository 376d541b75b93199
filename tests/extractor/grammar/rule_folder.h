// Rule files of a test, as a folder that Grammars::load reads, removed with the object.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "extractor/grammar/grammar.h"

namespace trichyeu::testing {

class RuleFolder {
 public:
  explicit RuleFolder(const std::map<std::string, std::string>& files) {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::path(::testing::TempDir()) /
            (std::string("rules_") + test->test_suite_name() + "_" + test->name());
    std::filesystem::create_directories(path_);
    for (const auto& [name, content] : files)
      std::ofstream(path_ / name, std::ios::binary) << content;
  }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;
  ~RuleFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] Result<Grammars> load() const { return Grammars::load(path_.string()); }

 private:
  std::filesystem::path path_;
};

// A rule that loads: `example` matches, a single full stop does not.
inline std::string rule(const std::string& id, const std::string& pattern,
                        const std::string& example, const std::string& more = {}) {
  return "[[rule]]\nid = \"" + id + "\"\nreason = \"Test.\"\npattern = '" + pattern + "'\n" + more +
         "\nexamples = [{ text = \"" + example + "\" }]\ncounter_examples = [\".\"]\n";
}

// Finds as "text@from", one blank between two.
inline std::string shown(const std::vector<Match>& matches, std::string_view text) {
  std::string out;
  for (const Match& match : matches) {
    out += (out.empty() ? "" : " ") + std::string(match.bytes.of(text)) + "@" +
           std::to_string(match.bytes.from_byte);
  }
  return out;
}

}  // namespace trichyeu::testing
