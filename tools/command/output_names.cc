#include "tools/command/output_names.h"

#include <filesystem>
#include <map>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

Error refused(std::string message, std::string advice) {
  return {ErrorCode::cannot_write, std::move(message), std::move(advice), 0};
}

std::string stem_of(const std::string& input) {
  return input == standard_stream ? "stdin" : fs::path(input).stem().string();
}

// Names without folders, in the order of the inputs.
std::vector<std::string> base_names(const std::vector<std::string>& inputs,
                                    const std::string& extension) {
  std::map<std::string, int> inputs_of_stem;
  for (const std::string& input : inputs) ++inputs_of_stem[stem_of(input)];
  std::vector<std::string> names;
  for (const std::string& input : inputs) {
    const std::string stem = stem_of(input);
    const bool is_alone = inputs_of_stem[stem] == 1 || input == standard_stream;
    names.push_back((is_alone ? stem : fs::path(input).filename().string()) + extension);
  }
  return names;
}

bool is_folder(const std::string& option) {
  std::error_code ignored;
  return option.back() == '/' || fs::is_directory(option, ignored);
}

std::vector<std::string> names_in(const std::string& folder,
                                  const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (const std::string& name : names) paths.push_back((fs::path(folder) / name).string());
  return paths;
}

std::vector<std::string> names_beside(const std::vector<std::string>& inputs,
                                      const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < inputs.size(); ++at) {
    const bool is_stream = inputs[at] == standard_stream;
    paths.push_back(is_stream ? inputs[at]
                              : (fs::path(inputs[at]).parent_path() / names[at]).string());
  }
  return paths;
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code absent;
  return fs::equivalent(one, other, absent) && !absent;
}

Result<std::vector<std::string>> checked(std::vector<std::string> paths,
                                         const std::vector<std::string>& inputs) {
  std::map<std::string, std::string> input_of_path;
  for (std::size_t at = 0; at < paths.size(); ++at) {
    if (paths[at] == standard_stream) continue;
    const auto [other, is_new] =
        input_of_path.emplace(fs::path(paths[at]).lexically_normal().string(), inputs[at]);
    if (!is_new && (other->second == inputs[at] || is_same_file(other->second, inputs[at]))) {
      return refused("the input " + inputs[at] + " is named twice", "Name it once.");
    }
    if (!is_new) {
      return refused(
          other->second + " and " + inputs[at] + " would both be written to " + paths[at],
          "Convert them into two folders.");
    }
    for (const std::string& input : inputs) {
      if (is_same_file(paths[at], input)) {
        return refused("the output would take the place of the input " + input,
                       "Name another place with -o.");
      }
    }
  }
  return paths;
}

}  // namespace

Result<std::vector<std::string>> output_names(const std::vector<std::string>& inputs,
                                              const std::string& option,
                                              const std::string& extension) {
  const std::vector<std::string> names = base_names(inputs, extension);
  if (option.empty()) return checked(names_beside(inputs, names), inputs);
  if (option != standard_stream && is_folder(option))
    return checked(names_in(option, names), inputs);
  if (inputs.size() > 1) {
    return refused("several inputs cannot go to one output",
                   "Give -o a folder: -o " + option + "/");
  }
  return checked({option}, inputs);
}

}  // namespace trichyeu
