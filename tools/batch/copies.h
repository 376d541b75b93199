// Files with the same content are converted once; each still gets outputs that show its own name.
//
// The worker is told all names at once, parted by '/', which stands in no file name; what it makes
// for the n-th is marked with "n/" before the suffix. The links go beside, parted by NUL.
//
//   "83.pdf/83 (1).pdf"  ->  "0/.xml", "0/-2.xml", "1/.xml", "1/-2.xml"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/conversion/converter.h"

namespace trichyeu {

// As many names as one conversion serves: each needs its outputs in memory.
inline constexpr std::size_t most_names = 16;

// What the outputs of one file say of it.
struct CopyName {
  std::string shown;
  std::string link;  // from its outputs to it; may be empty

  friend bool operator==(const CopyName&, const CopyName&) = default;
};

[[nodiscard]] std::string joined_names(const std::vector<CopyName>& names);
[[nodiscard]] std::string joined_links(const std::vector<CopyName>& names);

// What makes the outputs for each name, out of what makes them for one.
[[nodiscard]] OutputMaker for_each_name(OutputMaker make);

// Those for the name at `index`, their suffixes without the mark.
[[nodiscard]] std::vector<DocumentOutput> outputs_for(std::size_t index,
                                                      const std::vector<DocumentOutput>& outputs);

}  // namespace trichyeu
