// What a batch is to convert: files, folders with all below them, patterns, and a list of paths.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

struct Input {
  std::string path;                // as it is opened; any bytes but NUL
  std::string target;              // its place below OUT (targets.h)
  bool in_folder = false;          // found, not named: what is no document may be skipped
  std::optional<Error> problem{};  // why it is no input: a folder that cannot be read, a loop
};

struct InputSources {
  // Files and folders. A name that is not there and holds * ? or [ is a pattern, as of a shell.
  std::vector<std::string> named;
  // A file of further names, "-" for standard input: parted by NUL where it holds one near its
  // beginning, else by line ends. Patterns are not looked for in it.
  std::string list;
  // Not descended into, wherever it stands; empty: none.
  std::filesystem::path output_folder;
};

using VisitInput = std::function<void(Input)>;

// Calls `visit` with every input, in no order; those of the list as they are read. Links to files
// and folders are followed; a link to a folder that it stands in is told as a problem (link_loop),
// as is one behind more than four others. Fails with cannot_open where the list cannot be read.
[[nodiscard]] std::optional<Error> each_input(const InputSources& sources, const VisitInput& visit);

// One name, as of the list: how a file that arrives later becomes an input of `folder`.
void each_input_in(const std::filesystem::path& folder, const std::filesystem::path& path,
                   const std::filesystem::path& output_folder, const VisitInput& visit);

}  // namespace trichyeu
