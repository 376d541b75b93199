// Ruling lines of a page: the straight rules of tables, found in its image.
//
// Underlines, dirt and letters are no rules: a rule is straight, thin, and longer than a word is
// high. What the rules make together is told by table_grid.h.
#pragma once

#include <vector>

#include "extractor/read/page_image.h"
#include "models/span.h"

namespace trichyeu {

struct Ruling {
  bool vertical = false;
  Box box;  // as thick as printed; points from the top left corner of the straightened page
};

// The rules of a page that may lie askew, with the turn that straightens it.
class Rulings {
 public:
  Rulings() = default;
  // `radians` clockwise about (x, y) straighten the page.
  Rulings(std::vector<Ruling> rules, double radians, double x, double y)
      : rules_(std::move(rules)), radians_(radians), x_(x), y_(y) {}

  // Of a page that was itself turned by `radians` clockwise about its centre to be looked at.
  [[nodiscard]] Rulings after_turn(double radians) &&;

  [[nodiscard]] const std::vector<Ruling>& rules() const { return rules_; }
  // A small box of the page as it lies, moved to where it stands on the straightened page.
  [[nodiscard]] Box straightened(const Box& box) const;
  // The reverse.
  [[nodiscard]] Box as_it_lies(const Box& box) const;

 private:
  std::vector<Ruling> rules_;
  double radians_ = 0;
  double x_ = 0;
  double y_ = 0;
};

// A rendered page is straight, a scanned one may lie askew; a fax makes dots of thin rules besides.
enum class Lie { straight, askew, dotted };

// Of `page`, grey and upright. None where there are too few rules to make a table.
[[nodiscard]] Rulings rulings_of(const Pix& page, Lie lie);

// Paints those of `rulings`, which are `page`'s own, that make tables in grey `level`; returns
// whether there are any.
bool paint_tables(Pix& page, const Rulings& rulings, int level);

}  // namespace trichyeu
