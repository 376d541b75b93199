// Every rule that a value names can be looked up: `rules show` knows it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "extractor/convert.h"
#include "tests/support/built_in_grammars.h"
#include "tests/support/samples.h"
#include "tools/rules/rule_text.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::Not;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> known_ids() {
  std::set<std::string> ids;
  for (const NamedRule& named : all_rules(testing::built_in_grammars())) ids.insert(named.id());
  return ids;
}

// What the first capture of `pattern` finds in `text`.
std::set<std::string> captured(const std::string& text, const re2::RE2& pattern) {
  std::set<std::string> found;
  re2::StringPiece rest(text);
  std::string name;
  while (re2::RE2::FindAndConsume(&rest, pattern, &name)) found.insert(name);
  return found;
}

std::set<std::string> unknown(const std::set<std::string>& names) {
  static const std::set<std::string> known = known_ids();
  std::set<std::string> others;
  for (const std::string& name : names) {
    if (!known.contains(name)) others.insert(name);
  }
  return others;
}

TEST(RuleNames, OfTheCorpusOutputsAreKnown) {
  const re2::RE2 attribute(" rule=\"([^\"]*)\"");
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(TRICHYEU_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() == ".xml")
      names.merge(captured(content_of(entry.path()), attribute));
  }
  EXPECT_THAT(names, Not(IsEmpty()));
  EXPECT_THAT(unknown(names), IsEmpty());
}

TEST(RuleNames, OfTheSourcesAreKnown) {
  std::string fields;
  for (const std::string& name : testing::built_in_grammars().grammar_names())
    fields += (fields.empty() ? "" : "|") + name;
  const re2::RE2 literal("\"((?:tasks|" + fields + ")\\.[a-z][a-z-]*)\"");
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(TRICHYEU_SOURCE_DIR "/extractor")) {
    if (entry.path().extension() == ".cc") names.merge(captured(content_of(entry.path()), literal));
  }
  EXPECT_THAT(names, ::testing::Contains("tasks.item"));
  EXPECT_THAT(unknown(names), IsEmpty());
}

TEST(RuleNames, OfTheSamplesAreKnown) {
  const auto samples = testing::samples_folder();
  if (!samples || !fs::is_directory(*samples / "seeds")) GTEST_SKIP() << testing::no_samples;
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(*samples / "seeds")) {
    Result<Conversion> run = convert(content_of(entry.path()), entry.path().filename().string(),
                                     ReadOptions{}, testing::built_in_grammars());
    ASSERT_TRUE(run.ok()) << entry.path();
    for (Plan& plan : run.value().plans) {
      each_value(plan, [&](const Value& value) { names.insert(value.rule); });
    }
  }
  names.erase("");
  EXPECT_THAT(unknown(names), IsEmpty());
}

}  // namespace
}  // namespace trichyeu
