#include "tools/register/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/built_in_grammars.h"
#include "tests/tools/register/outputs.h"
#include "tools/command/files.h"
#include "tools/register/data_list.h"
#include "tools/register/row_message.h"
#include "tools/worker/worker_process.h"

namespace trichyeu {
namespace {

using testing::Archive;
using testing::content_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::output_of;
using testing::plan_text;

const std::string& first_output() {
  static const std::string xml = output_of(plan_text(
      "12/KH-UBND", "05/01/2023",
      "Căn cứ Nghị định số 5/2021/NĐ-CP ngày 03/02/2021 của Chính phủ về quản lý bến bãi;\n\n"
      "I. NHIỆM VỤ\n\n1. Rà soát các bến bãi ven sông.\n\n- Cơ quan chủ trì: Sở Xây dựng.\n\n"
      "- Thời gian hoàn thành: Quý I năm 2023.\n"));
  return xml;
}

const std::string& second_output() {
  static const std::string xml = output_of(plan_text(
      "77/KH-UBND", "09/05/2023",
      "Căn cứ Nghị định số 05/2021/NĐ-CP của Chính phủ;\n\nI. NHIỆM VỤ\n\n1. Mở lớp tập huấn.\n"));
  return xml;
}

TEST(Index, TakesOutputsAndLeavesWhatIsUnchanged) {
  Archive archive;
  archive.add("a.xml", first_output());
  archive.add("2023/b.xml", second_output());
  archive.add("notes.txt", "no output");
  const IndexReport first = archive.index();
  EXPECT_EQ(first.added, 2U);
  EXPECT_EQ(first.documents, 2U);
  EXPECT_GE(first.citations, 2U);
  const std::string content = content_of(archive.register_path());
  const IndexReport second = archive.index();
  EXPECT_EQ(second.added, 0U);
  EXPECT_EQ(second.unchanged, 2U);
  EXPECT_EQ(content_of(archive.register_path()), content);
}

TEST(Index, ReadsWhatChangedAndDropsWhatVanished) {
  Archive archive;
  archive.add("a.xml", first_output());
  archive.add("b.xml", second_output());
  archive.index();
  archive.add("a.xml", first_output() + "<!-- looked at -->\n");
  archive.remove("b.xml");
  const IndexReport report = archive.index();
  EXPECT_EQ(report.changed, 1U);
  EXPECT_EQ(report.removed, 1U);
  EXPECT_EQ(report.documents, 1U);
  const Result<Register> opened = Register::open(archive.register_path());
  ASSERT_TRUE(opened.ok());
  Database& database = opened->database();
  EXPECT_EQ(database.number("SELECT count(*) FROM citations WHERE document_id NOT IN"
                            " (SELECT id FROM documents)"),
            0);
  EXPECT_EQ(database.number("SELECT count(*) FROM forms WHERE mentions = 0"), 0);
  EXPECT_EQ(database.number("SELECT max(documents) FROM works"), 1);
  EXPECT_EQ(database.number("SELECT count(*) FROM search WHERE search MATCH 'tap huan'"), 0);
}

TEST(Index, ChangedStepByStepEqualsBuiltAtOnce) {
  Archive archive;
  archive.add("b.xml", first_output());
  archive.index();
  archive.remove("b.xml");
  archive.index();
  archive.add("a.xml", first_output());
  archive.add("b.xml", second_output());
  archive.index();
  const auto counts = [](const Archive& of) {
    const Result<Register> opened = Register::open(of.register_path());
    Statement rows = opened->database().prepare(
        "SELECT group_concat(key || mentions || documents || coalesce(number, '')) FROM"
        " (SELECT * FROM works ORDER BY key)");
    return rows.step() ? rows.text(0) : std::string{};
  };
  Archive at_once;
  at_once.add("a.xml", first_output());
  at_once.add("b.xml", second_output());
  at_once.index();
  EXPECT_EQ(counts(archive), counts(at_once));
}

TEST(Index, NamesWhatIsNoPlanAndGoesOn) {
  Archive archive;
  archive.add("a.xml", first_output());
  archive.add("foreign.xml", "<?xml version=\"1.0\"?>\n<html/>\n");
  archive.add("torn.xml", first_output().substr(0, first_output().size() / 2));
  archive.add("empty.xml", "");
  const IndexReport report = archive.index();
  EXPECT_EQ(report.added, 1U);
  ASSERT_EQ(report.failed.size(), 3U);
  EXPECT_THAT(report.failed[1].first, HasSubstr("foreign.xml"));
  EXPECT_THAT(report.failed[1].second.message, HasSubstr("not a plan"));
  EXPECT_THAT(report.failed[2].second.message, HasSubstr("line "));
  EXPECT_FALSE(report.failed[2].second.advice.empty());
}

TEST(Index, TakesOutWhatCanNoLongerBeRead) {
  Archive archive;
  archive.add("a.xml", first_output());
  archive.index();
  archive.add("a.xml", "<plan");
  const IndexReport report = archive.index();
  EXPECT_EQ(report.failed.size(), 1U);
  EXPECT_EQ(report.documents, 0U);
}

TEST(Index, LeavesTheRegisterWhereAFolderIsNotThere) {
  Archive archive;
  archive.add("a.xml", first_output());
  archive.index();
  const std::string content = content_of(archive.register_path());
  Result<Register> opened = Register::open_to_write(archive.register_path());
  ASSERT_TRUE(opened.ok());
  IndexOptions options;
  options.outputs = {archive.temporary().path_of("no-such-folder")};
  const auto report = index_outputs(
      opened.value(), options, testing::built_in_grammars(),
      [](const std::string&) { return Result<std::string>(std::string{}); },
      [](std::size_t, std::size_t) {});
  ASSERT_FALSE(report.ok());
  EXPECT_THAT(report.error().message, HasSubstr("no-such-folder"));
  EXPECT_EQ(content_of(archive.register_path()), content);
}

TEST(Register, RefusesWhatItDoesNotKnow) {
  Archive archive;
  const auto& folder = archive.temporary();
  EXPECT_EQ(Register::open(folder.path_of("none.db")).error().code, ErrorCode::cannot_open);
  const std::string text = folder.write("text.db", std::string(4096, 'x'));
  EXPECT_EQ(Register::open(text).error().code, ErrorCode::damaged);
  archive.add("a.xml", first_output());
  archive.index();
  {
    const auto database = Database::open(archive.register_path(), Database::Access::create);
    (*database)->execute("PRAGMA user_version = 99");
  }
  const Result<Register> newer = Register::open(archive.register_path());
  ASSERT_FALSE(newer.ok());
  EXPECT_THAT(newer.error().message, HasSubstr("version 99"));
  EXPECT_FALSE(Register::open_to_write(archive.register_path()).ok());
}

TEST(Register, RefusesADatabaseOfAnotherProgram) {
  const Archive archive;
  const std::string path = archive.temporary().path_of("other.db");
  {
    const auto database = Database::open(path, Database::Access::create);
    (*database)->execute("CREATE TABLE notes (text)");
  }
  EXPECT_EQ(Register::open_to_write(path).error().code, ErrorCode::damaged);
}

TEST(Register, IsCopiedAndRestored) {
  Archive archive;
  archive.add("a.xml", first_output());
  archive.index();
  const std::string content = content_of(archive.register_path());
  const std::string copy = archive.temporary().path_of("copy.db");
  EXPECT_FALSE(back_up_register(archive.register_path(), copy));
  archive.add("b.xml", second_output());
  archive.index();
  EXPECT_NE(content_of(archive.register_path()), content);
  EXPECT_FALSE(restore_register(copy, archive.register_path()));
  EXPECT_EQ(content_of(archive.register_path()), content);
  const std::string text = archive.temporary().write("text.db", "no register");
  EXPECT_TRUE(restore_register(text, archive.register_path()));
  EXPECT_EQ(content_of(archive.register_path()), content);
}

TEST(Index, ReadsAFileThroughALink) {
  Archive archive;
  archive.add("../elsewhere.xml", first_output());
  archive.add("b.xml", second_output());
  std::filesystem::create_symlink("../elsewhere.xml", archive.path_of("a.xml"));
  const IndexReport report = archive.index();
  EXPECT_THAT(report.failed, IsEmpty());
  EXPECT_EQ(report.added, 2U);
}

TEST(Index, ReadersOpenNothingElse) {
  const auto confined = tried({});
  if (!confined || !confined->wholly()) GTEST_SKIP() << "this kernel does not confine";
  Archive archive;
  archive.add("a.xml", first_output());
  archive.add("../elsewhere.xml", second_output());
  Result<Register> opened = Register::open_to_write(archive.register_path());
  ASSERT_TRUE(opened.ok());
  const std::string elsewhere = archive.path_of("../elsewhere.xml");
  const auto report = index_outputs(
      opened.value(), {{archive.folder()}, false, 1}, testing::built_in_grammars(),
      [&](const std::string&) { return read_file(elsewhere); }, [](std::size_t, std::size_t) {});
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->failed.size(), 1U);
  EXPECT_EQ(report->failed[0].second.code, ErrorCode::cannot_open);
}

std::vector<std::string> schema_of(Database& database) {
  std::vector<std::string> definitions;
  Statement all =
      database.prepare("SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
  while (all.step()) definitions.push_back(all.text(0));
  return definitions;
}

TEST(FirstLoad, LeavesTheSchemaAsItIsWritten) {
  const auto empty = Database::open("", Database::Access::create);
  (*empty)->execute(register_file("schema-1.sql"));
  const std::vector<std::string> written = schema_of(**empty);
  ASSERT_THAT(written, Not(IsEmpty()));
  Archive archive;
  archive.add("a.xml", "no plan");
  archive.index();
  EXPECT_EQ(schema_of(Register::open(archive.register_path())->database()), written);
  archive.add("a.xml", first_output());
  archive.index();
  EXPECT_EQ(schema_of(Register::open(archive.register_path())->database()), written);
  archive.add("b.xml", second_output());
  archive.index();
  const Result<Register> grown = Register::open(archive.register_path());
  EXPECT_EQ(schema_of(grown->database()), written);
  EXPECT_EQ(grown->database().number("SELECT v FROM search_config WHERE k = 'automerge'"), 4);
}

TEST(RowMessage, ComesBackAsItWas) {
  DocumentRows rows;
  rows.title = "Tên";
  rows.work = WorkName{"a", "b", "c", "d", 2024, true};
  rows.passages = {{"block", "p1", 2, 17, "Chữ", "chu"}};
  rows.tasks.resize(1);
  rows.tasks[0].content_key = -5;
  rows.tasks[0].units = {{"lead", "so", "", "Sở", ""}};
  rows.relations = {{3, "amends", 2, true}, {4, "repeals", {}, false}};
  rows.passages[0].text = std::string(300, 'x');  // its size takes two bytes
  const std::string bytes = bytes_of(rows);
  const auto back = rows_in(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(bytes_of(*back), bytes);
  EXPECT_EQ(back->passages[0].text, rows.passages[0].text);
  EXPECT_EQ(back->tasks[0].content_key, -5);
  EXPECT_EQ(back->relations[0].acting_citation, 2U);
  EXPECT_EQ(back->work->resolved, true);
}

TEST(RowMessage, IsReadWholeOrNotAtAll) {
  DocumentRows rows;
  rows.title = "Tên";
  rows.tasks.resize(2);
  const std::string bytes = bytes_of(rows);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(rows_in(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(rows_in(bytes + '\0'));
  EXPECT_FALSE(rows_in(std::string(bytes.size(), '\xFF')));
}

}  // namespace
}  // namespace trichyeu
