// Footnotes or endnotes of a DOCX, found by their ids.
#pragma once

#include <libxml/tree.h>

#include <map>
#include <string>

namespace trichyeu {

class DocxNotes {
 public:
  explicit DocxNotes(const xmlDoc* part);  // null: none

  // Nothing where it is unknown or was taken before.
  [[nodiscard]] const xmlNode* take(const std::string& id);

 private:
  std::map<std::string, const xmlNode*> notes_;
};

}  // namespace trichyeu
