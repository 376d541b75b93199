#include "models/offset_map.h"

#include <gtest/gtest.h>

#include <random>

namespace trichyeu {
namespace {

using Edit = OffsetMap::Edit;

//   source  Kế__hoạch số**83**     (bytes: "Kế" is 0..4, the blanks 4..6)
Rewrite sample() {
  TextRewriter out("Kế  hoạch số**83**");
  out.keep(5);
  out.drop(1);
  out.keep_until(18);
  out.drop(2);
  out.keep(2);
  out.drop(1);
  out.drop(1);
  return std::move(out).finish();
}

TEST(OffsetMap, KeepsTextBetweenEdits) {
  const Rewrite done = sample();
  EXPECT_EQ(done.text, "Kế hoạch số83");
  EXPECT_EQ(done.map.source_size(), 24u);
  EXPECT_EQ(done.map.result_size(), 19u);
  EXPECT_EQ(done.map.edits().size(), 3u) << "drops side by side are one edit";
}

TEST(OffsetMap, LeavesDropsOutsideASpan) {
  const Rewrite done = sample();
  const std::size_t number = done.text.find("83");
  EXPECT_EQ(done.map.to_source({number, number + 2}), (ByteSpan{20, 22}));
  EXPECT_EQ(done.map.to_source({0, number}), (ByteSpan{0, 18}));
  EXPECT_EQ(done.map.to_source({0, done.text.size()}), (ByteSpan{0, 22}));
  EXPECT_EQ(done.map.to_result({18, 24}), (ByteSpan{number, number + 2}));
}

TEST(OffsetMap, DroppedTextHasAnEmptyResult) {
  const Rewrite done = sample();
  EXPECT_EQ(done.map.to_result({18, 20}), (ByteSpan{17, 17}));
  EXPECT_EQ(done.map.to_result({19, 20}), (ByteSpan{17, 17}));
}

TEST(OffsetMap, AnEditTouchedInPartCountsWhole) {
  TextRewriter out("abcdef");
  out.keep(2);
  out.replace(2, "XYZ");
  const Rewrite done = std::move(out).finish();
  EXPECT_EQ(done.text, "abXYZef");
  EXPECT_EQ(done.map.to_source({3, 4}), (ByteSpan{2, 4}));
  EXPECT_EQ(done.map.to_source({1, 3}), (ByteSpan{1, 4}));
  EXPECT_EQ(done.map.to_result({3, 5}), (ByteSpan{2, 6}));
  EXPECT_EQ(done.map.to_source({5, 7}), (ByteSpan{4, 6}));
}

TEST(OffsetMap, InsertedTextComesFromNowhere) {
  TextRewriter out("ab");
  out.keep(1);
  out.insert("--");
  const Rewrite done = std::move(out).finish();
  EXPECT_EQ(done.text, "a--b");
  EXPECT_TRUE(done.map.to_source({1, 3}).empty());
  EXPECT_EQ(done.map.to_source({0, 4}), (ByteSpan{0, 2}));
  EXPECT_EQ(done.map.to_result({0, 1}), (ByteSpan{0, 1}));
  EXPECT_EQ(done.map.to_result({1, 2}), (ByteSpan{3, 4}));
}

TEST(OffsetMap, EmptySpansStayEmpty) {
  const Rewrite done = sample();
  for (std::size_t at = 0; at <= done.text.size(); ++at) {
    EXPECT_TRUE(done.map.to_source({at, at}).empty()) << at;
  }
}

TEST(OffsetMap, ReplacingBytesByThemselvesIsNoEdit) {
  TextRewriter out("same");
  out.replace(4, "same");
  EXPECT_TRUE(std::move(out).finish().map.edits().empty());
}

TEST(OffsetMap, IdentityMapsEverythingToItself) {
  const OffsetMap map = OffsetMap::identity(9);
  EXPECT_EQ(map.to_source({2, 7}), (ByteSpan{2, 7}));
  EXPECT_EQ(map.to_result({0, 9}), (ByteSpan{0, 9}));
}

TEST(OffsetMap, WhatIsInsertedAndDroppedAgainLeavesNoEdit) {
  TextRewriter insertion("ab");
  insertion.keep(1);
  insertion.insert("x");
  const Rewrite first = std::move(insertion).finish();
  TextRewriter removal(first.text);
  removal.keep(1);
  removal.drop(1);
  const Rewrite second = std::move(removal).finish();
  EXPECT_TRUE(first.map.then(second.map).edits().empty());
}

Rewrite random_rewrite(std::string_view source, std::mt19937& random) {
  TextRewriter out(source);
  const auto up_to = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
  };
  while (!out.rest().empty()) {
    const std::size_t bytes = std::min(up_to(4), out.rest().size());
    switch (up_to(4)) {
      case 0: out.drop(bytes); break;
      case 1: out.replace(bytes, "UVWXYZ" + std::string(up_to(3), '+')); break;
      case 2: out.insert(std::string(up_to(2), '_')); break;
      default: out.keep(bytes);
    }
  }
  return std::move(out).finish();
}

// The edits are ascending and in range, and the bytes between two of them the same.
void expect_sound(const OffsetMap& map, std::string_view source, std::string_view result) {
  ASSERT_EQ(map.source_size(), source.size());
  ASSERT_EQ(map.result_size(), result.size());
  std::size_t source_byte = 0;
  std::size_t result_byte = 0;
  const auto expect_kept = [&](std::size_t source_end, std::size_t result_end) {
    ASSERT_LE(source_byte, source_end);
    ASSERT_LE(result_byte, result_end);
    ASSERT_EQ(source.substr(source_byte, source_end - source_byte),
              result.substr(result_byte, result_end - result_byte));
  };
  for (const Edit& edit : map.edits()) {
    ASSERT_FALSE(edit.source.empty() && edit.result.empty());
    expect_kept(edit.source.from_byte, edit.result.from_byte);
    source_byte = edit.source.to_byte;
    result_byte = edit.result.to_byte;
  }
  expect_kept(source.size(), result.size());
}

TEST(OffsetMap, ComposesAsStepByStep) {
  std::mt19937 random(20260101);
  const std::string source = "abcdefghijklmnopqrstuvwxyz";
  for (int round = 0; round < 2000; ++round) {
    const Rewrite first = random_rewrite(source, random);
    const Rewrite second = random_rewrite(first.text, random);
    const OffsetMap whole = first.map.then(second.map);
    expect_sound(whole, source, second.text);
    for (std::size_t from = 0; from < second.text.size(); ++from) {
      const ByteSpan result{from, from + 1 + from % 5};
      if (result.to_byte > second.text.size()) continue;
      const ByteSpan middle = second.map.to_source(result);
      if (middle.empty()) continue;  // inserted by the second step
      const ByteSpan by_steps = first.map.to_source(middle);
      if (by_steps.empty()) continue;
      // Edits that overlap in the middle are one edit of the whole: it may say more, never less.
      ASSERT_TRUE(whole.to_source(result).contains(by_steps)) << round << ' ' << from;
    }
  }
}

TEST(OffsetMap, ThereAndBackCoversTheSpan) {
  std::mt19937 random(7);
  const std::string source = "abcdefghijklmnopqrstuvwxyz";
  for (int round = 0; round < 2000; ++round) {
    const Rewrite done = random_rewrite(source, random);
    expect_sound(done.map, source, done.text);
    for (std::size_t from = 0; from + 3 <= source.size(); ++from) {
      const ByteSpan span{from, from + 3};
      const ByteSpan result = done.map.to_result(span);
      ASSERT_LE(result.to_byte, done.text.size());
      // A part that was dropped at an end of the span is not found again.
      if (result.empty()) continue;
      const ByteSpan back = done.map.to_source(result);
      ASSERT_TRUE(back.overlaps(span));
      ASSERT_TRUE(result.contains(done.map.to_result(back)));
    }
  }
}

}  // namespace
}  // namespace trichyeu
