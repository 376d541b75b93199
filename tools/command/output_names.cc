#include "tools/command/output_names.h"

#include <filesystem>
#include <map>
#include <optional>
#include <utility>

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

std::string normal_form(const std::string& path) {
  return fs::path(path).lexically_normal().string();
}

// The error where an input would be overwritten.
std::optional<Error> taken_input(const std::string& path, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (is_same_file(path, input)) {
      return refused("the output would take the place of the input " + input,
                     "Name another place with -o.");
    }
  }
  return std::nullopt;
}

Result<std::vector<std::string>> checked(std::vector<std::string> paths,
                                         const std::vector<std::string>& inputs) {
  std::map<std::string, std::string> input_of_path;
  for (std::size_t at = 0; at < paths.size(); ++at) {
    if (paths[at] == standard_stream) continue;
    const auto [other, is_new] = input_of_path.emplace(normal_form(paths[at]), inputs[at]);
    if (!is_new && (other->second == inputs[at] || is_same_file(other->second, inputs[at]))) {
      return refused("the input " + inputs[at] + " is named twice", "Name it once.");
    }
    if (!is_new) {
      return refused(
          other->second + " and " + inputs[at] + " would both be written to " + paths[at],
          "Convert them into two folders.");
    }
    if (auto error = taken_input(paths[at], inputs)) return *error;
  }
  return paths;
}

Result<std::vector<std::string>> first_names(const std::vector<std::string>& inputs,
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

// "out/a.xml" -> "out/a-2.xml"
std::string numbered(const std::string& first, std::size_t document) {
  const fs::path path(first);
  const std::string name =
      path.stem().string() + '-' + std::to_string(document) + path.extension().string();
  return (path.parent_path() / name).string();
}

}  // namespace

Result<OutputNames> OutputNames::make(const std::vector<std::string>& inputs,
                                      const std::string& option, const std::string& extension) {
  Result<std::vector<std::string>> firsts = first_names(inputs, option, extension);
  if (!firsts) return firsts.error();
  OutputNames names;
  names.inputs_ = inputs;
  names.firsts_ = std::move(firsts).value();
  return names;
}

Result<std::vector<std::string>> OutputNames::of_documents(const std::string& first,
                                                           std::size_t count) const {
  std::vector<std::string> paths{first};
  for (std::size_t document = 2; document <= count; ++document) {
    paths.push_back(numbered(first, document));
    for (std::size_t at = 0; at < firsts_.size(); ++at) {
      if (normal_form(firsts_[at]) != normal_form(paths.back())) continue;
      return refused("its document " + std::to_string(document) + " would be written to " +
                         paths.back() + ", as " + inputs_[at],
                     "Convert the two into two folders.");
    }
    if (auto error = taken_input(paths.back(), inputs_)) return *error;
  }
  return paths;
}

}  // namespace trichyeu
