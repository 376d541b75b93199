#include "tools/batch/converter.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

using testing::built_in_grammars;
using ::testing::HasSubstr;

// An open file that holds `bytes`.
int file_of(std::string_view bytes) {
  const int fd = memfd_create("input", MFD_CLOEXEC);
  EXPECT_EQ(write(fd, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  return fd;
}

std::vector<DocumentOutput> name_and_text(const Conversion& run) {
  return {{".name", run.plans.front().source.file, "summed up"}, {".txt", run.source.text, {}}};
}

ConverterOptions options() {
  ConverterOptions options;
  options.grammars = &built_in_grammars();
  options.outputs = name_and_text;
  return options;
}

Converter started(ConverterOptions options) {
  Result<Converter> converter = Converter::start(std::move(options));
  EXPECT_TRUE(converter.ok());
  return std::move(converter).value();
}

TEST(Converter, GivesWhatIsMadeOfEachDocument) {
  Converter converter = started(options());
  converter.submit({7, file_of("KẾ HOẠCH\nmột\n"), "a.txt"});
  converter.submit({8, file_of("KẾ HOẠCH\nhai\n"), "b.txt"});
  std::map<std::uint64_t, DocumentResult> results;
  while (auto result = converter.wait()) results.emplace(result->id, *std::move(result));
  ASSERT_EQ(results.size(), 2U);
  for (const auto& [id, result] : results) {
    ASSERT_TRUE(result.outputs.ok()) << result.outputs.error().message;
    EXPECT_EQ(result.outputs->at(0).bytes, id == 7 ? "a.txt" : "b.txt");
    EXPECT_THAT(result.outputs->at(1).bytes, HasSubstr(id == 7 ? "một" : "hai"));
    EXPECT_EQ(result.outputs->at(0).suffix, ".name");
    EXPECT_EQ(result.outputs->at(0).summary, "summed up");
    EXPECT_FALSE(result.partial);
  }
  EXPECT_EQ(converter.under_way(), 0U);
}

TEST(Converter, GivesTheErrorOfADocument) {
  Converter converter = started(options());
  converter.submit({1, file_of(""), "empty.txt"});
  const auto result = converter.wait();
  ASSERT_TRUE(result.has_value());
  ASSERT_FALSE(result->outputs.ok());
  EXPECT_EQ(result->outputs.error().code, ErrorCode::empty_input);
}

TEST(Converter, RefusesAFileOverTheLimit) {
  ConverterOptions small = options();
  small.limits.max_bytes = 10;
  Converter converter = started(std::move(small));
  converter.submit({1, file_of("KẾ HOẠCH\nmột\n"), "a.txt"});
  const auto result = converter.wait();
  ASSERT_TRUE(result.has_value());
  ASSERT_FALSE(result->outputs.ok());
  EXPECT_EQ(result->outputs.error().code, ErrorCode::too_large);
}

TEST(Converter, GivesBackWhatHasNotBegun) {
  ConverterOptions one = options();
  one.workers = 1;
  Converter converter = started(std::move(one));
  std::vector<std::uint64_t> all, ended;
  for (std::uint64_t id = 0; converter.has_room(); ++id) {
    converter.submit({id, file_of("KẾ HOẠCH\n"), "a.txt"});
    all.push_back(id);
  }
  for (const std::uint64_t id : converter.withdraw()) ended.push_back(id);
  EXPECT_FALSE(ended.empty());
  while (const auto result = converter.wait()) ended.push_back(result->id);
  EXPECT_THAT(ended, ::testing::UnorderedElementsAreArray(all));
}

TEST(Converter, HasNothingToWaitForWhenNothingWasSubmitted) {
  Converter converter = started(options());
  EXPECT_TRUE(converter.has_room());
  EXPECT_FALSE(converter.wait().has_value());
}

}  // namespace
}  // namespace trichyeu
