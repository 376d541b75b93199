#include "extractor/read/flow/odt_lists.h"

#include <algorithm>

#include "extractor/read/flow/xml_part.h"
#include "extractor/read/symbol_font.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_affix = 255;  // bytes
constexpr int largest_start = 1'000'000;

NumberForm form_of(const std::string& format) {
  if (format == "1") return NumberForm::decimal;
  if (format == "01") return NumberForm::two_digits;
  if (format == "I") return NumberForm::upper_roman;
  if (format == "i") return NumberForm::lower_roman;
  if (format == "A") return NumberForm::upper_letter;
  if (format == "a") return NumberForm::lower_letter;
  return NumberForm::none;
}

std::string bullet_of(const xmlNode& node) {
  const xmlNode* letters = child_of(&node, "text-properties");
  std::string font = attribute_of(letters, "font-family");
  if (font.empty()) font = attribute_of(letters, "font-name");
  std::erase(font, '\'');
  const std::string letter = attribute_of(&node, "bullet-char").substr(0, longest_affix);
  const char32_t first = code_point_at(letter, 0).value;
  const bool is_private = first >= 0xE000 && first <= 0xF8FF;
  if (!is_private) return is_symbol_font(font) ? with_symbols(letter, font) : letter;
  const char32_t picture = symbol_in_font(first, is_symbol_font(font) ? font
                                                 : first == 0xF0B7    ? std::string("Symbol")
                                                                      : std::string("Wingdings"));
  std::string drawn;
  append_utf8(drawn, picture != 0 ? picture : U'•');
  return drawn;
}

}  // namespace

OdtLists::Level OdtLists::level_of(const xmlNode& node) {
  Level level;
  if (name_of(node) == "list-level-style-bullet") level.bullet = bullet_of(node);
  if (name_of(node) == "list-level-style-image") level.bullet = "•";
  level.form = form_of(attribute_of(&node, "num-format"));
  level.prefix = attribute_of(&node, "num-prefix").substr(0, longest_affix);
  level.suffix = attribute_of(&node, "num-suffix").substr(0, longest_affix);
  level.format = attribute_of(&node, "num-list-format").substr(0, longest_affix);
  level.start = std::clamp(number_of(&node, "start-value", 1), 0, largest_start);
  level.shown = std::clamp(number_of(&node, "display-levels", 1), 1, 10);
  const xmlNode* place =
      child_of(child_of(&node, "list-level-properties"), "list-level-label-alignment");
  level.blank_behind = attribute_of(place, "label-followed-by") != "nothing";
  return level;
}

OdtLists::Levels OdtLists::levels_of(const xmlNode& style) {
  Levels levels;
  for (const xmlNode* node = style.children; node != nullptr; node = node->next) {
    const int level = number_of(node, "level", 0);
    if (!name_of(*node).empty() && level >= 1 && level <= static_cast<int>(level_count))
      levels[static_cast<std::size_t>(level - 1)] = level_of(*node);
  }
  return levels;
}

void OdtLists::take_styles(const xmlNode* styles) {
  for (const xmlNode* node = styles == nullptr ? nullptr : styles->children; node != nullptr;
       node = node->next) {
    if (name_of(*node) == "list-style") styles_[attribute_of(node, "name")] = levels_of(*node);
    if (name_of(*node) == "outline-style") outline_ = levels_of(*node);
  }
}

void OdtLists::begin(const xmlNode& list, const std::string& style) {
  const auto by_id = by_id_.find(attribute_of(&list, "continue-list"));
  const auto by_style = last_by_style_.find(style);
  if (by_id != by_id_.end()) {
    current_ = by_id->second;
  } else if (attribute_of(&list, "continue-numbering") == "true" &&
             by_style != last_by_style_.end()) {
    current_ = by_style->second;
  } else {
    current_ = counters_.size();
    counters_.emplace_back();
  }
  last_by_style_[style] = current_;
  if (const std::string id = attribute_of(&list, "id"); !id.empty()) by_id_[id] = current_;
}

void OdtLists::count(Counter& counter, std::size_t at, const Levels& levels, int start) {
  for (std::size_t above = 0; above < at; ++above) {
    if (counter.begun[above]) continue;
    counter.value[above] = levels[above].start;
    counter.begun[above] = true;
  }
  counter.value[at] = counter.begun[at] ? counter.value[at] + 1 : levels[at].start;
  if (start > 0) counter.value[at] = std::min(start, largest_start);
  counter.begun[at] = true;
  for (std::size_t below = at + 1; below < level_count; ++below) counter.begun[below] = false;
}

std::string OdtLists::formatted(const Counter& counter, const std::string& format,
                                const Levels& levels) {
  std::string text;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const std::size_t end = format[i] == '%' ? format.find('%', i + 1) : std::string::npos;
    const std::string level = end == std::string::npos ? "" : format.substr(i + 1, end - i - 1);
    const bool is_place =
        !level.empty() &&
        (level == "10" || (level.size() == 1 && level[0] >= '1' && level[0] <= '9'));
    if (!is_place) {
      text += format[i];
      continue;
    }
    const auto at = static_cast<std::size_t>(std::stoi(level) - 1);
    text += list_number(counter.value[at], levels[at].form);
    i = end;
  }
  return text;
}

std::string OdtLists::printed(const Counter& counter, std::size_t at, const Levels& levels) {
  const Level& level = levels[at];
  std::string number = level.bullet;
  if (level.bullet.empty() && !level.format.empty() && level.form != NumberForm::none) {
    number = formatted(counter, level.format, levels);
  } else if (level.bullet.empty()) {
    const std::size_t first = at + 1 - std::min(at + 1, static_cast<std::size_t>(level.shown));
    std::string numbers;
    for (std::size_t shown = first; shown <= at; ++shown) {
      const std::string one = list_number(counter.value[shown], levels[shown].form);
      if (!numbers.empty() && !one.empty()) numbers += '.';
      numbers += one;
    }
    number = level.prefix + numbers + level.suffix;
  }
  if (!number.empty() && level.blank_behind) number += ' ';
  return number;
}

std::string OdtLists::next(std::size_t level, const std::string& style, int start) {
  const auto found = styles_.find(style);
  if (found == styles_.end() || counters_.empty()) return {};
  const std::size_t at = std::clamp(level, std::size_t{1}, level_count) - 1;
  count(counters_[current_], at, found->second, start);
  return printed(counters_[current_], at, found->second);
}

std::string OdtLists::next_heading(std::size_t level) {
  const std::size_t at = std::clamp(level, std::size_t{1}, level_count) - 1;
  if (outline_[at].form == NumberForm::none) return {};
  count(headings_, at, outline_, 0);
  return printed(headings_, at, outline_);
}

}  // namespace trichyeu
