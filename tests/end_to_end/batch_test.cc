// trichyeu batch, status and merge, as a person runs them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "models/formats/formats.h"
#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/end_to_end/tree.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::outputs_in;
using testing::plan_text;
using testing::run_command;
using testing::RunningCommand;
using testing::TemporaryFolder;
using testing::Tree;

// The plan of another number, so that contents differ.
std::string numbered_plan(int number) {
  std::string text(plan_text);
  return text.replace(text.find("83/KH"), 2, std::to_string(number));
}

class Batch : public ::testing::Test {
 protected:
  Batch() { std::filesystem::create_directories(folder_.path() / "in/2023"); }

  [[nodiscard]] Outcome batch(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"batch", path_of("in"), "-o", path_of("out")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_command(arguments);
  }
  [[nodiscard]] nlohmann::json status() const {
    return nlohmann::json::parse(run_command({"status", path_of("out"), "--json"}).out);
  }
  [[nodiscard]] std::string path_of(const std::string& name) const { return folder_.path_of(name); }
  [[nodiscard]] Tree outputs() const { return outputs_in(folder_.path() / "out"); }
  [[nodiscard]] Plan plan_in(const std::string& name) const {
    const Result<Plan> plan = from_xml(folder_.read("out/" + name));
    if (!plan) throw std::runtime_error(plan.error().message);
    return *plan;
  }
  TemporaryFolder folder_;
};

TEST_F(Batch, MirrorsTheTree) {
  folder_.write("in/83.doc", plan_text);
  folder_.write("in/83.pdf", numbered_plan(84));
  folder_.write("in/2023/both.txt", std::string(testing::letter_text) + std::string(plan_text));
  const Outcome outcome = batch();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(testing::names_of(outputs()),
            "2023/both.txt-2.xml\n2023/both.txt.xml\n83.doc.xml\n83.pdf.xml\n");
  EXPECT_EQ(plan_in("83.doc.xml").source.file, "83.doc");
  EXPECT_THAT(outcome.out, HasSubstr("Tệp: 3 (xong 3)"));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("3 inputs, 3 to do\n"), HasSubstr("done ")));
}

TEST_F(Batch, RunAgainHasNothingToDo) {
  folder_.write("in/a.txt", plan_text);
  EXPECT_EQ(batch().exit_code, 0);
  const Tree before = outputs();
  const Outcome again = batch();
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.err, HasSubstr("1 inputs, 0 to do\n"));
  EXPECT_EQ(outputs(), before);
}

TEST_F(Batch, RedoesWhatIsNewChangedOrOfOtherOptions) {
  folder_.write("in/a.txt", plan_text);
  folder_.write("in/b.txt", numbered_plan(84));
  EXPECT_EQ(batch().exit_code, 0);
  folder_.write("in/b.txt", numbered_plan(85));
  folder_.write("in/c.txt", numbered_plan(86));
  EXPECT_THAT(batch().err, HasSubstr("3 inputs, 2 to do\n"));
  EXPECT_EQ(plan_in("b.txt.xml").header.number.value().value.text, "85/KH-SYT");
  EXPECT_THAT(batch({"--force"}).err, HasSubstr("3 inputs, 3 to do\n"));
  EXPECT_THAT(batch({"--format", "json"}).err, HasSubstr("3 inputs, 3 to do\n"));
  EXPECT_EQ(testing::names_of(outputs()), "a.txt.json\nb.txt.json\nc.txt.json\n")
      << "outputs of the options before are gone";
}

TEST_F(Batch, RedoesWhatLostItsOutput) {
  for (int at = 10; at < 14; ++at)
    folder_.write("in/" + std::to_string(at) + ".txt", numbered_plan(at));
  EXPECT_EQ(batch().exit_code, 0);
  const Tree before = outputs();
  std::filesystem::remove(path_of("out/10.txt.xml"));
  std::filesystem::resize_file(path_of("out/11.txt.xml"), 100);
  EXPECT_THAT(batch().err, HasSubstr("4 inputs, 2 to do\n"));
  EXPECT_EQ(outputs(), before);
}

TEST_F(Batch, OfEqualContentsShowsEachName) {
  folder_.write("in/a.txt", plan_text);
  folder_.write("in/2023/b.txt", plan_text);
  folder_.write("in/2023/a.txt", plan_text);
  EXPECT_EQ(batch().exit_code, 0);
  EXPECT_EQ(plan_in("2023/b.txt.xml").source.file, "b.txt");
  EXPECT_EQ(folder_.read("out/a.txt.xml"), folder_.read("out/2023/a.txt.xml"));
  const std::string a = folder_.read("out/a.txt.xml");
  EXPECT_EQ(a.size(), folder_.read("out/2023/b.txt.xml").size());
  std::filesystem::remove_all(folder_.path() / "in/2023");
  std::filesystem::remove_all(folder_.path() / "out");
  EXPECT_EQ(batch().exit_code, 0);
  EXPECT_EQ(folder_.read("out/a.txt.xml"), a) << "as when it is alone";
}

TEST_F(Batch, OfEqualTargetsFailsBeforeAnyWork) {
  std::filesystem::create_directories(folder_.path() / "more");
  folder_.write("in/a.txt", plan_text);
  folder_.write("more/a.txt", numbered_plan(84));
  const Outcome outcome = batch({path_of("more")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("would be the same"));
  EXPECT_THAT(outputs(), IsEmpty());
}

TEST_F(Batch, WithoutInputsOrIntoItsInputIsAUsageError) {
  EXPECT_EQ(run_command({"batch", "-o", path_of("out")}).exit_code, 2);
  EXPECT_EQ(run_command({"batch", path_of("in"), "-o", path_of("in")}).exit_code, 2);
  EXPECT_EQ(batch({"--force", "--retry-failed"}).exit_code, 2);
  EXPECT_EQ(batch({"--shard", "4/3"}).exit_code, 2);
}

TEST_F(Batch, TakesAListFromStandardInput) {
  const std::string a = folder_.write("in/a\nb.txt", plan_text);
  const std::string list =
      a + std::string(1, '\0') + path_of("in/absent.txt") + std::string(1, '\0');
  const Outcome outcome = run_command({"batch", "--from-file", "-", "-o", path_of("out")}, list);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(std::filesystem::exists(path_of("out") + a + ".xml"));
  EXPECT_EQ(status()["failures"][0]["code"], "cannot-open");
}

TEST_F(Batch, RetriesOnlyWhatFailed) {
  folder_.write("in/a.txt", "");
  EXPECT_EQ(batch().exit_code, 3);
  folder_.write("in/a.txt", plan_text);
  folder_.write("in/b.txt", plan_text);
  EXPECT_EQ(batch({"--retry-failed"}).exit_code, 0);
  EXPECT_EQ(testing::names_of(outputs()), "a.txt.xml\n");
}

TEST_F(Batch, LogsJson) {
  folder_.write("in/a\n\xFF.txt", plan_text);
  const Outcome outcome = batch({"--log-format", "json"});
  std::istringstream lines(outcome.err);
  std::vector<std::string> events;
  for (std::string line; std::getline(lines, line);)
    events.push_back(nlohmann::json::parse(line)["event"]);
  EXPECT_THAT(events, ElementsAre("begin", "document", "end"));
}

TEST_F(Batch, AccountsForEveryHostileInput) {
  folder_.write("in/good.txt", plan_text);
  folder_.write("in/\xFF\n.txt", numbered_plan(84));
  folder_.write("in/empty.txt", "");
  folder_.write("in/Thumbs.db", std::string("\0\1\2\3", 4));
  folder_.write("in/cut.pdf", testing::small_pdf(3).substr(0, 400));
  folder_.write("in/locked.pdf", testing::small_pdf(1, "secret"));
  ASSERT_EQ(mkfifo(path_of("in/fifo").c_str(), 0600), 0);
  ASSERT_EQ(symlink("..", path_of("in/2023/loop").c_str()), 0);
  ASSERT_EQ(symlink("nowhere", path_of("in/dangling").c_str()), 0);
  folder_.write("in/sparse.pdf", "");
  std::filesystem::resize_file(path_of("in/sparse.pdf"), std::uintmax_t{1} << 30U);
  const std::string closed = folder_.write("in/closed.txt", plan_text);
  ASSERT_EQ(chmod(closed.c_str(), 0), 0);
  const Outcome outcome = batch();
  EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
  const nlohmann::json told = status();
  EXPECT_EQ(told["inputs"], 11);
  EXPECT_EQ(told["states"]["waiting"], 0);
  EXPECT_EQ(told["states"]["skipped"], 3) << told["skipped"];
  std::map<std::string, int> failures;
  for (const auto& group : told["failures"]) failures[group["code"]] = group["count"];
  const int unreadable = geteuid() == 0 ? 1 : 2;  // root may read everything
  EXPECT_EQ(failures, (std::map<std::string, int>{{"cannot-open", unreadable},
                                                  {"damaged", 1},
                                                  {"empty-input", 1},
                                                  {"encrypted", 1},
                                                  {"too-large", 1}}));
  const Plan plan = plan_in("\xFF\n.txt.xml");
  EXPECT_EQ(plan.source.file, "\xEF\xBF\xBD\n.txt");
  EXPECT_EQ(run_command({"validate", path_of("out/\xFF\n.txt.xml")}).exit_code, 0);
}

// Bytes changed, cut out and put in, by a fixed seed.
std::string damaged(std::string bytes, unsigned seed) {
  std::mt19937 random(seed);
  for (unsigned times = 1U << (seed % 6); times > 0; --times) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
      case 0: bytes.erase(at, random() % 20); break;
      case 1: bytes.insert(at, random() % 30, static_cast<char>(random())); break;
      default: bytes[at] = static_cast<char>(random());
    }
  }
  return bytes;
}

TEST_F(Batch, OfDamagedFilesEndsWithOneAnswerForEach) {
  const std::string pdf = testing::small_pdf(2);
  const std::string image = testing::page_image("Plan of the district for the year");
  for (unsigned seed = 0; seed < 16; ++seed) {
    folder_.write("in/" + std::to_string(seed) + ".pdf", damaged(pdf, seed));
    folder_.write("in/" + std::to_string(seed) + ".png", damaged(image, seed));
  }
  folder_.write("in/many.pdf", testing::small_pdf(2001));
  const Outcome outcome = batch();
  EXPECT_THAT(outcome.exit_code, ::testing::AnyOf(1, 3)) << outcome.err;
  const nlohmann::json told = status();
  EXPECT_EQ(told["inputs"], 33);
  EXPECT_EQ(told["states"]["waiting"], 0);
  for (const auto& group : told["failures"])
    EXPECT_THAT(group["code"], Not(::testing::AnyOf("worker-died", "internal")));
}

TEST_F(Batch, OfShardsIsThatOfOne) {
  for (int at = 10; at < 22; ++at)
    folder_.write("in/" + std::to_string(at) + ".txt", numbered_plan(at));
  EXPECT_EQ(batch().exit_code, 0);
  const Tree whole = outputs();
  const nlohmann::json states = status()["states"];
  std::filesystem::remove_all(folder_.path() / "out");
  for (const char* shard : {"1/3", "2/3", "3/3"})
    EXPECT_EQ(batch({"--shard", shard}).exit_code, 0) << shard;
  EXPECT_EQ(status()["states"], states);
  EXPECT_THAT(batch({"--shard", "1/2"}).err, HasSubstr(" 0 to do\n")) << "an array of another size";
  EXPECT_EQ(run_command({"merge", path_of("out")}).exit_code, 0);
  EXPECT_EQ(outputs(), whole);
  EXPECT_EQ(status()["states"], states);
  EXPECT_THAT(batch().err, HasSubstr("12 inputs, 0 to do\n"));
  EXPECT_EQ(run_command({"merge", path_of("in")}).exit_code, 3);
}

TEST_F(Batch, KeepsASecondRunAway) {
  folder_.write("in/a.txt", plan_text);
  RunningCommand first({"batch", "--watch", path_of("in"), "-o", path_of("out")});
  while (first.is_running() && first.err().find("done ") == std::string::npos)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_THAT(batch().err, HasSubstr("another run is writing"));
  first.send(SIGKILL);
  EXPECT_EQ(first.wait().signal, SIGKILL);
  EXPECT_EQ(batch().exit_code, 0) << "a killed run holds nothing";
}

TEST_F(Batch, WatchesWhatArrives) {
  folder_.write("in/a.txt", plan_text);
  RunningCommand watching({"batch", "--watch", path_of("in"), "-o", path_of("out")});
  const auto wait_for = [&](const std::string& name) {
    while (watching.is_running() && !std::filesystem::exists(path_of(name)))
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return std::filesystem::exists(path_of(name));
  };
  EXPECT_TRUE(wait_for("out/a.txt.xml"));
  folder_.write("in/2023/b.txt", numbered_plan(84));
  EXPECT_TRUE(wait_for("out/2023/b.txt.xml"));
  watching.send(SIGINT);
  EXPECT_EQ(watching.wait().signal, SIGINT);
  EXPECT_EQ(status()["states"]["done"], 2);
}

}  // namespace
}  // namespace trichyeu
