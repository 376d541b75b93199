#include "tests/house/sample_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/samples.h"

namespace trichyeu::house {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* gold = R"gold({
  "header": {"signer": "Trần Thị Vân", "place": null, "issuer": "UBND tỉnh Sơn Bình",
             "recipients": ["Các phòng", "UBND huyện Đông Lạc (để báo cáo)"]},
  "citations": [],
  "tasks": [{"lead": ["Trường THPT Bến Mây"], "coordinating": ["xã biên giới"]}]
})gold";

TEST(NamesInGold, AreSignersPlacesAndNamedUnits) {
  EXPECT_THAT(names_in_gold(gold), ElementsAre("Bến Mây", "Sơn Bình", "Trần Thị Vân", "Đông Lạc"));
  EXPECT_THAT(names_in_gold("{}"), IsEmpty());
  EXPECT_THAT(names_in_gold("no JSON"), IsEmpty());
}

TEST(NamesInRules, AreFoundAsWholeWordsOutsideTheRegisters) {
  const auto problems = [](const char* path, const char* content) {
    return names_in_rules({{path, content}}, {"Đông Lạc"});
  };
  EXPECT_THAT(problems("extractor/grammars/units.toml", "a\nhuyện Đông Lạc.\n"),
              ElementsAre(HasSubstr("units.toml:2: names Đông Lạc")));
  EXPECT_THAT(problems("extractor/grammars/unit-heads.tsv", "Đông Lạc\n"), Not(IsEmpty()));
  EXPECT_THAT(problems("extractor/grammars/units.toml", "Đông Lạch\n"), IsEmpty());
  EXPECT_THAT(problems("extractor/grammars/provinces.tsv", "Đông Lạc\n"), IsEmpty());
  EXPECT_THAT(problems("corpus/a/gold.json", "Đông Lạc\n"), IsEmpty());
}

TEST(NamesInRules, NoneIsOfTheSamples) {
  const auto samples = testing::samples_folder();
  if (!samples || !std::filesystem::is_directory(*samples / "gold"))
    GTEST_SKIP() << testing::no_samples;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(*samples / "gold")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    for (std::string& name : names_in_gold(json)) names.push_back(std::move(name));
  }
  EXPECT_THAT(names, Not(IsEmpty())) << "the samples' gold names nobody";
  EXPECT_THAT(names_in_rules(source_tree(), names), IsEmpty());
}

}  // namespace
}  // namespace trichyeu::house
