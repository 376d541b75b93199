#include "extractor/read/flow/docx_styles.h"

#include "extractor/read/flow/xml_part.h"

namespace trichyeu {
namespace {

constexpr int longest_chain = 32;  // of styles based on each other; a circle has no end

template <typename Value>
void fill(std::optional<Value>& value, const std::optional<Value>& base) {
  if (!value) value = base;
}

}  // namespace

std::optional<bool> switch_in(const xmlNode* properties, const char* name) {
  const xmlNode* found = child_of(properties, name);
  if (found == nullptr) return std::nullopt;
  const std::string value = attribute_of(found, "val");
  return value != "0" && value != "false" && value != "off";
}

RunFormat RunFormat::of(const xmlNode* properties) {
  RunFormat format;
  if (properties == nullptr) return format;
  format.bold = switch_in(properties, "b");
  format.italic = switch_in(properties, "i");
  format.capitals = switch_in(properties, "caps");
  if (!format.capitals.value_or(false)) fill(format.capitals, switch_in(properties, "smallCaps"));
  format.hidden = switch_in(properties, "vanish");
  if (const xmlNode* size = child_of(properties, "sz"))
    format.font_size = number_of(size, "val", 0) / 2.0;
  if (const xmlNode* fonts = child_of(properties, "rFonts")) {
    format.font_name = attribute_of(fonts, "ascii");
    if (format.font_name.empty()) format.font_name = attribute_of(fonts, "hAnsi");
  }
  return format;
}

void RunFormat::inherit(const RunFormat& base) {
  fill(bold, base.bold);
  fill(italic, base.italic);
  fill(capitals, base.capitals);
  fill(hidden, base.hidden);
  fill(font_size, base.font_size);
  if (font_name.empty()) font_name = base.font_name;
}

ListPlace ListPlace::of(const xmlNode* properties) {
  ListPlace place;
  const xmlNode* numbering = child_of(properties, "numPr");
  if (const xmlNode* list = child_of(numbering, "numId")) place.list = number_of(list, "val", 0);
  if (const xmlNode* level = child_of(numbering, "ilvl")) place.level = number_of(level, "val", 0);
  return place;
}

DocxStyles::DocxStyles(const xmlNode* root) {
  defaults_ = RunFormat::of(child_of(child_of(child_of(root, "docDefaults"), "rPrDefault"), "rPr"));
  for (const xmlNode* node = root == nullptr ? nullptr : root->children; node != nullptr;
       node = node->next) {
    if (name_of(*node) != "style") continue;
    const std::string id = attribute_of(node, "styleId");
    const xmlNode* paragraph = child_of(node, "pPr");
    Style style;
    style.based_on = attribute_of(child_of(node, "basedOn"), "val");
    style.run = RunFormat::of(child_of(node, "rPr"));
    style.place = ListPlace::of(paragraph);
    style.place.style = id;
    style.page_break_before = switch_in(paragraph, "pageBreakBefore");
    const std::string standard = attribute_of(node, "default");
    if (attribute_of(node, "type") == "paragraph" && (standard == "1" || standard == "true"))
      default_paragraph_ = id;
    styles_.insert_or_assign(id, std::move(style));
  }
}

template <typename See>
void DocxStyles::for_each_base(const std::string& style, const See& see) const {
  auto at = styles_.find(style);
  for (int link = 0; link < longest_chain && at != styles_.end(); ++link) {
    if (see(at->second)) return;
    at = styles_.find(at->second.based_on);
  }
}

RunFormat DocxStyles::run_format(const std::string& style) const {
  RunFormat format;
  for_each_base(style, [&](const Style& base) {
    format.inherit(base.run);
    return false;
  });
  return format;
}

ListPlace DocxStyles::list_place(std::string style) const {
  if (style.empty()) style = default_paragraph_;
  ListPlace place;
  for_each_base(style, [&](const Style& base) {
    fill(place.level, base.place.level);
    if (base.place.list) {
      place.list = base.place.list;
      place.style = base.place.style;
    }
    return base.place.list.has_value();
  });
  return place;
}

bool DocxStyles::page_break_before(std::string style) const {
  if (style.empty()) style = default_paragraph_;
  std::optional<bool> found;
  for_each_base(style, [&](const Style& base) {
    found = base.page_break_before;
    return found.has_value();
  });
  return found.value_or(false);
}

}  // namespace trichyeu
