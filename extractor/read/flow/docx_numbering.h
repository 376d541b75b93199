// The lists of a DOCX (ECMA-376 17.9): numbers are not in the text, they are counted.
//
//   w:abstractNum  levels 0 to 8, each with form and text   "%1.%2." of level 1
//   w:num          a list of such levels; some start anew   lists of the same levels count on
#pragma once

#include <libxml/tree.h>

#include <array>
#include <map>
#include <optional>
#include <string>

#include "extractor/read/flow/docx_styles.h"
#include "extractor/read/flow/list_number.h"

namespace trichyeu {

class DocxNumbering {
 public:
  DocxNumbering() = default;
  // w:numbering; `styles` find the levels of lists that are defined by a style.
  DocxNumbering(const xmlNode* root, const DocxStyles& styles);

  // Counts the next paragraph: its number as printed with the blank behind it, "1.2. ", "- ";
  // empty where the list is unknown or prints none.
  [[nodiscard]] std::string next(const ListPlace& place);

 private:
  static constexpr std::size_t level_count = 9;

  struct Level {
    NumberForm form = NumberForm::decimal;
    bool bullet = false;
    bool decimal_only = false;  // w:isLgl: numbers of upper levels are decimal here
    bool blank_behind = true;
    int start = 1;
    std::optional<int> restart;  // w:lvlRestart: after levels up to this one; 0: never
    std::string text;            // "%1.%2."
    std::string font_name;
    std::string style;  // paragraphs of this style are of this level
  };
  using Levels = std::array<Level, level_count>;

  struct Counter {
    std::array<int, level_count> value{};
    std::array<bool, level_count> begun{};
  };
  struct Definition {
    Levels levels;
    std::string style_link;  // w:numStyleLink: the levels are those of this style's list
  };
  struct List {
    int definition = 0;
    std::map<std::size_t, Level> levels;  // that replace the definition's
    std::map<std::size_t, int> starts;    // not yet used
  };

  [[nodiscard]] static Level level_of(const xmlNode* node);
  [[nodiscard]] static List list_of(const xmlNode* node);
  [[nodiscard]] int definition_of(const List& list, const DocxStyles& styles) const;
  [[nodiscard]] static std::size_t level_at(const ListPlace& place, const Levels& levels);
  static void count(Counter& counter, std::size_t at, const Levels& levels);
  [[nodiscard]] static std::string printed(const Counter& counter, std::size_t at,
                                           const Levels& levels);

  std::map<int, Definition> definitions_;
  std::map<int, List> lists_;
  std::map<int, Counter> counters_;  // by definition
};

}  // namespace trichyeu
