// Workers that die, hang, say nonsense or take too much: each costs its own task and no other.
#include "tools/worker/pool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <fstream>
#include <map>
#include <thread>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::IsEmpty;

constexpr std::chrono::milliseconds plenty{600'000};
constexpr int wire = STDERR_FILENO + 1;  // where a worker has it

Message pid() { return {std::to_string(getpid())}; }

// Does what its request's first field says.
Result<Message> obey(const Message& request, int file, const TimeExtension& extend) {
  const std::string& order = request.front();
  if (order == "echo") return Message(request.begin() + 1, request.end());
  if (order == "pid") return pid();
  if (order == "die") std::abort();
  if (order == "leave") _exit(0);
  if (order == "hang") std::this_thread::sleep_for(std::chrono::hours(1));
  while (order == "spin") clock();
  if (order == "nonsense") send(wire, "\1\0\0\0\0\0\0\0x", 9, 0);
  if (order == "endless") send(wire, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 8, 0);
  if (order == "hang up") close(wire);
  if (order == "nonsense" || order == "endless" || order == "hang up")
    std::this_thread::sleep_for(std::chrono::hours(1));
  if (order == "fail") return Error{ErrorCode::encrypted, "it is encrypted", {}, 3};
  if (order == "extend") {
    extend(std::chrono::seconds(600));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return Message{"in time"};
  }
  if (order == "read") {
    std::string bytes(100, '\0');
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(file, bytes.data(), 100))));
    return Message{bytes};
  }
  if (order == "grow") return Message{std::string(std::stoul(request[1]), 'x')};
  if (order == "fill") {
    std::vector<std::string> all;
    for (;;) all.emplace_back(std::size_t{16} << 20U, 'x');
  }
  return Message{};
}

PoolOptions options(std::size_t workers = 1) {
  PoolOptions options;
  options.workers = workers;
  options.setup.handler = obey;
  options.setup.confinement = confinement_of_readers({}, Limits(), false);
  return options;
}

Pool started(PoolOptions options) {
  Result<Pool> pool = Pool::start(std::move(options));
  EXPECT_TRUE(pool.ok());
  return std::move(pool).value();
}

WorkerTask task(std::uint64_t id, Message request, std::chrono::milliseconds limit = plenty) {
  WorkerTask task;
  task.id = id;
  task.request = std::move(request);
  task.time_limit = limit;
  return task;
}

WorkerResult done(Pool& pool, Message request, std::chrono::milliseconds limit = plenty) {
  pool.run(task(1, std::move(request), limit));
  std::vector<WorkerResult> results = pool.wait();
  EXPECT_EQ(results.size(), 1U);
  return std::move(results.front());
}

ErrorCode code_of(const WorkerResult& result) {
  return result.answer.ok() ? ErrorCode::internal : result.answer.error().code;
}

TEST(Pool, KeepsAWorkerForManyTasks) {
  Pool pool = started(options());
  const Message first = *done(pool, {"pid"}).answer;
  EXPECT_EQ(*done(pool, {"pid"}).answer, first);
  EXPECT_EQ(*done(pool, {"echo", "a", ""}).answer, (Message{"a", ""}));
}

TEST(Pool, StartsAWorkerAnewAfterSoManyTasks) {
  PoolOptions few = options();
  few.tasks_of_a_worker = 2;
  Pool pool = started(std::move(few));
  const Message first = *done(pool, {"pid"}).answer;
  EXPECT_EQ(*done(pool, {"pid"}).answer, first);
  EXPECT_NE(*done(pool, {"pid"}).answer, first);
}

TEST(Pool, GivesEachTaskItsResult) {
  Pool pool = started(options(3));
  std::map<std::uint64_t, std::string> answers;
  std::uint64_t next = 0;
  while (answers.size() < 50) {
    for (; next < 50 && pool.has_idle(); ++next)
      pool.run(task(next, {"echo", std::to_string(next)}));
    for (WorkerResult& result : pool.wait()) answers[result.id] = result.answer->front();
  }
  for (const auto& [id, answer] : answers) EXPECT_EQ(answer, std::to_string(id));
  EXPECT_FALSE(pool.is_busy());
  EXPECT_THAT(pool.wait(), IsEmpty());
}

TEST(Pool, SendsAndReceivesBeyondTheWiresSize) {
  Pool pool = started(options());
  const std::string large(std::size_t{20} << 20U, 'x');
  EXPECT_EQ(done(pool, {"echo", large}).answer->front(), large);
}

TEST(Pool, HandsAFileOver) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder.path() / "a") << "content";
  const int fd = open((folder.path() / "a").c_str(), O_RDONLY);
  Pool pool = started(options());
  WorkerTask reading = task(1, {"read"});
  reading.file = fd;
  pool.run(reading);
  close(fd);
  EXPECT_EQ(pool.wait().front().answer->front(), "content");
}

TEST(Pool, GivesTheErrorOfATask) {
  Pool pool = started(options());
  const WorkerResult result = done(pool, {"fail"});
  EXPECT_EQ(code_of(result), ErrorCode::encrypted);
  EXPECT_EQ(result.answer.error().page, 3);
}

TEST(Pool, OutlivesItsWorkers) {
  Pool pool = started(options());
  for (const char* order : {"die", "leave", "nonsense", "endless", "hang up"}) {
    const WorkerResult result = done(pool, {order});
    EXPECT_EQ(code_of(result), ErrorCode::worker_died) << order;
    EXPECT_FALSE(result.killed_from_outside) << order;
    EXPECT_EQ(*done(pool, {"echo", "a"}).answer, Message{"a"}) << order;
  }
}

TEST(Pool, EndsATaskThatTakesTooLong) {
  Pool pool = started(options());
  for (const char* order : {"hang", "spin"}) {
    const WorkerResult result = done(pool, {order}, std::chrono::milliseconds(200));
    EXPECT_EQ(code_of(result), ErrorCode::timed_out) << order;
    EXPECT_GE(result.seconds, 0.2);
    EXPECT_EQ(*done(pool, {"echo", "a"}).answer, Message{"a"}) << order;
  }
}

TEST(Pool, GivesMoreTimeUpToTheLongest) {
  Pool pool = started(options());
  WorkerTask slow = task(1, {"extend"}, std::chrono::milliseconds(100));
  slow.longest_time = plenty;
  pool.run(slow);
  EXPECT_EQ(pool.wait().front().answer->front(), "in time");
  slow.longest_time = slow.time_limit;
  pool.run(slow);
  EXPECT_EQ(code_of(pool.wait().front()), ErrorCode::timed_out);
}

TEST(Pool, SaysThatMemoryRanOut) {
  PoolOptions small = options();
  small.setup.confinement.memory_bytes = std::size_t{400} << 20U;
  Pool pool = started(std::move(small));
  const WorkerResult result = done(pool, {"fill"});
  EXPECT_EQ(code_of(result), ErrorCode::too_large);
  EXPECT_EQ(*done(pool, {"echo", "a"}).answer, Message{"a"});
}

TEST(Pool, MeasuresTheMemoryOfATask) {
  Pool pool = started(options());
  const std::size_t large = done(pool, {"grow", "100000000"}).peak_memory_bytes;
  EXPECT_GT(large, 100'000'000U);
  EXPECT_LT(done(pool, {"echo"}).peak_memory_bytes, large - 50'000'000U);
}

TEST(Pool, TellsAWorkerThatSomebodyElseKilled) {
  Pool pool = started(options());
  const pid_t worker = std::stoi(done(pool, {"pid"}).answer->front());
  pool.run(task(2, {"hang"}));
  kill(worker, SIGKILL);
  const std::vector<WorkerResult> results = pool.wait();
  EXPECT_EQ(code_of(results.front()), ErrorCode::worker_died);
  EXPECT_TRUE(results.front().killed_from_outside);
}

TEST(Pool, ReplacesAnIdleWorkerThatDied) {
  Pool pool = started(options());
  const pid_t worker = std::stoi(done(pool, {"pid"}).answer->front());
  kill(worker, SIGKILL);
  ASSERT_EQ(waitid(P_PID, static_cast<id_t>(worker), nullptr, WEXITED | WNOWAIT), 0);
  EXPECT_EQ(*done(pool, {"echo", "a"}).answer, Message{"a"});
}

TEST(Pool, IsWokenUp) {
  Pool pool = started(options());
  pool.run(task(1, {"hang"}));
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  EXPECT_EQ(write(ends[1], "x", 1), 1);
  EXPECT_THAT(pool.wait(ends[0]), IsEmpty());
  EXPECT_THAT(pool.wait(-1, std::chrono::steady_clock::now()), IsEmpty());
  close(ends[0]);
  close(ends[1]);
}

TEST(Pool, TakesItsWorkersWithIt) {
  pid_t worker = 0;
  {
    Pool pool = started(options());
    worker = std::stoi(done(pool, {"pid"}).answer->front());
    pool.run(task(1, {"hang"}));
  }
  EXPECT_EQ(kill(worker, 0), -1);
}

TEST(Pool, LeavesNoWorkerWhenItsProcessIsKilled) {
  ASSERT_EQ(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), 0);  // orphans become this process's
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t parent = fork();
  if (parent == 0) {
    Pool pool = started(options());
    const std::string worker = done(pool, {"pid"}).answer->front();
    pool.run(task(1, {"hang"}));
    static_cast<void>(write(ends[1], worker.data(), worker.size()));
    pause();
  }
  char number[20] = {};
  ASSERT_GT(read(ends[0], number, sizeof(number) - 1), 0);
  kill(parent, SIGKILL);
  waitpid(parent, nullptr, 0);
  int status = 0;
  EXPECT_GT(waitpid(std::stoi(number), &status, 0), 0);
  EXPECT_TRUE(WIFSIGNALED(status));
  close(ends[0]);
  close(ends[1]);
}

}  // namespace
}  // namespace trichyeu
