// The laws of the whole run, on texts composed here, on random mixes, and on the real samples.
#include "normalizer/normalize.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "normalizer/steps.h"
#include "tests/support/samples.h"

namespace trichyeu {
namespace {

SourceText source_of(std::string text, std::string media_type = "text/plain") {
  SourceText source;
  source.text = std::move(text);
  source.media_type = std::move(media_type);
  return source;
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::Normalizer2::getNFDInstance(status)
      ->normalize(icu::UnicodeString::fromUTF8(text), status)
      .toUTF8String(result);
  return result;
}

void expect_sound(const NormalText& normal, const std::string& source) {
  ASSERT_EQ(normal.map.source_size(), source.size());
  ASSERT_EQ(normal.map.result_size(), normal.text.size());
  std::size_t source_byte = 0;
  std::size_t result_byte = 0;
  for (const OffsetMap::Edit& edit : normal.map.edits()) {
    ASSERT_LE(source_byte, edit.source.from_byte);
    ASSERT_EQ(source.substr(source_byte, edit.source.from_byte - source_byte),
              normal.text.substr(result_byte, edit.result.from_byte - result_byte));
    source_byte = edit.source.to_byte;
    result_byte = edit.result.to_byte;
  }
  ASSERT_EQ(source.substr(source_byte), normal.text.substr(result_byte));
}

void expect_laws(const std::string& text, const std::string& media_type) {
  const NormalText once = normalize(source_of(text, media_type));
  expect_sound(once, text);
  ASSERT_EQ(normalize(source_of(once.text, media_type)).text, once.text) << text;
  ASSERT_EQ(normalize(source_of(decomposed(text), media_type)).text, once.text) << text;
}

TEST(Normalize, OfAWordProcessorsFileRulesAloneAreDropped) {
  EXPECT_EQ(normalize(source_of("**KẾ HOẠCH**\n_____\n# a\n---\n--\n", "text/html")).text,
            "**KẾ HOẠCH**\n\n# a\n\n--\n");
}

TEST(Normalize, DoesAllStepsInOneMap) {
  const std::string text = "**Ke\u0302\u0301  hoạch** số 83/KH\u2011UBND";
  const NormalText normal = normalize(source_of(text));
  EXPECT_EQ(normal.text, "Kế hoạch số 83/KH-UBND\n");
  expect_sound(normal, text);
  const std::size_t number = normal.text.find("83");
  const ByteSpan place = normal.map.to_source({number, number + 10});
  EXPECT_EQ(place.of(text), "83/KH\u2011UBND");
  EXPECT_EQ(normal.map.to_source({0, 4}).of(text), "Ke\u0302\u0301");
}

TEST(Normalize, TakesMarkupFromTextOnly) {
  const std::string text = "**a** \\- b\n";
  EXPECT_EQ(normalize(source_of(text, "text/markdown")).text, "a - b\n");
  EXPECT_EQ(normalize(source_of(text, "application/pdf")).text, text);
}

TEST(Normalize, JoinsSplitLettersOfPagesOnly) {
  SourceText source = source_of("QUY Ế T   ĐỊNH\n", "application/pdf");
  EXPECT_EQ(normalize(source).text, "QUY Ế T ĐỊNH\n");
  source.pages.emplace_back();
  const NormalText normal = normalize(source);
  EXPECT_EQ(normal.text, "QUYẾT ĐỊNH\n");
  EXPECT_EQ(normal.gaps_before_byte, std::vector<std::size_t>{normal.text.find("ĐỊNH")});
}

TEST(Normalize, KeepsLaws) {
  for (const std::string text :
       {"", " ", "\n\n", "*", "\\", "a", "\r", "\f", "*\u0301", "a**\u0301"}) {
    expect_laws(text, "text/plain");
    expect_laws(text, "application/pdf");
  }
}

TEST(Normalize, KeepsLawsOnRandomMixes) {
  static const std::vector<std::string> pieces = {"Kế",
                                                  "hoạch",
                                                  "e\u0301\u0302",
                                                  "e\u0301",
                                                  "o\u031B\u0323",
                                                  "d\u0335",
                                                  "Ð",
                                                  "ð",
                                                  "\u043E",
                                                  "\u0391",
                                                  "\u03BF\u0301",
                                                  "\u0435\u0306",
                                                  "H",
                                                  "a",
                                                  "B",
                                                  "1",
                                                  " ",
                                                  "  ",
                                                  "   ",
                                                  "\t",
                                                  "\u00A0",
                                                  "\n",
                                                  "\n\n",
                                                  "\r\n",
                                                  "\f",
                                                  "\u2028",
                                                  "*",
                                                  "**",
                                                  "***",
                                                  "\\",
                                                  "\\*",
                                                  "# ",
                                                  "---",
                                                  "\n# ",
                                                  "\n---\n",
                                                  "<http://a.vn>",
                                                  "<",
                                                  ">",
                                                  "[",
                                                  "]",
                                                  "(",
                                                  ")",
                                                  "](http://b)",
                                                  "\u200B",
                                                  "\u00AD",
                                                  "\u2011",
                                                  "\u2013",
                                                  "“",
                                                  "”",
                                                  ".",
                                                  ",",
                                                  "|",
                                                  "`",
                                                  "```",
                                                  "\uF0B7",
                                                  "\u0301",
                                                  "\u0302",
                                                  "\u0323",
                                                  "한",
                                                  "\u1112\u1161",
                                                  "😀",
                                                  "\uFEFF",
                                                  "_",
                                                  "- ",
                                                  "+ "};
  std::mt19937 random(20260202);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 14);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int count = length(random); count > 0; --count) text += pieces[pick(random)];
    expect_laws(text, "text/plain");
    expect_laws(text, "application/pdf");
    if (HasFatalFailure()) return;
  }
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> sample_texts(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto ending = entry.path().extension();
    if (ending == ".txt" || ending == ".md") texts.push_back(entry.path());
  }
  return texts;
}

TEST(Normalize, KeepsLawsOnTheSamples) {
  const auto folder = testing::samples_folder();
  if (!folder) GTEST_SKIP() << testing::no_samples;
  for (const auto& path : sample_texts(*folder)) {
    SCOPED_TRACE(path.string());
    const std::string text = content_of(path);
    expect_laws(text, "text/plain");
    const NormalText normal = normalize(source_of(text));
    EXPECT_GE(std::count(normal.text.begin(), normal.text.end(), '\n'),
              std::count(text.begin(), text.end(), '\n'));
  }
}

TEST(Normalize, CleanTextHasNoSplitLetters) {
  const auto folder = testing::samples_folder();
  if (!folder) GTEST_SKIP() << testing::no_samples;
  for (const auto& path : sample_texts(*folder / "seeds")) {
    const std::string text = normalize(source_of(content_of(path))).text;
    const Rewrite joined = join_split_letters(text);
    for (const OffsetMap::Edit& edit : joined.map.edits()) {
      ADD_FAILURE() << path.filename() << ": " << text.substr(edit.source.from_byte - 12, 30);
    }
  }
}

}  // namespace
}  // namespace trichyeu
