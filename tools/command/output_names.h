// Which outputs belong to which input.
//
//   a.pdf b.docx          -o out/    out/a.xml      out/b.xml
//   a.pdf a.txt           -o out/    out/a.pdf.xml  out/a.txt.xml    a stem that is not alone
//   x/a.pdf                          x/a.xml        beside the input
//   -                                standard output
//
// In several formats, or one that takes several files: x/a.xml, x/a.tasks.csv, x/a.citations.csv.
// Of a file with several documents the first has that name, the others NAME-2, NAME-3 beside it:
// a.xml, a-2.xml, a-3.xml.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"

namespace trichyeu {

inline constexpr std::string_view standard_stream = "-";

class OutputNames {
 public:
  // `option` is -o's value, empty where not given; each of `suffixes` begins with a dot. Fails
  // (cannot_write) where two outputs, or an input and an output, would be one file, or where
  // several have only one file to go to.
  [[nodiscard]] static Result<OutputNames> make(const std::vector<std::string>& inputs,
                                                const std::string& option,
                                                const std::vector<std::string>& suffixes);

  // Whether the outputs of that input, counted from 0, go to standard output; they have no paths.
  [[nodiscard]] bool is_standard_output(std::size_t input) const;

  // The paths of that input's documents, each document's in the order of the suffixes. How many
  // documents there are shows only when the input is read. Fails (cannot_write) where one is
  // another input's, or an input.
  [[nodiscard]] Result<std::vector<std::vector<std::string>>> of_documents(std::size_t input,
                                                                           std::size_t count) const;

 private:
  // A path without the suffixes that it is written with.
  struct Stem {
    std::string path;
    std::vector<std::string> suffixes;

    [[nodiscard]] std::vector<std::string> paths(std::size_t document) const;
  };

  static Result<std::vector<Stem>> stems_of(const std::vector<std::string>& inputs,
                                            const std::string& option,
                                            const std::vector<std::string>& suffixes);
  [[nodiscard]] std::optional<Error> problem_of(std::size_t input, std::size_t document) const;

  std::vector<std::string> inputs_;
  std::vector<Stem> stems_;                           // of each input
  std::map<std::string, std::size_t> input_of_path_;  // of first documents, by normal form
};

}  // namespace trichyeu
