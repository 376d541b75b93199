// Which task comes when, and what becomes of documents whose tasks fail: without a process, on a
// clock of the test's own.
#include "tools/conversion/document_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

namespace trichyeu {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

int file_of(std::string_view bytes) {
  const int fd = memfd_create("input", MFD_CLOEXEC);
  EXPECT_EQ(write(fd, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  return fd;
}

class DocumentQueueTest : public ::testing::Test {
 protected:
  void add(std::uint64_t id, std::string_view bytes = "content") {
    queue_.add({id, file_of(bytes), "a.pdf"});
  }

  // "open", "page 3", "assemble"; empty: nothing to do.
  std::string begin() {
    std::optional<WorkerTask> task = queue_.next_task(now_);
    if (!task) return {};
    std::string name = task->request[0];
    if (name == "page") name += ' ' + task->request[1];
    begun_.emplace(name, *task);
    return name;
  }

  void end(const std::string& name, Result<Message> answer,
           DocumentQueue::Clock::duration after = 1s, bool killed = false) {
    now_ += after;
    WorkerResult result;
    const auto task = begun_.find(name);
    result.id = task->second.id;
    result.answer = std::move(answer);
    result.killed_from_outside = killed;
    begun_.erase(task);
    queue_.take(std::move(result), now_);
  }

  void scan(std::uint64_t id, Message pages) {
    add(id);
    ASSERT_EQ(begin(), "open");
    pages.insert(pages.begin(), {"pages", pages.back()});
    end("open", pages);
  }

  static Result<Message> product(int failed = 0) {
    return Message{"product", "3", std::to_string(failed), ".xml", "<plan/>", "summed up"};
  }
  static Error error(ErrorCode code) { return {code, "so it is", {}, 0}; }

  Limits limits_;
  DocumentQueue queue_{limits_};
  DocumentQueue::Clock::time_point now_;
  std::multimap<std::string, WorkerTask> begun_;
};

TEST_F(DocumentQueueTest, ADocumentWithoutScannedPagesIsOneTask) {
  add(7);
  EXPECT_EQ(begin(), "open");
  EXPECT_EQ(begin(), "");
  end("open", product(), 2s);
  const auto result = queue_.take_finished();
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->id, 7U);
  ASSERT_TRUE(result->outputs.ok());
  EXPECT_EQ(result->outputs->front().bytes, "<plan/>");
  EXPECT_EQ(result->pages, 3);
  EXPECT_FALSE(result->partial);
  EXPECT_EQ(result->seconds, 2);
  EXPECT_EQ(queue_.size(), 0U);
}

TEST_F(DocumentQueueTest, PagesOfAScanAreTasksAndThenItIsAssembled) {
  scan(1, {"1", "3"});
  EXPECT_EQ(begin(), "page 1");
  EXPECT_EQ(begin(), "page 3");
  EXPECT_EQ(begin(), "");
  end("page 3", Message{"third"});
  EXPECT_EQ(begin(), "");
  end("page 1", Message{"first"});
  EXPECT_EQ(begin(), "assemble");
  EXPECT_THAT(begun_.find("assemble")->second.request,
              ElementsAre("assemble", "a.pdf", "", "1", "", "first", "3", "", "third"));
  end("assemble", product());
  EXPECT_TRUE(queue_.take_finished()->outputs.ok());
}

TEST_F(DocumentQueueTest, ASmallDocumentWaitsForNoScan) {
  scan(1, {"1", "2", "3", "4"});
  add(2);
  add(3);
  std::vector<std::string> order;
  for (std::string name = begin(); !name.empty(); name = begin()) order.push_back(name);
  EXPECT_THAT(order, ElementsAre("open", "page 1", "open", "page 2", "page 3", "page 4"));
}

TEST_F(DocumentQueueTest, PagesOfTheOldestScanComeFirst) {
  scan(1, {"1", "2"});
  add(2);
  std::vector<std::string> order{begin(), begin()};
  ASSERT_THAT(order, ElementsAre("open", "page 1"));
  end("open", Message{"pages", "9", "8", "9"});
  for (std::string name = begin(); !name.empty(); name = begin()) order.push_back(name);
  EXPECT_THAT(order, ElementsAre("open", "page 1", "page 2", "page 8", "page 9"));
}

TEST_F(DocumentQueueTest, APageThatFailsLeavesTheOthers) {
  scan(1, {"1", "2"});
  begin();
  begin();
  end("page 1", error(ErrorCode::worker_died));
  end("page 2", Message{"second"});
  EXPECT_EQ(begin(), "assemble");
  EXPECT_THAT(
      begun_.find("assemble")->second.request,
      ElementsAre("assemble", "a.pdf", "", "1", "worker-died", "so it is", "2", "", "second"));
  end("assemble", product(1));
  const auto result = queue_.take_finished();
  EXPECT_TRUE(result->partial);
  EXPECT_EQ(result->failed_pages, 1);
}

TEST_F(DocumentQueueTest, ADocumentOfWhichNoPageCouldBeReadNamesTheLimit) {
  scan(1, {"1", "2"});
  begin();
  begin();
  end("page 1", error(ErrorCode::damaged));
  end("page 2", error(ErrorCode::timed_out));
  begin();
  end("assemble", error(ErrorCode::damaged));
  const auto result = queue_.take_finished();
  ASSERT_FALSE(result->outputs.ok());
  EXPECT_EQ(result->outputs.error().code, ErrorCode::timed_out);
  EXPECT_EQ(result->outputs.error().page, 2);
}

TEST_F(DocumentQueueTest, WhatWasKilledFromOutsideIsDoneOnceMore) {
  scan(1, {"1", "2"});
  begin();
  begin();
  end("page 1", error(ErrorCode::worker_died), 1s, true);
  EXPECT_EQ(begin(), "page 1");
  end("page 1", Message{"first"});
  end("page 2", error(ErrorCode::worker_died), 1s, true);
  EXPECT_EQ(begin(), "page 2");
  end("page 2", error(ErrorCode::worker_died), 1s, true);
  EXPECT_EQ(begin(), "assemble");
  end("assemble", error(ErrorCode::worker_died), 1s, true);
  EXPECT_EQ(begin(), "assemble");
  end("assemble", error(ErrorCode::worker_died), 1s, true);
  EXPECT_EQ(queue_.take_finished()->outputs.error().code, ErrorCode::worker_died);
}

TEST_F(DocumentQueueTest, PagesBehindTheTimeLimitFailAndTheRestIsDelivered) {
  scan(1, {"1", "2", "3"});
  EXPECT_EQ(begin(), "page 1");
  end("page 1", Message{"first"}, 200s);  // of 120 s and 60 s
  EXPECT_EQ(begin(), "assemble");
  const Message& request = begun_.find("assemble")->second.request;
  EXPECT_EQ(request[7], "timed-out");
  EXPECT_EQ(request[10], "timed-out");
}

TEST_F(DocumentQueueTest, TheTimeOfADocumentRunsOnlyWhileItIsWorkedOn) {
  scan(1, {"1", "2"});
  now_ += 10h;
  begin();
  begin();
  end("page 1", Message{"first"}, 5s);
  end("page 2", Message{"second"}, 5s);
  now_ += 10h;
  begin();
  end("assemble", product(), 5s);
  EXPECT_EQ(queue_.take_finished()->seconds, 16);  // 1 s of them to open it
}

TEST_F(DocumentQueueTest, TimeLimitsFollowThePages) {
  add(1);
  begin();
  EXPECT_EQ(begun_.find("open")->second.time_limit, 120s);
  EXPECT_EQ(begun_.find("open")->second.longest_time, 3600s);
  end("open", Message{"pages", "100", "1"}, 1s);
  begin();
  EXPECT_EQ(begun_.find("page 1")->second.time_limit, 120s);
}

TEST_F(DocumentQueueTest, NonsenseIsTheWorkersDeath) {
  for (const Message& answer : std::vector<Message>{{},
                                                    {"pages", "3"},
                                                    {"pages", "3", "2", "1"},
                                                    {"pages", "x", "1"},
                                                    {"product", "-1", "0"}}) {
    add(1);
    begin();
    end("open", answer);
    EXPECT_EQ(queue_.take_finished()->outputs.error().code, ErrorCode::worker_died);
  }
}

TEST_F(DocumentQueueTest, GivesBackWhatIsNotBegun) {
  scan(1, {"1"});
  scan(2, {"1"});
  EXPECT_EQ(begin(), "page 1");
  add(3);
  add(4);
  EXPECT_EQ(begin(), "open");
  EXPECT_THAT(queue_.withdraw(), UnorderedElementsAre(2, 4));
  EXPECT_EQ(begin(), "");
  end("open", product());
  end("page 1", Message{"first"});
  EXPECT_EQ(begin(), "assemble");
}

TEST_F(DocumentQueueTest, AFileThatChangesMeanwhileIsRefused) {
  const int fd = file_of("content");
  const int same = dup(fd);
  queue_.add({1, fd, "a.txt"});
  begin();
  EXPECT_EQ(write(same, "more", 4), 4);
  close(same);
  end("open", product());
  const auto result = queue_.take_finished();
  ASSERT_FALSE(result->outputs.ok());
  EXPECT_THAT(result->outputs.error().message, HasSubstr("changed"));
}

TEST_F(DocumentQueueTest, WhatIsNoFileIsRefused) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  queue_.add({1, ends[0], "a.txt"});
  close(ends[1]);
  EXPECT_EQ(begin(), "");
  EXPECT_EQ(queue_.take_finished()->outputs.error().code, ErrorCode::cannot_open);
}

}  // namespace
}  // namespace trichyeu
