#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extractor/grammar/rule_folder.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;
using testing::rule;
using testing::RuleFolder;

// A file that must not load, and what the refusal says of it.
struct Refused {
  const char* name;
  std::string file;
  const char* says;
};

std::string whole(const std::string& lines) {
  return "[[rule]]\nid = 'broken.rule'\nreason = 'r'\n" + lines;
}
const std::string sound =
    "pattern = 'a'\nexamples = [{ text = '⟦a⟧' }]\ncounter_examples = ['b']\n";
const std::string examples = "examples = [{ text = '⟦a⟧' }]\ncounter_examples = ['b']\n";

const std::vector<Refused>& refused_files() {
  static const std::vector<Refused> files = {
      {"NoExample", whole("pattern = 'a'\ncounter_examples = ['b']"),
       "line 1: rule broken.rule: no example"},
      {"NoCounterExample", whole("pattern = 'a'\nexamples = [{ text = '⟦a⟧' }]"),
       "no counter-example"},
      {"NoReason", "[[rule]]\nid = 'broken.rule'\n" + sound, "no reason"},
      {"NoPattern", whole(examples), "no pattern"},
      {"NoBracket", whole("pattern = 'a'\nexamples = [{ text = 'a' }]\ncounter_examples = ['b']"),
       "⟦"},
      {"UnknownKey", whole(sound + "zone = ['main']"),
       "line 7: rule broken.rule: unknown key zone"},
      {"UnknownTopKey", "rules = 1\n", "unknown key rules"},
      {"UnknownZone", whole(sound + "zones = ['footer']"), "unknown zone \"footer\""},
      {"UnknownAnchor", whole(sound + "at = 'end'"), "unknown at"},
      {"UnknownEdges", whole(sound + "edges = 'left'"), "unknown edges"},
      {"ForeignId", "[[rule]]\nid = 'other.rule'\nreason = 'r'\n" + sound,
       "does not begin with broken."},
      {"RawWordEdge", whole("pattern = '\\ba'\n" + examples), "\\b knows ASCII only"},
      {"RawLetter", whole("pattern = '\\w'\n" + examples), "\\w knows ASCII only"},
      {"RawBlankInClass", whole("pattern = '[\\s,]'\n" + examples), "\\s knows ASCII only"},
      {"RawDigit", whole("pattern = '\\d'\n" + examples), "\\d knows ASCII only"},
      {"LookAround", whole("pattern = 'a(?<!b)'\n" + examples), "(?<"},
      {"UnknownPiece", whole("pattern = '{nothing}'\n" + examples), "no piece {nothing}"},
      {"RoundPiece", "[pieces]\nx = 'a{y}'\ny = '{x}'\n" + whole("pattern = '{x}'\n" + examples),
       "holds itself"},
      {"UnknownList", whole("pattern = '{list:nothing.name}'\n" + examples), "no word list"},
      {"UnknownRule", whole("pattern = '{rule:broken.none}'\n" + examples), "no rule for"},
      {"RoundRule", whole("pattern = 'a{rule:broken.rule}'\n" + examples), "holds itself"},
      {"UnknownColumn", whole("pattern = '{list:words.none}'\n" + examples), "no column"},
      {"BadPattern", whole("pattern = 'a('\n" + examples),
       "RE2 refuses the pattern, at character 2 of the pattern"},
      {"TooManyRepeats", whole("pattern = '(?:a{1,100}){1,100}'\n" + examples), "RE2 refuses"},
      {"EmptyMatch", whole("pattern = 'a?'\n" + examples), "matches the empty text"},
      {"NotComposed", whole("pattern = 'a\xCC\x81'\n" + examples), "line 4: it is not NFC"},
      {"NotUtf8", whole("pattern = 'a\xFF'\n" + examples), "line 4: it is not UTF-8"},
      {"TooLarge", std::string((std::size_t{4} << 20) + 1, '#'), "larger than 4 MB"},
      {"BadToml", "[[rule]\n", "line 1"},
      {"BadStar", whole("pattern = 'ngày **'\n" + examples), "at character 6 of the pattern"},
      {"LoneBracket", whole("pattern = 'a)'\n" + examples), "at character 2 of the pattern"},
      {"BadPiece", "[pieces]\nx = '(a'\n" + whole("pattern = '{x}'\n" + examples),
       "in what one of its pieces"},
      {"BadExampleLine",
       whole(
           "pattern = 'a'\ncounter_examples = ['b']\nexamples = [\n  { text = '⟦a⟧' },\n  { text = "
           "'a' },\n]"),
       "line 8: rule broken.rule: the example"},
      {"CodeWithoutExample", "[[code]]\nid = 'tasks.x'\nreason = 'r'\n", "tasks.x: no example"},
      {"CodeWithPattern", "[[code]]\nid = 'tasks.x'\npattern = 'a'\n", "unknown key pattern"},
      {"EmitNamesNothing", whole(sound + "emit = { end = 'year({y})' }"), "names {y}"},
      {"ExampleNamesNothing",
       whole("pattern = 'a'\nexamples = [{ text = '⟦a⟧', day = '1' }]\ncounter_examples = ['b']"),
       "key day"},
      {"ExampleInForeignZone",
       whole("pattern = 'a'\nzones = ['main']\nexamples = [{ text = '⟦a⟧', zone = 'basis' "
             "}]\ncounter_examples = ['b']"),
       "does not fire"},
      {"TwiceInAFile", whole(sound) + whole(sound), "twice: first in broken.toml, line 1"},
  };
  return files;
}

class RefusedFile : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedFile, NamesFileAndReasonAndAdvice) {
  const Refused& refused = GetParam();
  const Result<Grammars> loaded = [&] {
    // The name of a parameterised test holds a slash, which a folder's cannot.
    const std::filesystem::path folder =
        std::filesystem::path(::testing::TempDir()) / (std::string("refused_") + refused.name);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "broken.toml", std::ios::binary) << refused.file;
    std::ofstream(folder / "words.tsv", std::ios::binary) << "name\na\n";
    Result<Grammars> result = Grammars::load(folder.string());
    std::filesystem::remove_all(folder);
    return result;
  }();
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().code, ErrorCode::grammar_invalid);
  EXPECT_THAT(loaded.error().message, HasSubstr("broken.toml: "));
  EXPECT_THAT(loaded.error().message, HasSubstr(refused.says));
  EXPECT_FALSE(loaded.error().advice.empty());
}

INSTANTIATE_TEST_SUITE_P(Loader, RefusedFile, ::testing::ValuesIn(refused_files()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Loader, RefusesOneIdInTwoFiles) {
  const RuleFolder folder(
      {{"one.toml", rule("one.a", "a", "⟦a⟧")}, {"one.a.toml", rule("one.a.b", "a", "⟦a⟧")}});
  ASSERT_TRUE(folder.load().ok());
  const RuleFolder twice(
      {{"one.toml", rule("one.a.b", "a", "⟦a⟧")}, {"one.a.toml", rule("one.a.b", "a", "⟦a⟧")}});
  const Result<Grammars> loaded = twice.load();
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message, HasSubstr("twice"));
}

TEST(Loader, RefusesAWordListThatIsNotUtf8) {
  const std::map<std::string, std::string> files{{"words.tsv", "name\na\n\xFF\n"}};
  const RuleFolder folder(files);
  const Result<Grammars> loaded = folder.load();
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message, HasSubstr("words.tsv: line 3: it is not UTF-8"));
}

TEST(Loader, AdditionsAddRulesAndReplaceThoseOfTheSameId) {
  const RuleFolder folder(
      {{"one.toml", rule("one.a", "a", "⟦a⟧") + rule("one.b", "b", "⟦b⟧")},
       {"one.add.toml", rule("one.b", "bb", "⟦bb⟧") + rule("one.c", "c", "⟦c⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(testing::shown(loaded->grammar("one").find_all("a b bb c"), "a b bb c"),
            "a@0 bb@4 c@7");
  EXPECT_EQ(loaded->grammar("one").rule("one.c")->file, "one.add.toml");
}

TEST(Loader, AdditionsAddRowsToWordLists) {
  const RuleFolder folder({{"words.tsv", "name\tcode\na\t1"},
                           {"words.add.tsv", "name\tcode\nb\t2\n"},
                           {"one.toml", rule("one.a", "{list:words.name}", "⟦a⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(testing::shown(loaded->grammar("one").find_all("a b"), "a b"), "a@0 b@2");
}

TEST(Loader, RefusesAdditionsToNothing) {
  const auto refusal = [](const std::string& name, const std::string& content) {
    const std::map<std::string, std::string> files{{name, content}};
    const RuleFolder folder(files);
    const Result<Grammars> loaded = folder.load();
    return loaded.ok() ? std::string() : loaded.error().message + ' ' + loaded.error().advice;
  };
  EXPECT_THAT(refusal("none.add.toml", rule("none.a", "a", "⟦a⟧")),
              HasSubstr("none.add.toml: there is no none.toml to add to Name it none.toml"));
  EXPECT_THAT(refusal("none.add.tsv", "name\na\n"), HasSubstr("there is no none.tsv"));
}

TEST(Loader, RefusesRowsOfOtherColumns) {
  const RuleFolder folder(std::map<std::string, std::string>{{"words.tsv", "name\tcode\na\t1\n"},
                                                             {"words.add.tsv", "b\t2\n"}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message,
              HasSubstr("words.add.tsv: line 1: its columns are not those of words.tsv"));
}

TEST(Loader, NamesTheFileOfABrokenAddition) {
  const RuleFolder folder({{"labels.add.toml", rule("labels.x", "a(", "⟦a⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message, HasSubstr("labels.add.toml: line 1: rule labels.x: "));
}

TEST(Loader, KeepsRulesOfTheCode) {
  const RuleFolder folder({{"one.toml", "[[code]]\nid = 'two.a'\nreason = 'r'\n" + examples}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  ASSERT_EQ(loaded->grammar("one").code_rules().size(), 1U);
  EXPECT_EQ(loaded->grammar("one").code_rules()[0].id, "two.a");
  EXPECT_TRUE(loaded->grammar("one").find_all("a").empty());
}

TEST(Loader, ListenersHearEverySearchUntilTheyAreGone) {
  const RuleFolder folder({{"one.toml", rule("one.a", "a", "⟦a⟧")}});
  Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  std::string heard;
  loaded.value().listen([&](const Search& search) { heard += std::string(search.text) + ';'; });
  (void)loaded->grammar("one").find("first");
  (void)loaded->grammar("one").find_all("all", ZoneKind::main);
  (void)loaded->grammar("one").find_every("every");
  loaded.value().listen({});
  (void)loaded->grammar("one").find("none");
  EXPECT_EQ(heard, "first;all;every;");
}

TEST(Loader, SaysThatAFolderIsMissing) {
  const Result<Grammars> loaded = Grammars::load("no-such-folder");
  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().message, HasSubstr("no-such-folder"));
}

TEST(Loader, FingerprintNamesTheContents) {
  const Result<Grammars> built_in = Grammars::load();
  ASSERT_TRUE(built_in.ok()) << built_in.error().message;
  EXPECT_EQ(built_in->fingerprint().size(), std::string("sha256:").size() + 64);
  const RuleFolder folder({{"one.toml", rule("one.a", "a", "⟦a⟧")}});
  const Result<Grammars> more = folder.load();
  ASSERT_TRUE(more.ok()) << more.error().message;
  EXPECT_NE(more->fingerprint(), built_in->fingerprint());
  EXPECT_EQ(folder.load()->fingerprint(), more->fingerprint());
}

TEST(Loader, PiecesOfTheFileHideSharedOnes) {
  const RuleFolder folder(
      {{"one.toml", "[pieces]\nday = '[ab]'\n" + rule("one.a", "{day}{day}|{month}!", "⟦ab⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(testing::shown(loaded->grammar("one").find_all("12 ba 12!"), "12 ba 12!"),
            "ba@3 12!@6");
}

TEST(Loader, ListsAreAlternativesLongestFirstAndQuoted) {
  const RuleFolder folder({{"words.tsv", "name\tcode\nSở\tS\nSở Y tế (cũ)|Sở Y tế\tT\n"},
                           {"one.toml", rule("one.unit", "{list:words.name}", "⟦Sở⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const std::string text = "Sở Y tế (cũ), Sở Y tế; Sở";
  EXPECT_EQ(testing::shown(loaded->grammar("one").find_all(text), text),
            "Sở Y tế (cũ)@0 Sở Y tế@19 Sở@32");
}

TEST(Loader, AnotherRulesPatternIsAPartWithoutItsCaptures) {
  const RuleFolder folder(
      {{"one.toml", "[pieces]\nn = '[0-9]'\n" + rule("one.a", "(?P<n>{n})", "⟦1⟧")},
       {"two.toml", rule("two.a", "{rule:one.a}-(?P<n>{rule:one.a})", "⟦1-2⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(loaded->grammar("two").find("x 1-2")->capture("n", "x 1-2"), "2");
}

TEST(Loader, BracesOfRepeatsClassesAndEscapesAreNoPieces) {
  const RuleFolder folder({{"one.toml", rule("one.a", "[{a}]{2,3}\\p{Greek}\\{b", "⟦a{λ{b⟧")}});
  const Result<Grammars> loaded = folder.load();
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(testing::shown(loaded->grammar("one").find_all("a{λ{b"), "a{λ{b"), "a{λ{b@0");
}

}  // namespace
}  // namespace trichyeu
