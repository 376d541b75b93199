// Which outputs belong to which input.
//
//   a.pdf b.docx          -o out/    out/a.xml      out/b.xml
//   a.pdf a.txt           -o out/    out/a.pdf.xml  out/a.txt.xml    a stem that is not alone
//   x/a.pdf                          x/a.xml        beside the input
//   -                                standard output
//
// Of a file with several documents the first has that name, the others NAME-2, NAME-3 beside it:
// a.xml, a-2.xml, a-3.xml.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

inline constexpr std::string_view standard_stream = "-";

class OutputNames {
 public:
  // `option` is -o's value, empty where not given; `extension` begins with a dot. Fails
  // (cannot_write) where two inputs, or an input and an output, would be one file, or where several
  // inputs have only one file to go to.
  [[nodiscard]] static Result<OutputNames> make(const std::vector<std::string>& inputs,
                                                const std::string& option,
                                                const std::string& extension);

  // The path of each input's first document, "-" for standard output.
  [[nodiscard]] const std::vector<std::string>& firsts() const { return firsts_; }

  // The paths of all documents of the input whose first one goes to `first`, which is no "-". How
  // many there are shows only when the input is read. Fails (cannot_write) where one is another
  // input's, or an input.
  [[nodiscard]] Result<std::vector<std::string>> of_documents(const std::string& first,
                                                              std::size_t count) const;

 private:
  std::vector<std::string> inputs_;
  std::vector<std::string> firsts_;
};

}  // namespace trichyeu
