#include "tools/worker/worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <thread>

namespace trichyeu {
namespace {

using ::testing::HasSubstr;

Result<Message> run(const Job& job, const Limits& limits = {}) {
  const DeferredInterrupts interrupts;
  return run_in_worker(job, limits, interrupts);
}

Result<Message> for_ever() {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

TEST(Worker, GivesTheAnswer) {
  const Result<Message> answer = run([]() -> Result<Message> { return Message{"", "kế hoạch"}; });
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  EXPECT_EQ(*answer, (Message{"", "kế hoạch"}));
}

TEST(Worker, GivesAnAnswerBeyondThePipesSize) {
  const std::string large(std::size_t{5} << 20U, 'x');
  const Result<Message> answer = run([&]() -> Result<Message> { return Message{large}; });
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->front(), large);
}

TEST(Worker, GivesTheErrorWhole) {
  const Result<Message> answer = run([]() -> Result<Message> {
    return Error{ErrorCode::encrypted, "it is encrypted", "Remove its password", 7};
  });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::encrypted);
  EXPECT_EQ(answer.error().message, "it is encrypted");
  EXPECT_EQ(answer.error().advice, "Remove its password");
  EXPECT_EQ(answer.error().page, 7);
}

TEST(Worker, TellsADeathBySignal) {
  const Result<Message> answer = run([]() -> Result<Message> {
    std::signal(SIGABRT, SIG_DFL);
    std::abort();
  });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::worker_died);
  EXPECT_THAT(answer.error().message, HasSubstr("signal 6"));
}

TEST(Worker, TellsAnEndWithoutAnswer) {
  const Result<Message> answer = run([]() -> Result<Message> { _exit(0); });
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::worker_died);
}

TEST(Worker, TurnsExceptionsIntoErrors) {
  const Result<Message> defect = run([]() -> Result<Message> { throw std::out_of_range("at"); });
  ASSERT_FALSE(defect.ok());
  EXPECT_EQ(defect.error().code, ErrorCode::internal);
  const Result<Message> memory = run([]() -> Result<Message> { throw std::bad_alloc(); });
  ASSERT_FALSE(memory.ok());
  EXPECT_EQ(memory.error().code, ErrorCode::too_large);
}

TEST(Worker, IsEndedWhenItTakesTooLong) {
  Limits none;
  none.time = std::chrono::seconds(0);
  const Result<Message> answer = run(for_ever, none);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::timed_out);
}

TEST(Worker, SharesNothingButItsAnswer) {
  int here = 1;
  ASSERT_TRUE(run([&]() -> Result<Message> {
                here = 2;
                return Message{};
              }).ok());
  EXPECT_EQ(here, 1);
}

// The signal is this process's, held back until `interrupts` ends; ignoring it takes it away
// before.
TEST(Worker, IsEndedByAnInterrupt) {
  {
    const DeferredInterrupts interrupts;
    raise(SIGTERM);
    const Result<Message> answer = run_in_worker(for_ever, Limits(), interrupts);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, ErrorCode::worker_died);
    std::signal(SIGTERM, SIG_IGN);
  }
  std::signal(SIGTERM, SIG_DFL);
}

}  // namespace
}  // namespace trichyeu
