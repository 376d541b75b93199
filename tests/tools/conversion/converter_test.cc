#include "tools/conversion/converter.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "models/formats/formats.h"
#include "tests/support/built_in_grammars.h"
#include "tools/conversion/document_tasks.h"
#include "tools/office/office_program.h"

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

std::vector<DocumentOutput> name_and_text(const Conversion& run, const std::string& /*link*/) {
  return {{".name", run.plans.front().source.file, "summed up"}, {".txt", run.source.text, {}}};
}

ConverterOptions options() {
  ConverterOptions options;
  options.grammars = &built_in_grammars();
  options.outputs = name_and_text;
  return options;
}

std::string corpus_file(const std::string& name) {
  std::ifstream file(TRICHYEU_SOURCE_DIR "/corpus/commune-two-tier/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// 4,000 bytes count as a page.
TEST(DocumentTask, OfALongTextMayTakeLonger) {
  std::string text = "KẾ HOẠCH\n";
  while (text.size() < 40'000) text += "Rà soát ao hồ.\n";
  std::vector<std::chrono::seconds> asked;
  const int file = file_of(text);
  const Result<Message> answer =
      document_task_handler(options())(open_request("a.txt", "", ""), file,
                                       [&](std::chrono::seconds time) { asked.push_back(time); });
  close(file);
  EXPECT_TRUE(answer.ok());
  EXPECT_THAT(asked, ::testing::ElementsAre(Limits{}.time_for(10)));
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

// A confined worker has all that text layers need: without, every page would be recognised.
TEST(Converter, ReadsTextLayersAsTheyStand) {
  ConverterOptions asked = options();
  asked.outputs = [](const Conversion& run,
                     const std::string& /*link*/) -> Result<std::vector<DocumentOutput>> {
    return std::vector<DocumentOutput>{{".ocr", run.source.ocr, {}}, {".txt", run.source.text, {}}};
  };
  Converter converter = started(std::move(asked));
  converter.submit({1, file_of(corpus_file("commune-two-tier.pdf")), "a.pdf"});
  const auto result = converter.wait();
  ASSERT_TRUE(result.has_value());
  ASSERT_TRUE(result->outputs.ok()) << result->outputs.error().message;
  EXPECT_EQ(result->outputs->at(0).bytes, "");
  EXPECT_THAT(result->outputs->at(1).bytes, HasSubstr("KẾ HOẠCH"));
}

constexpr std::string_view rtf =
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}}\\f0 K\\u7870? HO\\u7840?CH\\par}";

TEST(Converter, LibreOfficeOpensOldFilesMeanwhile) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  Converter converter = started(options());
  converter.submit({1, file_of(rtf), "a.rtf"});
  converter.submit({2, file_of("KẾ HOẠCH\nhai\n"), "b.txt"});
  converter.submit({3, file_of("{\\rtf1 {{{{"), "c.rtf"});
  std::map<std::uint64_t, DocumentResult> results;
  while (auto result = converter.wait()) results.emplace(result->id, *std::move(result));
  ASSERT_EQ(results.size(), 3U);
  ASSERT_TRUE(results[1].outputs.ok()) << results[1].outputs.error().message;
  EXPECT_EQ(results[1].outputs->at(1).bytes, "KẾ HOẠCH\n");
  EXPECT_TRUE(results[2].outputs.ok());
  EXPECT_FALSE(results[3].outputs.ok());
}

TEST(Converter, LibreOfficeHasTheTimeOfTheDocument) {
  if (!office_program()) GTEST_SKIP() << "LibreOffice is not installed";
  ConverterOptions hasty = options();
  hasty.limits.time = std::chrono::seconds(0);
  Converter converter = started(std::move(hasty));
  converter.submit({1, file_of(rtf), "a.rtf"});
  const auto result = converter.wait();
  ASSERT_TRUE(result.has_value());
  ASSERT_FALSE(result->outputs.ok());
}

TEST(Converter, ADocumentOfLibreOfficeCanBeLeft) {
  Converter converter = started(options());
  converter.submit({1, file_of(rtf), "a.rtf"});
  EXPECT_FALSE(converter.wait(-1, std::chrono::milliseconds(0)).has_value());
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

// What recognition made of a scan, to the last box.
Result<std::vector<DocumentOutput>> all_that_was_read(const Conversion& run,
                                                      const std::string& /*link*/) {
  return std::vector<DocumentOutput>{{".json", to_json(run.plans.front()), {}}};
}

std::string scan() { return corpus_file("commune-two-tier.scan.pdf"); }

ConverterOptions scan_options(int workers) {
  ConverterOptions result = options();
  result.outputs = all_that_was_read;
  result.workers = workers;
  return result;
}

const std::string& in_one_process() {
  static const std::string json =
      to_json(convert(scan(), "scan.pdf", {}, built_in_grammars())->plans.front());
  return json;
}

TEST(Converter, GivesTheSameBytesForAnyNumberOfWorkers) {
  const std::string& expected = in_one_process();
  for (const int workers : {1, 3}) {
    Converter converter = started(scan_options(workers));
    converter.submit({1, file_of(scan()), "scan.pdf"});
    const auto result = converter.wait();
    ASSERT_TRUE(result->outputs.ok()) << result->outputs.error().message;
    EXPECT_EQ(result->outputs->front().bytes, expected) << workers;
    EXPECT_EQ(result->pages, 2);
    EXPECT_GT(result->peak_memory_bytes, 10'000'000U);
  }
}

// Processes that this one started.
std::vector<pid_t> children() {
  std::ifstream list("/proc/self/task/" + std::to_string(getpid()) + "/children");
  return {std::istream_iterator<pid_t>(list), {}};
}

TEST(Converter, GivesTheSameBytesWhenWorkersAreKilled) {
  Converter converter = started(scan_options(2));
  converter.submit({1, file_of(scan()), "scan.pdf"});
  while (children().size() < 2)
    EXPECT_FALSE(converter.wait(-1, std::chrono::milliseconds(10)).has_value());
  for (const pid_t worker : children()) kill(worker, SIGKILL);
  const auto result = converter.wait();
  ASSERT_TRUE(result->outputs.ok()) << result->outputs.error().message;
  EXPECT_EQ(result->outputs->front().bytes, in_one_process());
}

TEST(Converter, NamesTheLimitOfADocumentThatNoTimeIsLeftFor) {
  ConverterOptions hasty = scan_options(1);
  hasty.limits.time = std::chrono::seconds(0);
  Converter converter = started(std::move(hasty));
  converter.submit({1, file_of(scan()), "scan.pdf"});
  const auto result = converter.wait();
  ASSERT_FALSE(result->outputs.ok());
  EXPECT_EQ(result->outputs.error().code, ErrorCode::timed_out);
}

TEST(Converter, OutlivesADocumentThatKillsItsWorker) {
  ConverterOptions fatal = options();
  fatal.workers = 1;
  fatal.outputs = [](const Conversion& run,
                     const std::string& /*link*/) -> Result<std::vector<DocumentOutput>> {
    if (run.source.text.find("hostile") != std::string::npos) std::abort();
    return name_and_text(run, "");
  };
  Converter converter = started(std::move(fatal));
  converter.submit({1, file_of("KẾ HOẠCH\nhostile\n"), "a.txt"});
  converter.submit({2, file_of("KẾ HOẠCH\nmột\n"), "b.txt"});
  const auto first = converter.wait(), second = converter.wait();
  EXPECT_EQ(first->outputs.error().code, ErrorCode::worker_died);
  EXPECT_TRUE(second->outputs.ok());
}

TEST(Converter, IsWokenUp) {
  Converter converter = started(scan_options(1));
  converter.submit({1, file_of(scan()), "scan.pdf"});
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_EQ(write(ends[1], "x", 1), 1);
  EXPECT_FALSE(converter.wait(ends[0]).has_value());
  EXPECT_EQ(converter.under_way(), 1U);
  close(ends[0]);
  close(ends[1]);
}

}  // namespace
}  // namespace trichyeu
