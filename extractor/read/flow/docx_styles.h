// The styles of a DOCX: what a run looks like and which list a paragraph is of, by inheritance.
#pragma once

#include <libxml/tree.h>

#include <map>
#include <optional>
#include <string>

namespace trichyeu {

// Of a run; what is not set comes from the style, then from the document's defaults.
struct RunFormat {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> capitals;  // printed in capitals, whatever the letters are
  std::optional<bool> hidden;
  std::optional<double> font_size;  // points
  std::string font_name;

  // w:rPr
  [[nodiscard]] static RunFormat of(const xmlNode* properties);
  void inherit(const RunFormat& base);
};

// Which list a paragraph counts in; no list where `list` is 0.
struct ListPlace {
  std::optional<int> list;   // w:numId
  std::optional<int> level;  // w:ilvl, from 0
  std::string style;         // the style that names the list, where one does

  // w:numPr of w:pPr
  [[nodiscard]] static ListPlace of(const xmlNode* properties);
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const xmlNode* root);  // w:styles

  [[nodiscard]] RunFormat run_format(const std::string& style) const;
  [[nodiscard]] const RunFormat& defaults() const { return defaults_; }
  // An empty name is that of the default paragraph style.
  [[nodiscard]] ListPlace list_place(std::string style) const;
  [[nodiscard]] bool page_break_before(std::string style) const;
  [[nodiscard]] const std::string& default_paragraph_style() const { return default_paragraph_; }

 private:
  struct Style {
    std::string based_on;
    RunFormat run;
    ListPlace place;
    std::optional<bool> page_break_before;
  };
  // Calls `see` with the style and those it is based on, until it returns true.
  template <typename See>
  void for_each_base(const std::string& style, const See& see) const;

  std::map<std::string, Style> styles_;
  RunFormat defaults_;
  std::string default_paragraph_;
};

// A switch such as w:b: on where it stands alone.
[[nodiscard]] std::optional<bool> switch_in(const xmlNode* properties, const char* name);

}  // namespace trichyeu
