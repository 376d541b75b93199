// Every line that the register quotes is where it says, over all outputs of the corpus.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "models/formats/code_points.h"
#include "models/formats/formats.h"
#include "tests/tools/register/outputs.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;
using testing::Archive;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n'; });
  return text;
}

struct Document {
  Plan plan;
  CodePoints points;
  explicit Document(Plan read) : plan(std::move(read)), points(plan.body.text) {}
  [[nodiscard]] std::string text(std::int64_t from, std::size_t bytes) const {
    return plan.body.text.substr(points.byte_of(static_cast<std::size_t>(from)), bytes);
  }
};

class CorpusRegister : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& entry : fs::recursive_directory_iterator(TRICHYEU_SOURCE_DIR "/corpus")) {
      const fs::path& path = entry.path();
      if (path.extension() != ".xml") continue;
      const std::string name =
          path.parent_path().filename().string() + "-" + path.filename().string();
      archive.add(name, bytes_of(path));
      documents.emplace(name, std::move(from_xml(bytes_of(path))).value());
    }
    archive.index();
  }

  Archive archive;
  std::map<std::string, Document> documents;
};

TEST_F(CorpusRegister, QuotesEveryMentionWhereItStands) {
  const Result<Register> opened = Register::open(archive.register_path());
  ASSERT_TRUE(opened.ok());
  Statement rows = opened->database().prepare(
      "SELECT d.name, c.sequence, f.text, p.text, p.from_point, p.page, p.block, c.from_point,"
      " c.to_point, c.page, c.role FROM citations c JOIN documents d ON d.id = c.document_id"
      " JOIN forms f ON f.id = c.form_id JOIN passages p ON p.id = c.passage_id");
  std::size_t mentions = 0;
  while (rows.step()) {
    ++mentions;
    const Document& document = documents.at(rows.text(0));
    const Citation& citation =
        document.plan.citations.at(static_cast<std::size_t>(rows.integer(1)) - 1);
    SCOPED_TRACE(rows.text(0) + " " + citation.id);
    EXPECT_TRUE(citation.value.text.ends_with(rows.text(2)));
    EXPECT_EQ(rows.text(10), citation.role);
    EXPECT_EQ(document.text(rows.integer(4), rows.text(3).size()), rows.text(3));
    EXPECT_EQ(rows.text(6), citation.value.place.block);
    EXPECT_EQ(rows.integer(9), citation.value.place.page);
    // The words in the line read as the mention.
    const std::string line = rows.text(3);
    const CodePoints points(line);
    const std::size_t from =
        points.byte_of(static_cast<std::size_t>(rows.integer(7) - rows.integer(4)));
    const std::size_t to =
        points.byte_of(static_cast<std::size_t>(rows.integer(8) - rows.integer(4)));
    if (citation.value.repair.empty()) {
      EXPECT_EQ(without_blanks(line.substr(from, to - from)), without_blanks(citation.value.text));
    }
  }
  std::size_t expected = 0;
  for (const auto& [name, document] : documents) expected += document.plan.citations.size();
  EXPECT_EQ(mentions, expected);
  EXPECT_GT(mentions, 500U);
}

TEST_F(CorpusRegister, HoldsEveryTaskUnitAndDeadline) {
  std::int64_t tasks = 0;
  std::int64_t units = 0;
  std::int64_t deadlines = 0;
  std::int64_t repairs = 0;
  for (const auto& [name, document] : documents) {
    for (const Task& task : document.plan.tasks) {
      ++tasks;
      units += static_cast<std::int64_t>(task.lead.size() + task.coordinating.size());
      deadlines += static_cast<std::int64_t>(task.deadlines.size());
    }
    each_value(document.plan, [&](const Value& value) { repairs += value.repair.empty() ? 0 : 1; });
  }
  const Result<Register> opened = Register::open(archive.register_path());
  Database& database = opened->database();
  EXPECT_EQ(database.number("SELECT count(*) FROM tasks"), tasks);
  EXPECT_EQ(database.number("SELECT count(*) FROM task_units"), units);
  EXPECT_EQ(database.number("SELECT count(*) FROM deadlines"), deadlines);
  EXPECT_EQ(database.number("SELECT count(*) FROM repairs"), repairs);
  // Both sides of every link are there.
  for (const char* query :
       {"SELECT count(*) FROM citations WHERE work_id NOT IN (SELECT id FROM works)",
        "SELECT count(*) FROM citations WHERE form_id NOT IN (SELECT id FROM forms)",
        "SELECT count(*) FROM citations WHERE passage_id NOT IN (SELECT id FROM passages)",
        "SELECT count(*) FROM tasks WHERE passage_id NOT IN (SELECT id FROM passages)",
        "SELECT count(*) FROM task_units WHERE unit_id NOT IN (SELECT id FROM units)",
        "SELECT count(*) FROM works WHERE mentions <> (SELECT count(*) FROM citations"
        " WHERE work_id = works.id)"})
    EXPECT_EQ(database.number(query), 0) << query;
}

}  // namespace
}  // namespace trichyeu
