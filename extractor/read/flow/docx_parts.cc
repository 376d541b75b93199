#include "extractor/read/flow/docx_parts.h"

#include <map>
#include <string>
#include <utility>

#include "extractor/read/flow/office_package.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_running_heads = 100;

}  // namespace

Result<DocxParts> docx_parts(std::string_view bytes) {
  Result<OfficePackage> opened = OfficePackage::open(bytes);
  if (!opened) return opened.error();
  OfficePackage& package = opened.value();
  const std::string main = package.main_part("word/document.xml");
  DocxParts parts;
  Result<XmlPart> document = package.read(main);
  if (!document) return document.error();
  parts.document = std::move(document).value();
  const std::map<std::string, XmlPart*> singles = {{"styles", &parts.styles},
                                                   {"numbering", &parts.numbering},
                                                   {"footnotes", &parts.footnotes},
                                                   {"endnotes", &parts.endnotes}};
  for (const Relationship& relationship : package.relationships_of(main)) {
    const auto single = singles.find(relationship.type);
    const bool head = relationship.type == "header" || relationship.type == "footer";
    if ((single == singles.end() && !head) || !package.has(relationship.part)) continue;
    if (head && parts.running_heads.size() == most_running_heads) continue;
    Result<XmlPart> part = package.read(relationship.part);
    if (!part) {
      if (part.error().code == ErrorCode::too_large) return part.error();
      continue;
    }
    if (head) {
      parts.running_heads.push_back(std::move(part).value());
    } else {
      *single->second = std::move(part).value();
    }
  }
  return parts;
}

}  // namespace trichyeu
