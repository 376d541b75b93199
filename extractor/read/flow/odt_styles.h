// The styles of an ODT (OpenDocument 1.3 part 3, 16): what letters look like, by inheritance.
#pragma once

#include <libxml/tree.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace trichyeu {

struct OdtStyle {
  std::string parent;
  std::string list_style;
  std::string font_name;  // the family's: ".VnTime"
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> capitals;
  std::optional<bool> hidden;
  double font_size = 0;  // points; 0 where unknown
  bool page_break = false;

  // What this leaves open is as in `base`, page breaks aside.
  void inherit(const OdtStyle& base);
};

class OdtStyles {
 public:
  // All styles below content.xml's or styles.xml's root; null is none.
  void take(const xmlNode* root);

  // With all that it inherits, the family's default last; a page break is its own alone.
  [[nodiscard]] OdtStyle find(const std::string& family, const std::string& name) const;

 private:
  void take_fonts(const xmlNode* declarations);
  void take_styles(const xmlNode* styles);
  [[nodiscard]] OdtStyle style_of(const xmlNode& node) const;

  std::map<std::pair<std::string, std::string>, OdtStyle> styles_;  // by family and name
  std::map<std::string, std::string> fonts_;                        // families by declared names
};

}  // namespace trichyeu
