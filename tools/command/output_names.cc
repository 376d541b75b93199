#include "tools/command/output_names.h"

#include <filesystem>
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

// Names without folders and suffixes, in the order of the inputs.
std::vector<std::string> base_names(const std::vector<std::string>& inputs) {
  std::map<std::string, int> inputs_of_stem;
  for (const std::string& input : inputs) ++inputs_of_stem[stem_of(input)];
  std::vector<std::string> names;
  for (const std::string& input : inputs) {
    const std::string stem = stem_of(input);
    const bool is_alone = inputs_of_stem[stem] == 1 || input == standard_stream;
    names.push_back(is_alone ? stem : fs::path(input).filename().string());
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

Error taken_path(const std::string& path, const std::string& other, const std::string& input,
                 std::size_t document) {
  if (document > 1) {
    return refused("its document " + std::to_string(document) + " would be written to " + path +
                       ", as " + other,
                   "Convert the two into two folders.");
  }
  if (other == input || is_same_file(other, input))
    return refused("the input " + input + " is named twice", "Name it once.");
  return refused(other + " and " + input + " would both be written to " + path,
                 "Convert them into two folders.");
}

Error several_to_one(const std::vector<std::string>& suffixes) {
  std::string names;
  for (const std::string& suffix : suffixes) names += (names.empty() ? "" : ", ") + suffix;
  return refused("several files (" + names + ") cannot go to one output",
                 "Give -o a folder: -o out/");
}

}  // namespace

std::vector<std::string> OutputNames::Stem::paths(std::size_t document) const {
  const std::string number = document == 1 ? "" : '-' + std::to_string(document);
  std::vector<std::string> all;
  for (const std::string& suffix : suffixes) all.push_back(path + number + suffix);
  return all;
}

Result<std::vector<OutputNames::Stem>> OutputNames::stems_of(
    const std::vector<std::string>& inputs, const std::string& option,
    const std::vector<std::string>& suffixes) {
  const bool is_one_file = !option.empty() && (option == standard_stream || !is_folder(option));
  if (is_one_file && inputs.size() > 1) {
    return refused("several inputs cannot go to one output",
                   "Give -o a folder: -o " + option + '/');
  }
  if (is_one_file && suffixes.size() > 1) return several_to_one(suffixes);
  if (is_one_file) {
    const fs::path file(option);
    const std::string stem = (file.parent_path() / file.stem()).string();
    return std::vector<Stem>{{stem, {file.extension().string()}}};
  }
  const std::vector<std::string> names = base_names(inputs);
  std::vector<Stem> stems;
  for (const std::string& path :
       option.empty() ? names_beside(inputs, names) : names_in(option, names)) {
    if (path == standard_stream && suffixes.size() > 1) return several_to_one(suffixes);
    stems.push_back({path, suffixes});
  }
  return stems;
}

Result<OutputNames> OutputNames::make(const std::vector<std::string>& inputs,
                                      const std::string& option,
                                      const std::vector<std::string>& suffixes) {
  Result<std::vector<Stem>> stems = stems_of(inputs, option, suffixes);
  if (!stems) return stems.error();
  OutputNames names;
  names.inputs_ = inputs;
  names.stems_ = std::move(stems).value();
  for (std::size_t input = 0; input < inputs.size(); ++input) {
    if (names.is_standard_output(input)) continue;
    if (auto error = names.problem_of(input, 1)) return *error;
    for (const std::string& path : names.stems_[input].paths(1))
      names.input_of_path_.emplace(normal_form(path), input);
  }
  return names;
}

bool OutputNames::is_standard_output(std::size_t input) const {
  return stems_.at(input).path == standard_stream;
}

std::optional<Error> OutputNames::problem_of(std::size_t input, std::size_t document) const {
  for (const std::string& path : stems_.at(input).paths(document)) {
    const auto other = input_of_path_.find(normal_form(path));
    if (other != input_of_path_.end() && (other->second != input || document > 1))
      return taken_path(path, inputs_[other->second], inputs_[input], document);
    if (auto error = taken_input(path, inputs_)) return error;
  }
  return std::nullopt;
}

Result<std::vector<std::vector<std::string>>> OutputNames::of_documents(std::size_t input,
                                                                        std::size_t count) const {
  std::vector<std::vector<std::string>> documents;
  for (std::size_t document = 1; document <= count; ++document) {
    if (auto error = problem_of(input, document)) return *error;
    documents.push_back(stems_.at(input).paths(document));
  }
  return documents;
}

}  // namespace trichyeu
