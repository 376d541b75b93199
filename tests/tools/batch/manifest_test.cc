// The manifest, and what planning and resuming make of it.
#include "tools/batch/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tools/batch/merge.h"
#include "tools/batch/planner.h"
#include "tools/batch/status.h"
#include "tools/batch/waiting_inputs.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TemporaryFolder;

const Making first_making{"0.1.0", "sha256:1", "tesseract", "--format xml"};

Manifest opened(const std::filesystem::path& file) {
  Result<Manifest> manifest = Manifest::open(file, Database::Access::create);
  if (!manifest) throw std::runtime_error(manifest.error().message);
  return std::move(manifest).value();
}

InputRecord done_record(const std::string& target) {
  InputRecord record;
  record.target = target;
  record.path = "in/" + target;
  record.in_folder = true;
  record.state = State::done;
  record.stamp = {1, 2, 3};
  record.sha256 = "ab";
  record.making = first_making;
  record.pages = 4;
  record.seconds = 1.5;
  record.peak_memory_bytes = 1'000'000;
  record.finished = "2026-01-01T00:00:00.000Z";
  record.outputs = {{"-2.xml", 5, "cd"}, {".xml", 6, "ef"}};
  return record;
}

InputRecord failed_record(const std::string& target, const std::string& code) {
  InputRecord record = done_record(target);
  record.state = State::failed;
  record.error_code = code;
  record.error_text = "it is " + code;
  record.outputs.clear();
  return record;
}

TEST(Manifest, KeepsWhatIsPut) {
  const TemporaryFolder folder;
  const InputRecord record = done_record("a\n\xFF.pdf");
  opened(folder.path() / "m.sqlite").put(record, 1);
  const std::optional<InputRecord> found = opened(folder.path() / "m.sqlite").find(record.target);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->path, record.path);
  EXPECT_EQ(found->state, State::done);
  EXPECT_EQ(found->stamp, record.stamp);
  EXPECT_EQ(found->making, record.making);
  EXPECT_EQ(found->pages, 4);
  EXPECT_EQ(found->seconds, 1.5);
  EXPECT_EQ(found->outputs, record.outputs);
  EXPECT_EQ(found->error_code, "");
}

TEST(Manifest, OfALaterVersionIsRefused) {
  const TemporaryFolder folder;
  opened(folder.path() / "m.sqlite");
  {
    const auto database = Database::open(folder.path_of("m.sqlite"), Database::Access::write);
    (*database)->execute("PRAGMA user_version = 2");
  }
  const auto manifest = Manifest::open(folder.path() / "m.sqlite", Database::Access::write);
  ASSERT_FALSE(manifest);
  EXPECT_EQ(manifest.error().code, ErrorCode::unknown_type);
}

TEST(Manifest, AbsorbsWhatIsBetter) {
  Manifest manifest = Manifest::temporary().value();
  Manifest other = Manifest::temporary().value();
  InputRecord waiting = done_record("a");
  waiting.state = State::waiting;
  manifest.put(waiting, 1);
  other.put(done_record("a"), 1);
  InputRecord later = failed_record("b", "damaged");
  later.finished = "2027-01-01T00:00:00.000Z";
  manifest.put(later, 1);
  other.put(done_record("b"), 1);
  other.put(done_record("c"), 1);
  other.put(done_record("unwanted"), 1);
  manifest.absorb(other, [](const std::string& target) { return target != "unwanted"; });
  EXPECT_EQ(manifest.find("a")->state, State::done);
  EXPECT_EQ(manifest.find("b")->state, State::failed);
  EXPECT_EQ(manifest.find("c")->outputs.size(), 2U);
  EXPECT_FALSE(manifest.find("unwanted"));
}

TEST(Resume, RedoesWhatIsNewChangedFailedOrOfAnotherVersion) {
  const InputRecord done = done_record("a");
  const FileStamp same = done.stamp;
  const auto decision = [](const InputRecord* record, const FileStamp& stamp, Redo redo) {
    return decision_on(record, stamp, first_making, redo);
  };
  EXPECT_EQ(decision(nullptr, same, Redo::as_needed), Decision::convert);
  EXPECT_EQ(decision(&done, same, Redo::as_needed), Decision::keep);
  EXPECT_EQ(decision(&done, {1, 2, 4}, Redo::as_needed), Decision::compare);
  EXPECT_EQ(decision(&done, same, Redo::all), Decision::convert);
  EXPECT_EQ(decision(&done, {1, 2, 4}, Redo::failed_only), Decision::keep);
  EXPECT_EQ(decision(nullptr, same, Redo::failed_only), Decision::keep);
  EXPECT_EQ(
      decision_on(&done, same, {"0.2.0", "sha256:1", "tesseract", "--format xml"}, Redo::as_needed),
      Decision::convert);
  InputRecord record = done;
  record.state = State::failed;
  EXPECT_EQ(decision(&record, same, Redo::as_needed), Decision::convert);
  EXPECT_EQ(decision(&record, same, Redo::failed_only), Decision::convert);
  record.state = State::partial;
  EXPECT_EQ(decision(&record, same, Redo::as_needed), Decision::keep);
  EXPECT_EQ(decision(&record, same, Redo::failed_only), Decision::convert);
  record.state = State::waiting;
  EXPECT_EQ(decision(&record, same, Redo::as_needed), Decision::convert);
}

class Plans : public ::testing::Test {
 protected:
  Plans() { std::filesystem::create_directories(folder_.path() / "in"); }
  std::optional<Error> plan(Redo redo = Redo::as_needed, const Shard& shard = {}) {
    Planning planning;
    planning.run = run_ = manifest_.begin_run();
    planning.shard = shard;
    planning.making = first_making;
    planning.redo = redo;
    planning.max_bytes = 1'000;
    planning.suffixes = {".xml"};
    return plan_inputs(manifest_, {named_, {}, {}}, planning);
  }
  [[nodiscard]] std::vector<std::string> waiting() {
    std::vector<std::string> targets;
    for (const InputRecord& record : manifest_.waiting(run_, {}, 100))
      targets.push_back(record.target);
    return targets;
  }
  void finish(const std::string& target) {
    InputRecord record = *manifest_.find(target);
    record.state = State::done;
    record.making = first_making;
    record.sha256 = OpenedInput::open(record.path, 1'000)->sha256().value();
    manifest_.put(record);
  }
  TemporaryFolder folder_;
  Manifest manifest_ = Manifest::temporary().value();
  std::vector<std::string> named_{folder_.path_of("in")};
  std::int64_t run_ = 0;
};

TEST_F(Plans, AreOfWhatIsToDo) {
  folder_.write("in/a", "1");
  folder_.write("in/b", "2");
  ASSERT_FALSE(plan());
  EXPECT_THAT(waiting(), ElementsAre("a", "b"));
  finish("a");
  ASSERT_FALSE(plan());
  EXPECT_THAT(waiting(), ElementsAre("b"));
  finish("b");
  ASSERT_FALSE(plan());
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_EQ(manifest_.totals(run_).of(State::done), 2);
}

TEST_F(Plans, ReadAgainWhatWasOnlyTouched) {
  const std::string path = folder_.write("in/a", "1");
  ASSERT_FALSE(plan());
  finish("a");
  std::filesystem::last_write_time(path, std::filesystem::file_time_type{});
  ASSERT_FALSE(plan());
  EXPECT_THAT(waiting(), IsEmpty());
  folder_.write("in/a", "2");
  ASSERT_FALSE(plan());
  EXPECT_THAT(waiting(), ElementsAre("a"));
}

TEST_F(Plans, OfEqualOutputsFailAndKeepNothing) {
  std::filesystem::create_directories(folder_.path() / "other");
  folder_.write("in/a", "1");
  folder_.write("in/b", "1");
  const std::string other = folder_.write("other/b", "2");
  named_ = {folder_.path_of("in"), folder_.path_of("other")};
  const std::optional<Error> error = plan();
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, AllOf(HasSubstr(folder_.path_of("in/b")), HasSubstr(other)));
  EXPECT_EQ(manifest_.totals().all(), 0);
}

TEST_F(Plans, OfOneInputNamedTwiceHaveItOnce) {
  folder_.write("in/a", "1");
  named_ = {folder_.path_of("in"), folder_.path_of("in")};
  EXPECT_FALSE(plan());
  EXPECT_THAT(waiting(), ElementsAre("a"));
}

TEST_F(Plans, WithAnOutputWhereAFolderMustBeFail) {
  std::filesystem::create_directories(folder_.path() / "in/a.xml");
  folder_.write("in/a", "1");
  folder_.write("in/a.xml/b", "1");
  EXPECT_TRUE(plan());
}

TEST_F(Plans, OfAllShardsAreTheWhole) {
  for (int at = 0; at < 20; ++at) folder_.write("in/" + std::to_string(at), "1");
  std::size_t inputs = 0;
  for (int number = 1; number <= 3; ++number) {
    ASSERT_FALSE(plan(Redo::as_needed, {number, 3}));
    inputs += waiting().size();
  }
  EXPECT_EQ(inputs, 20U);
  EXPECT_EQ(manifest_.totals().all(), 20);
}

TEST_F(Plans, GiveEqualContentsTogether) {
  for (const char* name : {"in/a", "in/b", "in/d"}) folder_.write(name, "same");
  folder_.write("in/c", "else");
  ASSERT_FALSE(plan());
  WaitingInputs waiting_inputs(manifest_, run_, 1'000, [](const InputRecord&) { return ""; });
  std::vector<std::string> firsts;
  std::size_t together = 0;
  while (std::optional<InputRecord> record = waiting_inputs.next()) {
    firsts.push_back(record->target);
    record->sha256 = OpenedInput::open(record->path, 1'000)->sha256().value();
    together += waiting_inputs.alike(*record).inputs.size();
  }
  EXPECT_THAT(firsts, ElementsAre("a", "c"));
  EXPECT_EQ(together, 4U);
}

TEST(Status, GroupsByCode) {
  Manifest manifest = Manifest::temporary().value();
  manifest.put(done_record("a"), 1);
  for (const char* target : {"b", "c", "d", "e"}) manifest.put(failed_record(target, "damaged"), 1);
  manifest.put(failed_record("f\n", "encrypted"), 1);
  const Standings standings = standings_of(manifest);
  ASSERT_EQ(standings.failures.size(), 2U);
  EXPECT_EQ(standings.failures[0].code, "damaged");
  const std::string text = status_text(standings, "en");
  EXPECT_THAT(text,
              AllOf(HasSubstr("Inputs: 6 (done 1, failed 5)"), HasSubstr("damaged: 4"),
                    HasSubstr("and more: 1"), HasSubstr("    f\\n\n"), Not(HasSubstr("    e\n"))));
  EXPECT_THAT(status_text(standings, "vi"), HasSubstr("Tệp: 6 (xong 1, lỗi 5)"));
  EXPECT_THAT(status_json(standings), AllOf(HasSubstr("\"failed\": 5"), HasSubstr("\"e\"")));
}

}  // namespace
}  // namespace trichyeu
