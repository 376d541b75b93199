// index and audit as a person or a script runs them; and runs that are killed.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"
#include "tools/database/database.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::run_command;
using ::testing::StartsWith;
using testing::TemporaryFolder;

// A folder with the XML of the plan and of a letter that cites it.
class RegisterCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    out = folder.path_of("out/");
    const std::string plan = folder.write("kh.txt", testing::plan_text);
    const std::string letter = folder.write("cv.txt", testing::letter_text);
    ASSERT_EQ(run_command({"convert", plan, letter, "-o", out}).exit_code, 0);
    so = folder.path_of("so.db");
  }

  TemporaryFolder folder;
  std::string out;
  std::string so;
};

TEST_F(RegisterCommands, IndexAndAnswer) {
  const Outcome index = run_command({"index", out, "-o", so});
  EXPECT_EQ(index.exit_code, 0) << index.err;
  EXPECT_THAT(index.out, HasSubstr(": 2 mới, 0 thay đổi"));
  EXPECT_THAT(run_command({"index", out, "-o", so, "--lang", "en"}).out,
              HasSubstr("0 new, 0 changed, 2 unchanged"));
  const Outcome overview = run_command({"audit", so, "--lang", "en"});
  EXPECT_EQ(overview.exit_code, 0) << overview.err;
  EXPECT_THAT(overview.out, HasSubstr("Documents of the archive"));
  const Outcome of = run_command({"audit", so, "--of", "83/KH-SYT", "--format", "csv"});
  EXPECT_THAT(of.out, AllOf(HasSubstr("document,page,role,"), HasSubstr("cv.xml")));
  EXPECT_THAT(run_command({"audit", so, "search", "o", "dich"}).out,
              HasSubstr("Giám sát ổ dịch tại các xã"));
}

TEST_F(RegisterCommands, DrawTheGraph) {
  ASSERT_EQ(run_command({"index", out, "-o", so}).exit_code, 0);
  const Outcome dot = run_command({"audit", so, "--graph", "dot"});
  EXPECT_THAT(dot.out, AllOf(StartsWith("digraph citations {"), HasSubstr(" -> ")));
  const Outcome nothing = run_command({"audit", so, "--graph", "dot", "--of", "999/KH-SYT"});
  EXPECT_THAT(nothing.out, Not(HasSubstr(" -> ")));
  const Outcome graphml = run_command({"audit", so, "--graph", "graphml"});
  EXPECT_THAT(graphml.out, AllOf(HasSubstr("<graphml"), HasSubstr("<edge source=\"")));
}

TEST_F(RegisterCommands, FailOnWhatIsAsked) {
  ASSERT_EQ(run_command({"index", out, "-o", so}).exit_code, 0);
  const Outcome failed = run_command({"audit", so, "--fail-on", "overdue", "--at", "2024-01-01"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.err, HasSubstr("overdue: 1"));
  EXPECT_EQ(run_command({"audit", so, "--fail-on", "overdue", "--at", "2023-01-01"}).exit_code, 0);
  EXPECT_EQ(run_command({"audit", so, "--fail-on", "expired"}).exit_code, 2);
  EXPECT_EQ(run_command({"audit", so, "--fail-on", "nonsense"}).exit_code, 2);
}

TEST_F(RegisterCommands, NameWhatIsWrong) {
  const std::string foreign = folder.write("out/foreign.xml", "<html/>");
  const Outcome index = run_command({"index", out, "-o", so});
  EXPECT_EQ(index.exit_code, 1);
  EXPECT_THAT(index.err, HasSubstr("foreign.xml: "));
  EXPECT_THAT(index.out, HasSubstr(": 2 mới"));
  EXPECT_EQ(run_command({"index", folder.path_of("none"), "-o", so}).exit_code, 3);
  EXPECT_EQ(run_command({"index", "-o", so}).exit_code, 2);
  EXPECT_EQ(run_command({"audit", folder.path_of("none.db")}).exit_code, 3);
  EXPECT_EQ(run_command({"audit", foreign}).exit_code, 3);
  EXPECT_EQ(run_command({"audit", so, "nonsense"}).exit_code, 2);
  EXPECT_EQ(run_command({"audit", so, "search"}).exit_code, 2);
  EXPECT_EQ(run_command({"audit", so, "overdue", "--at", "30/6/2026"}).exit_code, 2);
  const std::string status = folder.write("status.tsv", "ten\tloai\nA\tB\n");
  const Outcome columns = run_command({"audit", so, "--status", status});
  EXPECT_EQ(columns.exit_code, 3);
  EXPECT_THAT(columns.err, AllOf(HasSubstr("status.tsv: line 1: "), HasSubstr("so_hieu")));
}

TEST_F(RegisterCommands, CopyAndRestore) {
  const std::string copy = folder.path_of("copy.db");
  EXPECT_EQ(run_command({"index", out, "-o", so, "--backup", copy}).exit_code, 0);
  fs::remove(so);
  EXPECT_EQ(run_command({"index", "-o", so, "--restore", copy}).exit_code, 0);
  EXPECT_THAT(run_command({"audit", so, "--of", "83/KH-SYT"}).out, HasSubstr("cv.xml"));
}

// Everything in the register but the rows' own numbers of time.
std::string content_of(const std::string& path) {
  const auto database = Database::open(path, Database::Access::read);
  EXPECT_TRUE(database.ok());
  std::string content;
  for (const char* query :
       {"SELECT path || output_sha256 || output_bytes || coalesce(work_id, 0) FROM documents",
        "SELECT id || key || mentions || documents FROM works",
        "SELECT id || text || mentions FROM forms", "SELECT id || text || folded FROM passages",
        "SELECT id || document_id || work_id || form_id || from_point FROM citations",
        "SELECT id || document_id || path || passage_id FROM tasks",
        "SELECT task_id || unit_id || role FROM task_units", "SELECT id || name FROM units",
        "SELECT id || task_id || text FROM deadlines"}) {
    Statement rows = (*database)->prepare(query);
    while (rows.step()) content += rows.text(0) + '\n';
  }
  Statement check = (*database)->prepare("PRAGMA integrity_check");
  EXPECT_TRUE(check.step() && check.text(0) == "ok");
  EXPECT_FALSE((*database)->problem());
  return content;
}

pid_t start_index(const std::string& out, const std::string& so) {
  const pid_t child = fork();
  if (child != 0) return child;
  // What it says is of no interest.
  const int nothing = open("/dev/null", O_WRONLY);
  dup2(nothing, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  execl(TRICHYEU_COMMAND, TRICHYEU_COMMAND, "index", out.c_str(), "-o", so.c_str(), nullptr);
  _exit(127);
}

// TRICHYEU_KILLS says how many; the step kills of tools/test asks for 20.
int kills() {
  const char* asked = std::getenv("TRICHYEU_KILLS");
  return asked == nullptr ? 2 : std::atoi(asked);
}

// The plan under so many numbers, from `first` on, as outputs of `to`.
void add_copies(const std::string& plan, int first, int count, const std::string& to) {
  fs::create_directories(to);
  for (int number = first; number < first + count; ++number) {
    std::string copy = plan;
    const std::string digits = std::to_string(number);
    for (std::size_t at = copy.find("12/KH"); at != std::string::npos;
         at = copy.find("12/KH", at + digits.size()))
      copy.replace(at, 2, digits);
    std::ofstream(to + digits + ".xml", std::ios::binary) << copy;
  }
}

using IndexThatIsKilled = RegisterCommands;

// Half of the runs begin a register, half add to one.
TEST_F(IndexThatIsKilled, CompletesLater) {
  const std::string plan = folder.read("out/kh.xml");
  add_copies(plan, 100, 60, out + "a/");
  const std::string half = folder.path_of("half.db");
  ASSERT_EQ(run_command({"index", out + "a/", "-o", half}).exit_code, 0);
  add_copies(plan, 400, 60, out + "b/");
  const std::string whole = folder.path_of("whole.db");
  const std::string grown = folder.path_of("grown.db");
  fs::copy_file(half, grown);
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(run_command({"index", out, "-o", whole}).exit_code, 0);
  const auto took = std::chrono::steady_clock::now() - began;
  ASSERT_EQ(run_command({"index", out, "-o", grown}).exit_code, 0);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> moment(0, 1.1);
  int killed = 0;
  int left_halves = 0;
  for (int run = 0; run < kills(); ++run) {
    SCOPED_TRACE(run);
    const bool grows = run % 2 == 1;
    so = folder.path_of("so" + std::to_string(run) + ".db");
    if (grows) fs::copy_file(half, so);
    const pid_t child = start_index(out, so);
    std::this_thread::sleep_for(took * moment(random));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
    left_halves += fs::exists(so + "-journal") ? 1 : 0;
    ASSERT_EQ(run_command({"index", out, "-o", so}).exit_code, 0);
    EXPECT_EQ(content_of(so), content_of(grows ? grown : whole));
  }
  std::cout << "killed before the end: " << killed << " of " << kills()
            << ", with a half-written register: " << left_halves << '\n';
}

}  // namespace
}  // namespace trichyeu
