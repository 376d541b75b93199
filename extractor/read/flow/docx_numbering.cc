#include "extractor/read/flow/docx_numbering.h"

#include <algorithm>
#include <string_view>

#include "extractor/read/flow/xml_part.h"
#include "extractor/read/symbol_font.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_level_text = 255;  // bytes: Word's own limit is 255 letters
constexpr int largest_start = 32767;             // Word's own limit

int start_of(const xmlNode* node, int otherwise) {
  return std::clamp(number_of(node, "val", otherwise), 0, largest_start);
}

NumberForm form_of(std::string_view name) {
  if (name == "none") return NumberForm::none;
  if (name == "upperRoman") return NumberForm::upper_roman;
  if (name == "lowerRoman") return NumberForm::lower_roman;
  if (name == "upperLetter") return NumberForm::upper_letter;
  if (name == "lowerLetter") return NumberForm::lower_letter;
  if (name == "decimalZero") return NumberForm::two_digits;
  return NumberForm::decimal;
}

// What a bullet's font draws; a picture that is not known is still a bullet.
std::string bullet(const std::string& text, const std::string& font_name) {
  std::string drawn = is_symbol_font(font_name) ? with_symbols(text, font_name) : text;
  const char32_t first = code_point_at(drawn, 0).value;
  const bool is_private = first >= 0xE000 && first <= 0xF8FF;
  if (!is_private) return drawn;
  const char32_t usual = symbol_in_font(first, first == 0xF0B7 ? "Symbol" : "Wingdings");
  drawn.clear();
  append_utf8(drawn, usual != 0 ? usual : U'•');
  return drawn;
}

}  // namespace

DocxNumbering::Level DocxNumbering::level_of(const xmlNode* node) {
  Level level;
  const std::string form = attribute_of(child_of(node, "numFmt"), "val");
  level.bullet = form == "bullet";
  level.form = form_of(form);
  level.decimal_only = switch_in(node, "isLgl").value_or(false);
  level.start = start_of(child_of(node, "start"), 0);
  if (const xmlNode* restart = child_of(node, "lvlRestart"))
    level.restart = number_of(restart, "val", 0);
  level.text = attribute_of(child_of(node, "lvlText"), "val").substr(0, longest_level_text);
  level.blank_behind = attribute_of(child_of(node, "suff"), "val") != "nothing";
  level.font_name = RunFormat::of(child_of(node, "rPr")).font_name;
  level.style = attribute_of(child_of(node, "pStyle"), "val");
  return level;
}

DocxNumbering::List DocxNumbering::list_of(const xmlNode* node) {
  List list;
  list.definition = number_of(child_of(node, "abstractNumId"), "val", -1);
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (name_of(*child) != "lvlOverride") continue;
    const auto at = static_cast<std::size_t>(number_of(child, "ilvl", 0));
    if (at >= level_count) continue;
    if (const xmlNode* level = child_of(child, "lvl")) list.levels[at] = level_of(level);
    if (const xmlNode* start = child_of(child, "startOverride"))
      list.starts[at] = start_of(start, 1);
  }
  return list;
}

DocxNumbering::DocxNumbering(const xmlNode* root, const DocxStyles& styles) {
  for (const xmlNode* node = root == nullptr ? nullptr : root->children; node != nullptr;
       node = node->next) {
    if (name_of(*node) == "abstractNum") {
      Definition definition;
      definition.style_link = attribute_of(child_of(node, "numStyleLink"), "val");
      for (const xmlNode* level = node->children; level != nullptr; level = level->next) {
        const auto at = static_cast<std::size_t>(number_of(level, "ilvl", -1));
        if (name_of(*level) == "lvl" && at < level_count) definition.levels[at] = level_of(level);
      }
      definitions_[number_of(node, "abstractNumId", -1)] = std::move(definition);
    } else if (name_of(*node) == "num") {
      lists_[number_of(node, "numId", -1)] = list_of(node);
    }
  }
  for (auto& [id, list] : lists_) list.definition = definition_of(list, styles);
}

// A definition may only name a style, whose list then has the levels.
int DocxNumbering::definition_of(const List& list, const DocxStyles& styles) const {
  const auto named = definitions_.find(list.definition);
  if (named == definitions_.end() || named->second.style_link.empty()) return list.definition;
  const auto linked = lists_.find(styles.list_place(named->second.style_link).list.value_or(0));
  return linked == lists_.end() ? list.definition : linked->second.definition;
}

// A style that names a list without a level is of the level that names the style.
std::size_t DocxNumbering::level_at(const ListPlace& place, const Levels& levels) {
  if (!place.style.empty()) {
    for (std::size_t at = 0; at < level_count; ++at) {
      if (levels[at].style == place.style) return at;
    }
  }
  return std::min(static_cast<std::size_t>(std::max(place.level.value_or(0), 0)), level_count - 1);
}

void DocxNumbering::count(Counter& counter, std::size_t at, const Levels& levels) {
  for (std::size_t above = 0; above < at; ++above) {
    if (counter.begun[above]) continue;
    counter.value[above] = levels[above].start;
    counter.begun[above] = true;
  }
  counter.value[at] = counter.begun[at] ? counter.value[at] + 1 : levels[at].start;
  counter.begun[at] = true;
  for (std::size_t below = at + 1; below < level_count; ++below) {
    const int restart = levels[below].restart.value_or(static_cast<int>(below));
    if (static_cast<int>(at) < restart) counter.begun[below] = false;
  }
}

std::string DocxNumbering::printed(const Counter& counter, std::size_t at, const Levels& levels) {
  const Level& level = levels[at];
  if (level.bullet) return bullet(level.text, level.font_name);
  std::string number;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    const bool is_place = level.text[i] == '%' && i + 1 < level.text.size() &&
                          level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
    if (!is_place) {
      number += level.text[i];
      continue;
    }
    const auto shown = static_cast<std::size_t>(level.text[++i] - '1');
    const NumberForm form = level.decimal_only && levels[shown].form != NumberForm::none
                                ? NumberForm::decimal
                                : levels[shown].form;
    number += list_number(counter.value[shown], form);
  }
  return number;
}

std::string DocxNumbering::next(const ListPlace& place) {
  const auto found = lists_.find(place.list.value_or(0));
  if (found == lists_.end()) return {};
  List& list = found->second;
  const auto definition = definitions_.find(list.definition);
  if (definition == definitions_.end()) return {};
  Levels levels = definition->second.levels;
  for (const auto& [level, replacement] : list.levels) levels[level] = replacement;
  const std::size_t at = level_at(place, levels);
  Counter& counter = counters_[list.definition];
  for (std::size_t level = 0; level <= at; ++level) {
    const auto start = list.starts.find(level);
    if (start == list.starts.end()) continue;
    counter.value[level] = start->second - (level == at ? 1 : 0);
    counter.begun[level] = true;
    list.starts.erase(start);
  }
  count(counter, at, levels);
  std::string number = printed(counter, at, levels);
  if (!number.empty() && levels[at].blank_behind) number += ' ';
  return number;
}

}  // namespace trichyeu
