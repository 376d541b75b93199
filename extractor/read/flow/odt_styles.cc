#include "extractor/read/flow/odt_styles.h"

#include "extractor/read/flow/xml_part.h"

namespace trichyeu {
namespace {

constexpr int longest_chain = 32;  // of styles with parents; a circle has no end

// "bold" or "700"
std::optional<bool> is_heavy(const std::string& weight) {
  if (weight.empty()) return std::nullopt;
  return weight == "bold" || (weight.size() == 3 && weight >= "600");
}

// "'Times New Roman'"
std::string unquoted(std::string family) {
  std::erase(family, '\'');
  return family;
}

template <typename Value>
void fill(std::optional<Value>& value, const std::optional<Value>& base) {
  if (!value) value = base;
}

}  // namespace

void OdtStyle::inherit(const OdtStyle& base) {
  fill(bold, base.bold);
  fill(italic, base.italic);
  fill(capitals, base.capitals);
  fill(hidden, base.hidden);
  if (font_name.empty()) font_name = base.font_name;
  if (list_style.empty()) list_style = base.list_style;
  if (font_size == 0) font_size = base.font_size;
}

OdtStyle OdtStyles::style_of(const xmlNode& node) const {
  OdtStyle style;
  style.parent = attribute_of(&node, "parent-style-name");
  style.list_style = attribute_of(&node, "list-style-name");
  const xmlNode* letters = child_of(&node, "text-properties");
  style.font_name = attribute_of(letters, "font-name");
  if (const auto declared = fonts_.find(style.font_name); declared != fonts_.end())
    style.font_name = declared->second;
  if (style.font_name.empty()) style.font_name = unquoted(attribute_of(letters, "font-family"));
  style.bold = is_heavy(attribute_of(letters, "font-weight"));
  if (const std::string slant = attribute_of(letters, "font-style"); !slant.empty())
    style.italic = slant != "normal";
  if (const std::string letter_case = attribute_of(letters, "text-transform"); !letter_case.empty())
    style.capitals = letter_case == "uppercase";
  if (attribute_of(letters, "font-variant") == "small-caps") style.capitals = true;
  if (const std::string display = attribute_of(letters, "display"); !display.empty())
    style.hidden = display == "none";
  style.font_size = number_of(letters, "font-size", 0);
  const xmlNode* paragraph = child_of(&node, "paragraph-properties");
  style.page_break = attribute_of(paragraph, "break-before") == "page" ||
                     !attribute_of(&node, "master-page-name").empty();
  return style;
}

void OdtStyles::take_fonts(const xmlNode* declarations) {
  for (const xmlNode* node = declarations == nullptr ? nullptr : declarations->children;
       node != nullptr; node = node->next) {
    const std::string family = unquoted(attribute_of(node, "font-family"));
    if (!family.empty()) fonts_[attribute_of(node, "name")] = family;
  }
}

void OdtStyles::take_styles(const xmlNode* styles) {
  for (const xmlNode* node = styles == nullptr ? nullptr : styles->children; node != nullptr;
       node = node->next) {
    const std::string_view name = name_of(*node);
    if (name == "style" || name == "default-style")
      styles_[{attribute_of(node, "family"), attribute_of(node, "name")}] = style_of(*node);
  }
}

void OdtStyles::take(const xmlNode* root) {
  take_fonts(child_of(root, "font-face-decls"));
  take_styles(child_of(root, "styles"));
  take_styles(child_of(root, "automatic-styles"));
}

OdtStyle OdtStyles::find(const std::string& family, const std::string& name) const {
  OdtStyle style;
  auto at = styles_.find({family, name});
  if (at != styles_.end()) style = at->second;
  for (int link = 0; link < longest_chain && at != styles_.end(); ++link) {
    style.inherit(at->second);
    at = styles_.find({family, at->second.parent});
  }
  return style;
}

}  // namespace trichyeu
