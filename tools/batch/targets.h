// Where the outputs of an input go.
//
// A target is the input's place below OUT, without what an output adds to it:
//
//   batch archive          archive/2023/83.doc     "2023/83.doc"           OUT/2023/83.doc.xml
//   batch archive/2023/83.doc                      "archive/2023/83.doc"
//   batch /srv/archive/83.doc, ../83.doc           "srv/archive/83.doc", "83.doc"
//
// What is found in a folder keeps its path below that folder; what is named keeps its path, without
// what leads out of OUT. Any bytes but NUL: names are the file system's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

// Of a file that is named. Empty where the path names a folder by "..", "." or "/" alone.
[[nodiscard]] std::string target_of(std::string_view path);

// Of a file or folder in the folder that `folder` is the target of; "" is OUT itself.
[[nodiscard]] std::string target_in(const std::string& folder, std::string_view name);

// The file name that outputs show as their source: "83.doc".
[[nodiscard]] std::string_view file_name_of(std::string_view target);

// The targets whose first output `output` would be: "a.pdf-2.xml" is that of "a.pdf-2" where
// `suffixes` has ".xml". A further document of another input must not take its place.
[[nodiscard]] std::vector<std::string> targets_with_output(
    std::string_view output, const std::vector<std::string>& suffixes);

}  // namespace trichyeu
