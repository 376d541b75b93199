#include "extractor/read/flow/office_package.h"

#include <utility>

namespace trichyeu {
namespace {

std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

// "word/_rels/document.xml.rels" of "word/document.xml"
std::string relationships_name(const std::string& part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

// "../word/styles.xml" below "word/": "word/styles.xml"
std::string resolved(std::string folder, std::string target) {
  if (!target.empty() && target.front() == '/') return target.substr(1);
  while (target.rfind("../", 0) == 0) {
    target.erase(0, 3);
    if (!folder.empty()) folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + target;
}

}  // namespace

Result<OfficePackage> OfficePackage::open(std::string_view bytes) {
  Result<Archive> archive = Archive::open(bytes);
  if (!archive) return archive.error();
  return OfficePackage(std::move(archive).value());
}

Result<XmlPart> OfficePackage::read(const std::string& part) {
  const Result<std::string> bytes = archive_.read(part);
  if (!bytes) return bytes.error();
  return parse_part(*bytes, part);
}

std::vector<Relationship> OfficePackage::relationships_of(const std::string& part) {
  std::vector<Relationship> found;
  const std::string name = relationships_name(part);
  if (!archive_.has(name)) return found;
  const Result<XmlPart> list = read(name);
  if (!list) return found;
  for (const xmlNode* node = xmlDocGetRootElement(list->get())->children; node != nullptr;
       node = node->next) {
    if (name_of(*node) != "Relationship" || attribute_of(node, "TargetMode") == "External")
      continue;
    const std::string type = attribute_of(node, "Type");
    found.push_back({attribute_of(node, "Id"), type.substr(type.rfind('/') + 1),
                     resolved(folder_of(part), attribute_of(node, "Target"))});
  }
  return found;
}

std::string OfficePackage::main_part(const std::string& usual) {
  std::string main = usual;
  for (const Relationship& relationship : relationships_of("")) {
    if (relationship.type == "officeDocument" && has(relationship.part)) main = relationship.part;
  }
  return main;
}

}  // namespace trichyeu
