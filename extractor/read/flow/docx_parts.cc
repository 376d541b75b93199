#include "extractor/read/flow/docx_parts.h"

#include <map>
#include <string>
#include <utility>

#include "extractor/read/flow/archive.h"

namespace trichyeu {
namespace {

constexpr std::string_view usual_document = "word/document.xml";
constexpr std::size_t most_running_heads = 100;

struct Relationship {
  std::string type;  // the last word of its URI: "officeDocument", "styles", "header"
  std::string part;  // name in the container
};

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

class PartReader {
 public:
  explicit PartReader(Archive archive) : archive_(std::move(archive)) {}

  [[nodiscard]] Result<XmlPart> read(const std::string& name) {
    Result<std::string> bytes = archive_.read(name);
    if (!bytes) return bytes.error();
    return parse_part(*bytes, name);
  }

  [[nodiscard]] bool has(const std::string& name) const { return archive_.has(name); }

  // What points outside the file is passed over.
  [[nodiscard]] std::vector<Relationship> relationships_of(const std::string& part) {
    std::vector<Relationship> found;
    const std::string name = relationships_name(part);
    if (!archive_.has(name)) return found;
    const Result<XmlPart> rels = read(name);
    if (!rels) return found;
    const xmlNode* root = xmlDocGetRootElement(rels->get());
    for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
      if (name_of(*node) != "Relationship" || attribute_of(node, "TargetMode") == "External")
        continue;
      const std::string type = attribute_of(node, "Type");
      found.push_back({type.substr(type.rfind('/') + 1),
                       resolved(folder_of(part), attribute_of(node, "Target"))});
    }
    return found;
  }

 private:
  Archive archive_;
};

}  // namespace

Result<DocxParts> docx_parts(std::string_view bytes) {
  Result<Archive> archive = Archive::open(bytes);
  if (!archive) return archive.error();
  PartReader reader(std::move(archive).value());
  std::string main(usual_document);
  for (const Relationship& relationship : reader.relationships_of("")) {
    if (relationship.type == "officeDocument" && reader.has(relationship.part))
      main = relationship.part;
  }
  DocxParts parts;
  Result<XmlPart> document = reader.read(main);
  if (!document) return document.error();
  parts.document = std::move(document).value();
  const std::map<std::string, XmlPart*> singles = {{"styles", &parts.styles},
                                                   {"numbering", &parts.numbering},
                                                   {"footnotes", &parts.footnotes},
                                                   {"endnotes", &parts.endnotes}};
  for (const Relationship& relationship : reader.relationships_of(main)) {
    const auto single = singles.find(relationship.type);
    const bool head = relationship.type == "header" || relationship.type == "footer";
    if ((single == singles.end() && !head) || !reader.has(relationship.part)) continue;
    if (head && parts.running_heads.size() == most_running_heads) continue;
    Result<XmlPart> part = reader.read(relationship.part);
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
