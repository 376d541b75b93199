// Formats whose files hold many plans.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "models/formats/calendar_todo.h"
#include "models/formats/plan_writer.h"
#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::StartsWith;

class Sink : public OutputSink {
 public:
  std::optional<Error> append(const std::string& suffix, std::string_view bytes) override {
    if (fails) return Error{ErrorCode::cannot_write, "the disk is full", {}, 0};
    files[suffix] += bytes;
    return std::nullopt;
  }
  std::map<std::string, std::string> files;
  bool fails = false;
};

std::map<std::string, std::string> written(const std::vector<Plan>& plans, Format format,
                                           const FormatOptions& options = {}) {
  Sink sink;
  const auto writer = plan_writer(format, options, sink);
  for (const Plan& plan : plans) EXPECT_FALSE(writer->add(plan, {}).has_value());
  EXPECT_FALSE(writer->finish().has_value());
  return sink.files;
}

Plan plan_of(const std::string& content, const std::vector<std::string>& lead = {}) {
  Plan plan;
  plan.source.sha256 = content;
  Task task;
  task.id = "t1";
  task.path = "I.1";
  task.content.text = content;
  for (const std::string& unit : lead)
    task.lead.push_back({{unit, {}, {}, 1, {}, {}, {}}, "u1", {}});
  plan.tasks = {task};
  return plan;
}

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++found;
  return found;
}

TEST(ManyPlans, GrowInOneFile) {
  const std::vector<Plan> plans{plan_of("một"), plan_of("hai"), plan_of("ba")};
  EXPECT_EQ(count(written(plans, Format::jsonl)[".jsonl"], "\n"), 3U);
  const std::string csv = written(plans, Format::csv)[".tasks.csv"];
  EXPECT_EQ(count(csv, "\r\n"), 4U) << "one head";
  const std::string ics = written(plans, Format::ics)[".ics"];
  EXPECT_EQ(count(ics, "BEGIN:VCALENDAR"), 1U);
  EXPECT_EQ(count(ics, "BEGIN:VTODO"), 3U);
  EXPECT_THAT(ics, EndsWith("END:VTODO\r\nEND:VCALENDAR\r\n"));
}

TEST(ManyPlans, MayBeNone) {
  EXPECT_THAT(written({}, Format::csv)[".tasks.csv"], StartsWith("documentNumber,path,content,"));
  EXPECT_THAT(written({}, Format::ics)[".ics"], HasSubstr("BEGIN:VTIMEZONE\r\n"))
      << "a calendar holds a component";
  EXPECT_THAT(written({}, Format::xlsx)[".xlsx"], StartsWith("PK"));
  EXPECT_THAT(written({}, Format::jsonl), ElementsAre(Key(".jsonl")));
}

TEST(ManyPlans, TellWhatTheSinkCannotTake) {
  for (const Format format : formats_of_many()) {
    Sink sink;
    sink.fails = true;
    const auto writer = plan_writer(format, {}, sink);
    const bool fails = writer->add(plan_of("một"), {}) || writer->finish();
    EXPECT_TRUE(fails) << name_of(format);
  }
}

TEST(Csv, KeepsFormulasText) {
  for (const char* content : {"=1+1", "+84 900", "-5", "@SUM(A1)", "\tx", "\rx", "'-5"}) {
    const std::string csv = written({plan_of(content)}, Format::csv)[".tasks.csv"];
    EXPECT_THAT(csv, HasSubstr('\'' + std::string(content))) << content;
  }
}

TEST(Csv, QuotesWhatRfc4180Asks) {
  const std::string csv = written({plan_of("a, \"b\"\nc")}, Format::csv)[".tasks.csv"];
  EXPECT_THAT(csv, HasSubstr(",\"a, \"\"b\"\"\nc\","));
}

TEST(Csv, BeginsWithAMarkOnRequest) {
  FormatOptions options;
  options.byte_order_mark = true;
  const auto files = written({plan_of("một")}, Format::csv, options);
  EXPECT_THAT(files.at(".tasks.csv"), StartsWith("\xEF\xBB\xBF"
                                                 "documentNumber"));
  EXPECT_THAT(files.at(".citations.csv"), StartsWith("\xEF\xBB\xBF"
                                                     "documentNumber"));
}

TEST(Xlsx, GivesTheSameBytes) {
  const std::vector<Plan> plans{testing::sample_plan(), plan_of("hai")};
  EXPECT_EQ(written(plans, Format::xlsx), written(plans, Format::xlsx));
}

TEST(Xlsx, TakesTextsThatASheetCannotHold) {
  const std::string longest(40000, 'x');
  EXPECT_THAT(written({plan_of(longest), plan_of("\x01\xFF")}, Format::xlsx)[".xlsx"],
              StartsWith("PK"));
}

TEST(Xlsx, TellsWhereItHasNoRoom) {
  FormatOptions options;
  options.scratch_folder = "/proc/none";
  Sink sink;
  const auto writer = plan_writer(Format::xlsx, options, sink);
  EXPECT_TRUE(writer->add(plan_of("một"), {}).has_value());
  EXPECT_EQ(writer->finish()->code, ErrorCode::cannot_write);
  EXPECT_TRUE(sink.files.empty());
}

std::string todo_of(const Deadline& deadline, const std::string& date = "2023-03-22") {
  Plan plan = plan_of("Giám sát ổ dịch", {"Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"});
  plan.header.date = PrintedDate{{}, date};
  plan.tasks.front().deadlines = {deadline};
  return calendar_todo(todos_of(plan).front(), "vi");
}

Deadline due(const std::string& start, const std::string& end, bool exclusive = false) {
  Deadline deadline;
  deadline.kind = DeadlineKind::interval;
  deadline.start = start;
  deadline.end = end;
  deadline.exclusive = exclusive;
  return deadline;
}

TEST(Calendar, HasTheDaysOfADeadline) {
  EXPECT_THAT(todo_of(due("2023-06-01", "2023-06-30")),
              AllOf(HasSubstr("\r\nDTSTART;VALUE=DATE:20230601\r\n"),
                    HasSubstr("\r\nDUE;VALUE=DATE:20230630\r\n")));
  EXPECT_THAT(todo_of(due("", "2024-12-05", true)), HasSubstr("\r\nDUE;VALUE=DATE:20241204\r\n"));
  EXPECT_THAT(todo_of(due("2024-03-22", "2024-03-22")),
              AllOf(HasSubstr("\r\nDUE;VALUE=DATE:20240322\r\n"), Not(HasSubstr("DTSTART"))))
      << "DUE is later than DTSTART";
}

TEST(Calendar, HasTheDaysOfARecurrence) {
  Deadline deadline;
  deadline.kind = DeadlineKind::recurring;
  deadline.recurrence = "FREQ=MONTHLY;BYMONTHDAY=25";
  deadline.exclusive = true;
  EXPECT_THAT(todo_of(deadline), AllOf(HasSubstr("\r\nDTSTART:20230324T000000\r\n"),
                                       HasSubstr("\r\nDUE:20230324T235959\r\n"),
                                       HasSubstr("\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=24\r\n")));
  deadline.recurrence = "FREQ=YEARLY";
  EXPECT_THAT(todo_of(deadline), AllOf(HasSubstr("\r\nRRULE:FREQ=YEARLY\r\n"),
                                       Not(HasSubstr("DUE")), HasSubstr("22/03/2023")));
  deadline.recurrence = "FREQ=SOMETIMES";
  EXPECT_THAT(todo_of(deadline), Not(HasSubstr("RRULE")));
  EXPECT_THAT(todo_of(deadline, ""), Not(HasSubstr("RRULE")));
}

TEST(Calendar, NamesEachUnitWhole) {
  EXPECT_THAT(todo_of({}), AllOf(HasSubstr("\r\nCATEGORIES:Sở Văn hóa\\, Thể thao và Du lịch\r\n"),
                                 HasSubstr("\r\nCATEGORIES:Sở Y tế\r\n")));
}

TEST(Calendar, IsStampedWithTheDocumentsDate) {
  EXPECT_THAT(todo_of({}), HasSubstr("\r\nDTSTAMP:20230322T000000Z\r\n"));
  EXPECT_THAT(todo_of({}, "2023"), HasSubstr("\r\nDTSTAMP:20230101T000000Z\r\n"));
  EXPECT_THAT(todo_of({}, ""), HasSubstr("\r\nDTSTAMP:19700101T000000Z\r\n"));
}

TEST(Calendar, NamesATaskTheSameEachTime) {
  Plan plan = plan_of("một");
  plan.tasks.push_back(plan.tasks.front());
  plan.tasks.back().deadlines = {due("", "2024-01-01"), due("", "2025-01-01")};
  std::vector<std::string> uids;
  for (const Todo& todo : todos_of(plan)) uids.push_back(uid_of(todo));
  EXPECT_EQ(std::set<std::string>(uids.begin(), uids.end()).size(), 3U);
  EXPECT_THAT(uids.front(),
              ::testing::MatchesRegex("[0-9a-f]+-[0-9a-f]+-8[0-9a-f]+-[89ab][0-9a-f]+-[0-9a-f]+"));
  plan.tasks.front().content.text = "read better";
  EXPECT_EQ(uid_of(todos_of(plan).front()), uids.front());
  plan.source.document = 2;
  EXPECT_NE(uid_of(todos_of(plan).front()), uids.front());
}

TEST(Calendar, IsOneForEachUnitOnRequest) {
  FormatOptions options;
  options.calendar_per_unit = true;
  const auto files =
      written({plan_of("một", {"Sở Y tế", "Phòng A/B"}), plan_of("hai")}, Format::ics, options);
  EXPECT_THAT(files, ElementsAre(Key(".Phòng A-B.ics"), Key(".Sở Y tế.ics"), Key(".ics")));
  EXPECT_EQ(count(files.at(".ics"), "BEGIN:VTODO"), 1U) << "what no unit leads";
  const auto long_names = written({plan_of("một", {std::string(300, 'x'), std::string(301, 'x')})},
                                  Format::ics, options);
  EXPECT_EQ(long_names.size(), 2U);
  for (const auto& [suffix, bytes] : long_names) EXPECT_LT(suffix.size(), 200U);
}

}  // namespace
}  // namespace trichyeu
