// The fields of a DOCX (ECMA-376 17.16): a code that is not printed, and what it came to.
//
//   begin  PAGE \* MERGEFORMAT  separate  3  end        prints "3"
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

// "PAGE", "NUMPAGES", "SECTIONPAGES": says another thing on each page.
[[nodiscard]] bool counts_pages(std::string_view code);

// Those that are open where the reader stands.
class DocxFields {
 public:
  // w:fldChar
  void read_mark(const xmlNode& node);
  void add_code(std::string_view code);
  // No code, and, in running heads, no count of pages.
  [[nodiscard]] bool is_printed(bool in_running_head) const;

 private:
  struct Field {
    bool in_code = true;
    std::string code;
  };
  std::vector<Field> open_;
};

}  // namespace trichyeu
