// Where libxlsxwriter writes a workbook to: memory, or files of a folder that nobody else sees.
//
// The library knows files only: temporary ones, which it asks lxw_tmpfile() for, and the workbook,
// which minizip opens by its name. A process that may open no file for writing needs both in
// memory. So this defines lxw_tmpfile() and zipOpen(), which the library finds before its own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace trichyeu {

class WorkbookFile {
 public:
  // In `folder`, or in memory where that is empty.
  explicit WorkbookFile(std::string folder);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  [[nodiscard]] bool is_open() const { return folder_.empty() || fd_ >= 0; }
  // What the library is to take for the workbook's name, while this lives.
  [[nodiscard]] std::string name() const;
  // What the library is to take for the folder of temporary files; null: memory.
  [[nodiscard]] char* temporary_folder() { return folder_.empty() ? nullptr : folder_.data(); }

  // Gives `take` the workbook's bytes, part after part, until it returns false. False where it did,
  // or where what was written cannot be read.
  [[nodiscard]] bool hand_over(const std::function<bool(std::string_view)>& take) const;

 private:
  std::string folder_;
  std::string bytes_;  // in memory
  int fd_ = -1;        // in a folder
};

}  // namespace trichyeu
