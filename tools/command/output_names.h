// Which output belongs to which input.
//
//   a.pdf b.docx          -o out/    out/a.xml      out/b.xml
//   a.pdf a.txt           -o out/    out/a.pdf.xml  out/a.txt.xml    a stem that is not alone
//   x/a.pdf                          x/a.xml        beside the input
//   -                                standard output
#pragma once

#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

inline constexpr std::string_view standard_stream = "-";

// One path an input, "-" for standard output. `option` is -o's value, empty where not given;
// `extension` begins with a dot. Fails (cannot_write) where two inputs, or an input and an output,
// would be one file, or where several inputs have only one file to go to.
[[nodiscard]] Result<std::vector<std::string>> output_names(const std::vector<std::string>& inputs,
                                                            const std::string& option,
                                                            const std::string& extension);

}  // namespace trichyeu
