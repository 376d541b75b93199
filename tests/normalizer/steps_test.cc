// Each step alone: {text, what it becomes}.
#include "normalizer/steps.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void expect_all(Rewrite (*step)(std::string_view), const Cases& cases) {
  for (const auto& [text, expected] : cases) {
    const Rewrite once = step(text);
    EXPECT_EQ(once.text, expected) << text;
    EXPECT_EQ(step(once.text).text, expected) << "not idempotent: " << text;
    EXPECT_EQ(once.map.source_size(), text.size());
    EXPECT_EQ(once.map.result_size(), expected.size());
  }
}

TEST(DropInvisible, DropsWhatNoReaderSees) {
  expect_all(drop_invisible, {{"\uFEFFKế hoạch", "Kế hoạch"},
                              {"Kế\u200B hoạch\u2060", "Kế hoạch"},
                              {"\u202AKế\u202C", "Kế"},
                              {std::string("a\0\x01\x7F", 4), "a"},
                              {"a\u0080b", "ab"},
                              {"☑\uFE0F", "☑"}});
}

TEST(DropInvisible, KeepsLineEndsTabsAndSoftHyphens) {
  const std::string text = "a\tb\r\n\f\v\u0085\u2028\u00ADc";
  EXPECT_EQ(drop_invisible(text).text, text);
}

TEST(ComposeLetters, ComposesEveryForm) {
  expect_all(compose_letters, {{"e\u0302\u0301", "ế"},
                               {"\u00EA\u0301", "ế"},
                               {"e\u0301\u0302", "ế"},
                               {"\u00E9\u0302", "ế"},
                               {"\u1EB9\u0302", "ệ"},
                               {"\u1ECD\u031B", "ợ"},
                               {"a\u0300\u0306", "ằ"},
                               {"U\u0309\u031B", "Ử"},
                               {"d\u0335 D\u0336", "đ Đ"},
                               {"e\u0341", "é"},
                               {"\u212A", "K"}});
}

TEST(ComposeLetters, NeverTakesACompatibilityForm) {
  const std::string text = "½ m² … １２ ﬁ ℃";
  const Rewrite done = compose_letters(text);
  EXPECT_EQ(done.text, text);
  EXPECT_TRUE(done.map.edits().empty());
}

TEST(ComposeLetters, MapsALetterToAllItsMarks) {
  const Rewrite done = compose_letters("Ke\u0302\u0301 hoa\u0323ch");
  ASSERT_EQ(done.text, "Kế hoạch");
  EXPECT_EQ(done.map.to_source({1, 4}), (ByteSpan{1, 6}));
  EXPECT_EQ(done.map.to_source({5, 11}), (ByteSpan{7, 13}));
}

TEST(ReplaceLookAlikes, MendsLettersInsideLatinWords) {
  expect_all(replace_look_alikes, {{"QÐ-TTg", "QĐ-TTg"},
                                   {"Ðiều ðộ", "Điều độ"},
                                   {"\u0189ường", "Đường"},
                                   {"S\u043E Y t\u0435", "So Y te"},  // Cyrillic o, e
                                   {"\u041A\u041D\u0410 \u041D\u00E0", "КНА Hà"},
                                   {"\u039Aế hoạch", "Kế hoạch"},  // Greek K
                                   {"nước Россия", "nước Россия"},
                                   {"μg Ωm", "μg Ωm"}});
}

TEST(RegularizePunctuation, TakesHyphensBulletsAndLigatures) {
  expect_all(regularize_punctuation, {{"83/KH\u2011UBND", "83/KH-UBND"},
                                      {"2021\u20102025", "2021-2025"},
                                      {"\u22125 độ", "-5 độ"},
                                      {"QĐ\u00ADTTg", "QĐ-TTg"},
                                      {"chính trị \u00AD xã hội", "chính trị - xã hội"},
                                      {"hành\u00AD chính", "hành chính"},
                                      {"KH\u2013UBND", "KH-UBND"},
                                      {"\uF0B7 Rà soát", "• Rà soát"},
                                      {"\uF02D Rà soát", "- Rà soát"},
                                      {"of\uFB01ce", "office"}});
}

TEST(RegularizePunctuation, KeepsWhatIsPrinted) {
  const std::string text = "“Dân biết” 2021 – 2025, 2021–2025; Hà Nội–Huế, ‘x’ … °";
  EXPECT_EQ(regularize_punctuation(text).text, text);
}

TEST(DropMarkup, DropsEmphasis) {
  expect_all(drop_markup, {{"**KẾ HOẠCH**", "KẾ HOẠCH"},
                           {"*Sản phẩm*: Báo cáo", "Sản phẩm: Báo cáo"},
                           {"***a* b**", "a b"},
                           {"**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"},
                           {"**Điều 1.**Ban hành", "Điều 1.Ban hành"},
                           {"số**83**", "số83"},
                           {"(*báo chí...*) và “*dân biết*”", "(báo chí...) và “dân biết”"},
                           {"1. *a*, *b* và **c *d* e**", "1. a, b và c d e"}});
}

TEST(DropMarkup, KeepsStarsThatArePrinted) {
  for (const std::string text :
       {"* Rà soát văn bản", "  *   Rà soát", "(*) Ghi chú", "2 * 3 = 6", "5*3*2",
        "Mục 5* nêu trên", "*Ghi chú: một\n*Lưu ý: hai", "**mở mà không đóng", "*mở\n\nđóng*"}) {
    EXPECT_EQ(drop_markup(text).text, text);
  }
}

TEST(DropMarkup, ABulletMayHoldEmphasis) {
  expect_all(drop_markup, {{"* *Chủ trì*: Sở A", "* Chủ trì: Sở A"},
                           {"*   **Sở A** chủ trì", "*   Sở A chủ trì"}});
}

TEST(DropMarkup, DropsLinksAndKeepsWhatIsPrinted) {
  expect_all(drop_markup, {{"(<http://a.vn/>).", "(http://a.vn/)."},
                           {"[Phụ lục](https://a.vn/x)", "Phụ lục"},
                           {"*[Phụ lục](<https://a.vn/x>)*", "Phụ lục"},
                           {"| Sở A;<br>Sở B |", "| Sở A; Sở B |"},
                           {"< 5 và > 3, [đã ký], [x](y)", "< 5 và > 3, [đã ký], [x](y)"}});
}

TEST(DropMarkup, DropsHeadingsRulesAndFences) {
  expect_all(drop_markup, {{"# KẾ HOẠCH", "KẾ HOẠCH"},
                           {"   ### 1. **Mục đích**", "   1. Mục đích"},
                           {"a\n---\nb\n***\n___", "a\n\nb\n\n"},
                           {"```text\na\n```", "\na\n"},
                           {"#hashtag - 5", "#hashtag - 5"},
                           {"| --- | --- |", "| --- | --- |"}});
}

TEST(DropMarkup, DropsEscapes) {
  expect_all(drop_markup, {{"1\\. Rà soát", "1. Rà soát"},
                           {"một\\\nhai", "một\nhai"},
                           {"a \\* b", "a * b"},
                           {"C:\\van ban", "C:\\van ban"},
                           {"a \\| b", "a \\| b"}});
}

TEST(DropMarkup, NeverGrowsHostileText) {
  for (const char* piece : {"*a", "**", "<", "[", "[x](", "a*\n", "\\", "# "}) {
    std::string text;
    for (int count = 0; count < 20000; ++count) text += piece;
    EXPECT_LE(drop_markup(text).text.size(), text.size());
  }
}

void expect_folded(const std::string& text, const std::string& expected,
                   const std::vector<std::size_t>& gaps = {},
                   const std::vector<std::size_t>& page_breaks = {}) {
  const FoldedBlanks folded = fold_blanks(text);
  EXPECT_EQ(folded.rewrite.text, expected) << text;
  EXPECT_EQ(folded.gaps_before_byte, gaps) << text;
  EXPECT_EQ(folded.page_breaks_before_byte, page_breaks) << text;
  EXPECT_EQ(fold_blanks(expected).rewrite.text, expected) << text;
}

TEST(FoldBlanks, FoldsRunsAndTrimsLines) {
  expect_folded("  Kế  hoạch \u00A0\n\nsố\u00A083\u2003KH  ", "Kế hoạch\n\nsố 83 KH\n");
  expect_folded("", "");
  expect_folded("\n", "\n");
  expect_folded("   ", "");
}

TEST(FoldBlanks, KeepsTheEdgesOfColumns) {
  expect_folded("a   b\tc  d\n    e   \n", "a b c d\ne\n", {2, 4, 8});
}

TEST(FoldBlanks, MakesEveryLineEndOne) {
  expect_folded("a\r\nb\rc\vd\u2028e\u0085f", "a\nb\nc\nd\ne\nf\n");
  expect_folded("a\r\r\n", "a\n\n");
}

TEST(FoldBlanks, KeepsPageBreaks) {
  expect_folded("a\n\fb\f\nc\fd\n\f", "a\nb\nc\nd\n", {}, {2, 4, 6});
  expect_folded("\fa", "a\n", {}, {0});
}

TEST(JoinSplitLetters, JoinsWhatFellApart) {
  expect_all(join_split_letters, {{"QUY Ế T ĐỊNH", "QUYẾT ĐỊNH"},
                                  {"tri ển khai", "triển khai"},
                                  {"UBND T ỈNH A", "UBND TỈNH A"},
                                  {"S ở N ội vụ", "Sở Nội vụ"},
                                  {"h ọ c sinh", "học sinh"},
                                  {"th ực hiện", "thực hiện"}});
}

TEST(JoinSplitLetters, LeavesWords) {
  for (const std::string text :
       {"viêm gan B ở trẻ em", "khối B ở xã C", "điểm a ở trên", "dài 5 m ở phía bắc",
        "cá nhân ấy ăn ở", "Sở Y tế", "Bà Y Ê Ban", "ông Ủ A Sử", "loại A và B, C ở tỉnh"}) {
    EXPECT_EQ(join_split_letters(text).text, text);
  }
}

}  // namespace
}  // namespace trichyeu
