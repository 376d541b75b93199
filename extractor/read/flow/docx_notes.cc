#include "extractor/read/flow/docx_notes.h"

#include "extractor/read/flow/xml_part.h"

namespace trichyeu {

DocxNotes::DocxNotes(const xmlDoc* part) {
  const xmlNode* root = part == nullptr ? nullptr : xmlDocGetRootElement(part);
  for (const xmlNode* node = root == nullptr ? nullptr : root->children; node != nullptr;
       node = node->next) {
    if (const std::string id = attribute_of(node, "id"); !id.empty()) notes_[id] = node;
  }
}

const xmlNode* DocxNotes::take(const std::string& id) {
  const auto found = notes_.find(id);
  if (found == notes_.end()) return nullptr;
  const xmlNode* note = found->second;
  notes_.erase(found);
  return note;
}

}  // namespace trichyeu
