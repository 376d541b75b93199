// The lists of an ODT (OpenDocument 1.3 part 3, 5.3 and 16.30): levels of styles, and counters.
#pragma once

#include <libxml/tree.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "extractor/read/flow/list_number.h"

namespace trichyeu {

class OdtLists {
 public:
  // Takes the list styles, and the outline's, below `styles`; null is none.
  void take_styles(const xmlNode* styles);

  // text:list outside other lists: counts anew, or on where it says so. `style` is the one in use.
  void begin(const xmlNode& list, const std::string& style);
  // The number of the next item at `level` (from 1) as printed with the blank behind it. `start` is
  // the item's own, 0 for none.
  [[nodiscard]] std::string next(std::size_t level, const std::string& style, int start);
  // Of a heading outside lists.
  [[nodiscard]] std::string next_heading(std::size_t level);

 private:
  static constexpr std::size_t level_count = 10;

  struct Level {
    NumberForm form = NumberForm::none;
    std::string prefix;
    std::string suffix;
    std::string format;  // "%1%.%2%)"; where given, instead of prefix, suffix and levels shown
    std::string bullet;
    int start = 1;
    int shown = 1;  // levels
    bool blank_behind = true;
  };
  using Levels = std::array<Level, level_count>;
  struct Counter {
    std::array<int, level_count> value{};
    std::array<bool, level_count> begun{};
  };

  [[nodiscard]] static Level level_of(const xmlNode& node);
  [[nodiscard]] static Levels levels_of(const xmlNode& style);
  static void count(Counter& counter, std::size_t at, const Levels& levels, int start);
  [[nodiscard]] static std::string printed(const Counter& counter, std::size_t at,
                                           const Levels& levels);
  [[nodiscard]] static std::string formatted(const Counter& counter, const std::string& format,
                                             const Levels& levels);

  std::map<std::string, Levels> styles_;
  Levels outline_;
  Counter headings_;
  std::vector<Counter> counters_;
  std::size_t current_ = 0;  // of counters_
  std::map<std::string, std::size_t> last_by_style_;
  std::map<std::string, std::size_t> by_id_;
};

}  // namespace trichyeu
