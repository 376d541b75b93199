#include "tests/tools/register/outputs.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extractor/convert.h"
#include "models/formats/formats.h"
#include "tests/support/built_in_grammars.h"

namespace trichyeu::testing {
namespace {

namespace fs = std::filesystem;

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorCode::cannot_open, "it cannot be read", {}, 0};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void append_rows(Database& database, const std::string& table, std::string& content) {
  Statement columns = database.prepare("SELECT count(*) FROM pragma_table_info(?)");
  const int count = columns.with(table).step() ? static_cast<int>(columns.integer(0)) : 0;
  Statement rows = database.prepare("SELECT * FROM " + table);
  while (rows.step()) {
    content += table;
    for (int at = 0; at < count; ++at) content += '|' + rows.text(at);
    content += '\n';
  }
}

}  // namespace

std::string output_of(std::string_view text) {
  const Result<Conversion> conversion = convert(text, "plan.txt", {}, built_in_grammars());
  EXPECT_TRUE(conversion.ok());
  return conversion ? to_xml(conversion->plans.front()) : std::string{};
}

std::string plan_text(const std::string& number, const std::string& day, const std::string& body) {
  const std::string month = day.substr(3, 2);
  return "ỦY BAN NHÂN DÂN\nTỈNH ĐẠI AN\n\nSố: " + number + "\n\nĐại An, ngày " + day.substr(0, 2) +
         " tháng " + month + " năm " + day.substr(6) +
         "\n\nKẾ HOẠCH\n\nPhát triển hợp tác xã kiểu mới\n\n" + body;
}

void Archive::add(const std::string& name, std::string_view xml) {
  fs::create_directories(fs::path(path_of(name)).parent_path());
  folder_.write("out/" + name, xml);
  fs::last_write_time(path_of(name), fs::file_time_type::clock::now() - std::chrono::hours(1));
}

void Archive::remove(const std::string& name) { fs::remove(path_of(name)); }

IndexReport Archive::index() const {
  Result<Register> opened = Register::open_to_write(register_path());
  EXPECT_TRUE(opened.ok());
  IndexOptions options;
  options.outputs = {folder()};
  options.processes = 2;
  Result<IndexReport> report = index_outputs(opened.value(), options, built_in_grammars(), bytes_of,
                                             [](std::size_t, std::size_t) {});
  EXPECT_TRUE(report.ok()) << (report.ok() ? "" : report.error().message);
  return report ? std::move(report).value() : IndexReport{};
}

std::string content_of(const std::string& register_path) {
  const Result<Register> opened = Register::open(register_path);
  EXPECT_TRUE(opened.ok());
  std::string content;
  if (!opened) return content;
  for (const char* table :
       {"documents", "works", "forms", "passages", "citations", "relations", "units", "tasks",
        "task_units", "deadlines", "diagnostics", "repairs", "successions"})
    append_rows(opened->database(), table, content);
  return content;
}

}  // namespace trichyeu::testing
