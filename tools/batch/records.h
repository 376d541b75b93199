// What the manifest knows of an input (manifest.sql says the same of its columns).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

enum class State {
  waiting,  // to do, or under way when the run ended
  done,
  partial,  // a page could not be read
  failed,
  skipped,  // found in a folder, and no document
};

[[nodiscard]] std::string_view name_of(State state);
// waiting where the name is none.
[[nodiscard]] State state_of(std::string_view name);

// What tells, without a look at the content, that it is the same.
struct FileStamp {
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Of what is there at `path`; all 0 where nothing is.
[[nodiscard]] FileStamp stamp_of(const std::string& path);

// What makes outputs what they are.
struct Making {
  std::string program;
  std::string grammar;
  std::string ocr;
  std::string options;
  friend bool operator==(const Making&, const Making&) = default;
};

struct OutputRecord {
  std::string suffix;
  std::int64_t size = 0;
  std::string sha256;
  friend bool operator==(const OutputRecord&, const OutputRecord&) = default;
};

struct InputRecord {
  std::string target;
  std::string path;
  bool in_folder = false;
  State state = State::waiting;
  FileStamp stamp;
  std::string sha256;            // empty where the content was not read
  std::optional<Making> making;  // of the outputs
  std::string error_code;
  std::string error_text;
  int pages = 0;
  int failed_pages = 0;
  double seconds = 0;
  std::int64_t peak_memory_bytes = 0;
  std::string finished;
  std::vector<OutputRecord> outputs;  // in the order of their suffixes
};

}  // namespace trichyeu
