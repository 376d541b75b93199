// A folder of outputs made from texts, and its register.
#pragma once

#include <string>
#include <string_view>

#include "tests/support/temporary_folder.h"
#include "tools/register/index.h"
#include "tools/register/register.h"

namespace trichyeu::testing {

// The XML of the document.
[[nodiscard]] std::string output_of(std::string_view text);

// "UBND tỉnh Đại An" issues a plan of this number and day ("12/KH-UBND", "05/01/2023"), whose body
// is `body`.
[[nodiscard]] std::string plan_text(const std::string& number, const std::string& day,
                                    const std::string& body);

class Archive {
 public:
  // An output of a past time, so that the next run may trust it.
  void add(const std::string& name, std::string_view xml);
  void remove(const std::string& name);

  [[nodiscard]] std::string folder() const { return folder_.path_of("out"); }
  [[nodiscard]] std::string register_path() const { return folder_.path_of("register.db"); }
  [[nodiscard]] std::string path_of(const std::string& name) const {
    return folder_.path_of("out/" + name);
  }
  [[nodiscard]] const TemporaryFolder& temporary() const { return folder_; }

  // A run over the folder. The test fails where it fails.
  IndexReport index() const;

 private:
  TemporaryFolder folder_;
};

// All rows of all tables, one a line: equal for registers of equal content.
[[nodiscard]] std::string content_of(const std::string& register_path);

}  // namespace trichyeu::testing
