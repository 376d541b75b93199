#include "tools/database/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::unique_ptr<Database> opened(const std::string& path) {
  Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::create);
  if (!database) throw std::runtime_error(database.error().message);
  return std::move(database).value();
}

class Databases : public ::testing::Test {
 protected:
  Databases() { database_->execute("CREATE TABLE names (name TEXT PRIMARY KEY, size INTEGER)"); }
  TemporaryFolder folder_;
  std::unique_ptr<Database> database_ = opened(folder_.path_of("a.sqlite"));
};

TEST_F(Databases, KeepAnyBytes) {
  const std::string name = "a\n\xFF b";
  Transaction transaction(*database_);
  database_->prepare("INSERT INTO names VALUES (?, ?)").run(name, 7);
  ASSERT_FALSE(transaction.commit());
  Statement rows = database_->prepare("SELECT name, size FROM names");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(0), name);
  EXPECT_EQ(rows.integer(1), 7);
  EXPECT_FALSE(rows.step());
}

TEST_F(Databases, RollBackWhatIsNotCommitted) {
  {
    const Transaction transaction(*database_);
    database_->prepare("INSERT INTO names VALUES ('a', 1)").run();
  }
  EXPECT_EQ(database_->number("SELECT count(*) FROM names"), 0);
}

TEST_F(Databases, FirstFailureSticks) {
  Transaction transaction(*database_);
  Statement insert = database_->prepare("INSERT INTO names VALUES (?, ?)");
  insert.run("a", 1);
  insert.run("a", 2);
  insert.run("b", 3);
  const std::optional<Error> error = transaction.commit();
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, HasSubstr("UNIQUE"));
}

TEST_F(Databases, OnAFullDiskSayNoSpace) {
  Transaction transaction(*database_);
  database_->execute("PRAGMA max_page_count = 3");
  database_->prepare("INSERT INTO names VALUES (?, 1)").run(std::string(100'000, 'a'));
  const std::optional<Error> error = transaction.commit();
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::no_space);
}

TEST(Database, ThatIsNone) {
  const TemporaryFolder folder;
  const std::string text = folder.write("a.sqlite", std::string(5000, 'x'));
  const auto of_text = Database::open(text, Database::Access::read);
  ASSERT_FALSE(of_text);
  EXPECT_EQ(of_text.error().code, ErrorCode::damaged);
  const auto absent = Database::open(folder.path_of("b.sqlite"), Database::Access::write);
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::cannot_open);
}

}  // namespace
}  // namespace trichyeu
