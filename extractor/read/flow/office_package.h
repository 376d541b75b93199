// The parts of a DOCX or XLSX, found by their relationships (ECMA-376 part 2), not by usual names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/read/flow/archive.h"
#include "extractor/read/flow/xml_part.h"
#include "models/result.h"

namespace trichyeu {

struct Relationship {
  std::string id;
  std::string type;  // the last word of its URI: "officeDocument", "styles", "header"
  std::string part;  // name in the container
};

class OfficePackage {
 public:
  // `bytes` must outlive it. Fails as Archive::open.
  [[nodiscard]] static Result<OfficePackage> open(std::string_view bytes);

  [[nodiscard]] bool has(const std::string& part) const { return archive_.has(part); }
  // Fails as Archive::read and parse_part.
  [[nodiscard]] Result<XmlPart> read(const std::string& part);
  // Of a part, or of the package itself (""): none where there is no sound list of them. What
  // points outside the file is passed over.
  [[nodiscard]] std::vector<Relationship> relationships_of(const std::string& part);
  // What the package is of; `usual` where it does not say.
  [[nodiscard]] std::string main_part(const std::string& usual);

 private:
  explicit OfficePackage(Archive archive) : archive_(std::move(archive)) {}

  Archive archive_;
};

}  // namespace trichyeu
