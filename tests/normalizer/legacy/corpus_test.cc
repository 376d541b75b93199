// Lines of the corpus in every encoding: told rightly, turned back without a loss; and as they
// stand, where nothing may change.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "normalizer/legacy/code_table.h"
#include "normalizer/legacy/legacy.h"
#include "normalizer/letters.h"
#include "normalizer/steps.h"
#include "normalizer/utf8.h"
#include "tests/normalizer/legacy/encoder.h"
#include "tests/support/samples.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;
using testing::encoded;
using testing::misread;

constexpr std::size_t piece_length = 60;  // code points
constexpr int least_marked_letters = 4;
constexpr double least_share_told = 0.995;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<fs::path> texts_under(const fs::path& folder) {
  std::set<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string kind = entry.path().extension().string();
    if (kind == ".txt" || kind == ".md" || kind == ".jsonl") paths.insert(entry.path());
  }
  return paths;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) c == '\n' ? lines.emplace_back() : lines.back() += c;
  return lines;
}

int marked_letters(std::string_view text) {
  int marked = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes)
    marked += frequency_of(code_point_at(text, at).value) > 0 ? 1 : 0;
  return marked;
}

constexpr const char* corpus = TRICHYEU_SOURCE_DIR "/corpus";

// A folder's documents, NFC, with typewriters' signs: the encodings have no others.
std::vector<std::string> documents_under(const fs::path& folder) {
  const std::map<std::string, std::string> typewritten = {
      {"“", "\""}, {"”", "\""}, {"‘", "'"},  {"’", "'"},  {"…", "..."},   {"–", "-"},
      {"≥", ">="}, {"•", "-"},  {"→", "->"}, {"≤", "<="}, {"\u2011", "-"}};
  std::vector<std::string> documents;
  for (const fs::path& path : texts_under(folder)) {
    if (path.extension() != ".txt") continue;
    std::string text = compose_letters(content_of(path)).text;
    for (const auto& [sign, plain] : typewritten) {
      for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
        text.replace(at, sign.size(), plain);
    }
    documents.push_back(text);
  }
  return documents;
}

// Lines cut between words into pieces of that length, those with letters enough to tell.
std::vector<std::string> pieces_under(const fs::path& folder) {
  std::vector<std::string> pieces;
  for (const std::string& document : documents_under(folder)) {
    std::string piece;
    for (const char c : document) {
      const bool full = code_point_count(piece) >= piece_length;
      if (c != '\n' && !(c == ' ' && full)) {
        piece += c;
        continue;
      }
      if (full && marked_letters(piece) >= least_marked_letters) pieces.push_back(piece);
      piece.clear();
    }
  }
  return pieces;
}

class RecodedCorpus : public ::testing::TestWithParam<Encoding> {};

bool is_told(const std::string& piece, Encoding encoding) {
  const DecodedText decoded = decode_lines(misread(piece, encoding));
  return lowercase(decoded.text) == lowercase(piece) && names_of(decoded.uses) == name_of(encoding);
}

void expect_told(const fs::path& folder, Encoding encoding, std::size_t least_lines) {
  std::size_t told = 0, all = 0;
  std::string failures;
  for (const std::string& piece : pieces_under(folder)) {
    const bool right = is_told(piece, encoding);
    told += right ? 1 : 0;
    ++all;
    if (!right) failures += piece + "\n" + decode_lines(misread(piece, encoding)).text + "\n";
  }
  ASSERT_GT(all, least_lines);
  ::testing::Test::RecordProperty("lines", static_cast<int>(all));
  ::testing::Test::RecordProperty("told", static_cast<int>(told));
  const double share = static_cast<double>(told) / static_cast<double>(all);
  EXPECT_GE(share, least_share_told) << told << " of " << all << "\n" << failures;
}

TEST_P(RecodedCorpus, LinesAreToldAndTurnedBack) { expect_told(corpus, GetParam(), 500); }

TEST_P(RecodedCorpus, LinesOfRealDocumentsToo) {
  const auto samples = testing::samples_folder();
  if (!samples) GTEST_SKIP() << testing::no_samples;
  expect_told(*samples / "seeds", GetParam(), 100);
  expect_told(*samples / "text", GetParam(), 100);
}

TEST_P(RecodedCorpus, FilesAreTurnedBackWhole) {
  if (GetParam() == Encoding::utf8) return;  // those bytes are Unicode
  for (const std::string& document : documents_under(corpus)) {
    const auto decoded = decode_bytes(encoded(document, GetParam()));
    ASSERT_TRUE(decoded) << document.substr(0, 200);
    EXPECT_EQ(decode_lines(decoded->text).text, decoded->text) << "once is enough";
    EXPECT_EQ(names_of(decoded->uses), name_of(GetParam()));
    const auto expected = lines_of(lowercase(document)), found = lines_of(lowercase(decoded->text));
    ASSERT_EQ(expected.size(), found.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(found[i], expected[i]);
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, RecodedCorpus, ::testing::ValuesIn(legacy_encodings),
                         [](const auto& info) {
                           std::string name(name_of(info.param));
                           std::erase(name, '-');
                           return name;
                         });

void expect_unchanged(const fs::path& folder) {
  std::size_t texts = 0;
  for (const fs::path& path : texts_under(folder)) {
    const std::string text = content_of(path);
    const DecodedText decoded = decode_lines(text);
    EXPECT_EQ(decoded.text, text) << path;
    EXPECT_TRUE(decoded.uses.empty()) << path;
    EXPECT_EQ(decoded.garbled_lines, 0U) << path;
    for (const std::string& line : lines_of(text))  // without the others' votes
      EXPECT_EQ(decode_lines(line).text, line) << path;
    ++texts;
  }
  EXPECT_GT(texts, 0U) << folder;
}

TEST(CleanUnicode, OfTheCorpusStays) { expect_unchanged(corpus); }

TEST(CleanUnicode, OfRealDocumentsStays) {
  const auto samples = testing::samples_folder();
  if (!samples) GTEST_SKIP() << testing::no_samples;
  for (const char* folder : {"seeds", "citations", "text"}) expect_unchanged(*samples / folder);
}

}  // namespace
}  // namespace trichyeu
