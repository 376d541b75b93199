// A batch that is ended at any moment and run again leaves what one that ran through leaves.
//
// An interrupt, a kill of it or of its workers, a full disk, a power cut. TRICHYEU_KILLS is how
// many times each (3; 50 in `tools/test --all`), TRICHYEU_SEED where the moments come from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "tests/end_to_end/command.h"
#include "tests/end_to_end/disks.h"
#include "tests/end_to_end/documents.h"
#include "tests/end_to_end/tree.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using testing::Outcome;
using testing::outputs_in;
using testing::run_command;
using testing::RunningCommand;
using testing::TemporaryFolder;
using testing::Tree;
using Clock = std::chrono::steady_clock;

unsigned number_in_environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : static_cast<unsigned>(std::atoi(value));
}

class BatchThatIsKilled : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    make_inputs();
    const Clock::time_point begin = Clock::now();
    EXPECT_EQ(run_command(batch_into("whole")).exit_code, 1) << "one input is empty";
    duration_ = std::chrono::duration<double>(Clock::now() - begin);
    whole_ = outputs_in(folder_->path() / "whole");
    ASSERT_GT(whole_.size(), 20U);
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static void make_inputs() {
    std::filesystem::create_directories(folder_->path() / "in/2023");
    const std::string text(testing::plan_text);
    for (int at = 10; at < 28; ++at) {
      std::string plan = text;
      plan.replace(plan.find("83/KH"), 2, std::to_string(at));
      folder_->write((at % 2 == 0 ? "in/" : "in/2023/") + std::to_string(at) + ".txt", plan);
    }
    for (const char* name : {"in/copy.txt", "in/2023/copy.txt", "in/2023/another.txt"})
      folder_->write(name, text);
    folder_->write("in/both.txt", std::string(testing::letter_text) + text);
    folder_->write("in/empty.txt", "");
    folder_->write("in/scan.png", testing::page_image("Plan of the district for the year"));
  }

  static std::vector<std::string> batch_into(const std::string& out) {
    return {"batch", folder_->path_of("in"), "-o", folder_->path_of(out)};
  }

  // Whatever happened before, the next run makes it whole.
  static void expect_whole_after_resume(const std::string& out) {
    const Outcome resumed = run_command(batch_into(out));
    EXPECT_EQ(resumed.exit_code, 1) << resumed.err;
    const Tree tree = outputs_in(folder_->path() / out);
    EXPECT_EQ(testing::names_of(tree), testing::names_of(whole_));
    EXPECT_TRUE(tree == whole_);
    const auto status =
        nlohmann::json::parse(run_command({"status", folder_->path_of(out), "--json"}).out);
    EXPECT_EQ(status["states"]["done"], 23);
    EXPECT_EQ(status["states"]["failed"], 1);
    EXPECT_EQ(status["states"]["waiting"], 0);
  }

  // Outputs that a run left behind are whole: what is missing is missing as a whole.
  static void expect_nothing_half_written(const std::string& out) {
    if (!std::filesystem::exists(folder_->path() / out)) return;
    for (const auto& [path, bytes] : outputs_in(folder_->path() / out))
      EXPECT_TRUE(whole_.contains(path) && whole_.at(path) == bytes) << path;
  }

  [[nodiscard]] std::chrono::duration<double> moment() {
    return duration_ * std::uniform_real_distribution<double>(0, 1)(random_);
  }
  [[nodiscard]] unsigned times() const { return number_in_environment("TRICHYEU_KILLS", 3); }

  static inline std::unique_ptr<TemporaryFolder> folder_;
  static inline Tree whole_;
  static inline std::chrono::duration<double> duration_{};
  unsigned seed_ = number_in_environment("TRICHYEU_SEED", std::random_device()());
  std::mt19937 random_{seed_};
};

TEST_F(BatchThatIsKilled, IsWholeAfterTheNextRun) {
  SCOPED_TRACE("TRICHYEU_SEED=" + std::to_string(seed_));
  for (unsigned time = 0; time < times(); ++time) {
    const std::string out = "killed-" + std::to_string(time);
    for (int signal : {SIGKILL, SIGTERM}) {
      const RunningCommand run(batch_into(out));
      std::this_thread::sleep_for(moment());
      run.send(signal);
    }
    expect_nothing_half_written(out);
    expect_whole_after_resume(out);
    std::filesystem::remove_all(folder_->path() / out);
  }
}

TEST_F(BatchThatIsKilled, OrWhoseWorkersAreIsWholeAfterTheNextRun) {
  SCOPED_TRACE("TRICHYEU_SEED=" + std::to_string(seed_));
  for (unsigned time = 0; time < times(); ++time) {
    const std::string out = "workers-" + std::to_string(time);
    RunningCommand run(batch_into(out));
    std::this_thread::sleep_for(moment());
    for (const pid_t worker : run.children()) kill(worker, SIGKILL);
    EXPECT_EQ(run.wait().exit_code, 1) << "the batch itself goes on";
    expect_nothing_half_written(out);
    expect_whole_after_resume(out);
    std::filesystem::remove_all(folder_->path() / out);
  }
}

TEST_F(BatchThatIsKilled, ByOneInterruptFinishesWhatIsUnderWay) {
  const std::string out = "interrupted";
  RunningCommand run(batch_into(out));
  while (run.is_running() && run.err().find("done ") == std::string::npos)
    std::this_thread::yield();
  run.send(SIGINT);
  const Outcome outcome = run.wait();
  EXPECT_EQ(outcome.signal, SIGINT);
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("\ninterrupted\n"));
  expect_nothing_half_written(out);
  expect_whole_after_resume(out);
}

// Room for some of the outputs, then for all.
TEST_F(BatchThatIsKilled, ByAFullDiskIsWholeWhenThereIsRoom) {
  const testing::SmallDisk disk(folder_->path() / "small");
  if (!disk.is_there()) GTEST_SKIP() << "only root may mount a small disk";
  for (unsigned time = 0; time < times(); ++time) {
    const unsigned kib = std::uniform_int_distribution<unsigned>(8, 256)(random_);
    SCOPED_TRACE(std::to_string(kib) + " KiB, TRICHYEU_SEED=" + std::to_string(seed_));
    ASSERT_TRUE(disk.resize(kib));
    const Outcome outcome = run_command(batch_into("small"));
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    EXPECT_THAT(outcome.err, ::testing::HasSubstr("(no-space)"));
    expect_nothing_half_written("small");
    ASSERT_TRUE(disk.resize(65'536));
    expect_whole_after_resume("small");
    testing::empty_folder(folder_->path() / "small");
  }
}

TEST_F(BatchThatIsKilled, ByAPowerCutIsWholeWhenItIsBack) {
  SCOPED_TRACE("TRICHYEU_SEED=" + std::to_string(seed_));
  testing::FragileDisk disk(folder_->path() / "fragile");
  if (!disk.is_there()) GTEST_SKIP() << "no disk could be made: root, mkfs.ext4 and a loop device";
  for (unsigned time = 0; time < times(); ++time) {
    RunningCommand run(batch_into("fragile/out"));
    std::this_thread::sleep_for(moment());
    ASSERT_TRUE(disk.cut_power());
    EXPECT_NE(run.wait().exit_code, 0);
    ASSERT_TRUE(disk.start_again());
    expect_nothing_half_written("fragile/out");
    expect_whole_after_resume("fragile/out");
    testing::empty_folder(folder_->path() / "fragile");
  }
}

}  // namespace
}  // namespace trichyeu
