#include "extractor/read/flow/xlsx_styles.h"

#include <map>

#include "extractor/read/flow/number_format.h"
#include "extractor/read/flow/xml_part.h"

namespace trichyeu {
namespace {

// Calls `visit` with each child of that name, in order.
template <typename Visit>
void each_child(const xmlNode* parent, std::string_view name, const Visit& visit) {
  for (const xmlNode* node = parent == nullptr ? nullptr : parent->children; node != nullptr;
       node = node->next) {
    if (name_of(*node) == name) visit(*node);
  }
}

bool is_on(const xmlNode* font, std::string_view name) {
  const xmlNode* found = child_of(font, name);
  const std::string value = attribute_of(found, "val");
  return found != nullptr && value != "0" && value != "false";
}

bool has_line(const xmlNode& border) {
  for (const char* side : {"left", "right", "top", "bottom", "start", "end"}) {
    const std::string line = attribute_of(child_of(&border, side), "style");
    if (!line.empty() && line != "none") return true;
  }
  return false;
}

std::map<int, std::string> number_formats_in(const xmlNode* root) {
  std::map<int, std::string> formats;
  each_child(child_of(root, "numFmts"), "numFmt", [&](const xmlNode& node) {
    formats[number_of(&node, "numFmtId", -1)] = attribute_of(&node, "formatCode");
  });
  return formats;
}

template <typename Value>
Value at_or(const std::vector<Value>& values, int index, Value otherwise) {
  const auto at = static_cast<std::size_t>(index);
  return at < values.size() ? values[at] : otherwise;
}

}  // namespace

FlowRun xlsx_letters(const xmlNode* font) {
  FlowRun run;
  run.font_name = attribute_of(child_of(font, "name"), "val");
  if (run.font_name.empty()) run.font_name = attribute_of(child_of(font, "rFont"), "val");
  run.font_size = number_of(child_of(font, "sz"), "val", 0);
  run.bold = is_on(font, "b");
  run.italic = is_on(font, "i");
  return run;
}

XlsxStyles::XlsxStyles(const xmlNode* root) {
  const std::map<int, std::string> formats = number_formats_in(root);
  std::vector<FlowRun> fonts;
  each_child(child_of(root, "fonts"), "font",
             [&](const xmlNode& node) { fonts.push_back(xlsx_letters(&node)); });
  std::vector<bool> borders;
  each_child(child_of(root, "borders"), "border",
             [&](const xmlNode& node) { borders.push_back(has_line(node)); });
  each_child(child_of(root, "cellXfs"), "xf", [&](const xmlNode& node) {
    XlsxStyle style;
    const int format = number_of(&node, "numFmtId", 0);
    const auto own = formats.find(format);
    style.number_format = own != formats.end() ? own->second : built_in_format(format);
    style.letters = at_or(fonts, number_of(&node, "fontId", -1), FlowRun{});
    style.bordered = at_or(borders, number_of(&node, "borderId", -1), false);
    styles_.push_back(std::move(style));
  });
}

const XlsxStyle& XlsxStyles::find(std::size_t index) const {
  return index < styles_.size() ? styles_[index] : plain_;
}

}  // namespace trichyeu
