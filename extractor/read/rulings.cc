// What stays of a page's print when it is opened with a long thin brick are its rules. Gaps of a
// broken rule are closed first, along the rule only; a rendered page has none. The closing joins
// letters, too: they have print right above or below, which a rule has not.
#include "extractor/read/rulings.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractor/read/page_cleanup.h"

namespace trichyeu {
namespace {

constexpr int dark = 205;                   // grey level: thin rules of a coarse rendering are grey
constexpr double dark_of_scan = 0.8;        // of the way from print to the darkest paper
constexpr double shortest_across = 22;      // points; longer than what letters set together make
constexpr double shortest_upright = 12;     // points; above the height of capitals
constexpr double widest_gap = 1.2;          // points, in a broken rule
constexpr double slack = 0.8;               // points by which a rule may waver
constexpr double thickest_rule = 6;         // points; more is a filled area
constexpr double beside = 1;                // points beside a rule that are free of print
constexpr double least_letters = 0.3;       // share of its length that has print there
constexpr double least_second_rule = 0.95;  // likewise, of a double rule
constexpr double least_skew = 0.05;         // degrees; less moves no rule by its own thickness
constexpr float least_sureness = 3;         // of a skew
constexpr int enough_resolution = 220;      // dots an inch; more only costs time
constexpr std::size_t fewest_upright = 3;   // a table of two columns has three
constexpr double degree = 0.017453292519943295;

Pix* mutable_pix(const Pix& page) {
  return const_cast<Pix*>(&page);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

// A scan's paper may be as dark as the rules of a rendering.
int darkest_paper_left_out(const Pix& page, Lie lie) {
  if (lie == Lie::straight) return dark;
  const PageMeasures measures = measures_of(page);
  return static_cast<int>(std::min<double>(
      dark, measures.print + dark_of_scan * (measures.paper_dark - measures.print)));
}

PixPtr halved(Pix& print) {
  PixPtr half(pixReduceRankBinary2(&print, 1, nullptr));
  if (half) pixSetResolution(half.get(), resolution(print) / 2, resolution(print) / 2);
  return half;
}

// Two levels, at a resolution that shows every rule.
PixPtr print_of(const Pix& page, Lie lie) {
  PixPtr print(pixConvertTo1(mutable_pix(page), darkest_paper_left_out(page, lie)));
  if (!print || resolution(page) <= enough_resolution) return print;
  return halved(*print);
}

int pixels(const Pix& print, double points) {
  return std::max(1, static_cast<int>(points * resolution(print) / 72.0));
}

// The print without all that is shorter than a rule.
PixPtr long_strokes_of(const Pix& print, bool vertical, Lie lie) {
  const bool scanned = lie == Lie::askew;
  const int gap = scanned ? pixels(print, widest_gap) + 1 : 1,
            length = pixels(print, vertical ? shortest_upright : shortest_across);
  const PixPtr closed(
      pixCloseSafeBrick(nullptr, mutable_pix(print), vertical ? 1 : gap, vertical ? gap : 1));
  const int stroke = scanned ? pixels(print, slack) : 1;
  const PixPtr thick(
      closed ? pixDilateBrick(nullptr, closed.get(), vertical ? stroke : 1, vertical ? 1 : stroke)
             : nullptr);
  return PixPtr(
      thick ? pixOpenBrick(nullptr, thick.get(), vertical ? 1 : length, vertical ? length : 1)
            : nullptr);
}

// At half the resolution nothing of a rule is lost, and most pages are told to have none.
bool may_hold_table(Pix& print, Lie lie) {
  const PixPtr half = halved(print);
  const PixPtr strokes(half ? long_strokes_of(*half, true, lie) : nullptr);
  int count = 0;
  return strokes && pixCountConnComp(strokes.get(), 8, &count) == 0 &&
         count >= static_cast<int>(fewest_upright);
}

// Share of the columns from `x` on that have print in rows [y, y + height).
double printed_share(const Pix& print, int x, int y, int width, int height) {
  ::Box* strip = boxCreate(x, y, width, height);
  const PixPtr part(strip != nullptr ? pixClipRectangle(mutable_pix(print), strip, nullptr)
                                     : nullptr);
  boxDestroy(&strip);
  Numa* columns = part ? pixCountPixelsByColumn(part.get()) : nullptr;
  int printed = 0;
  numaGetCountRelativeToZero(columns, L_GREATER_THAN_ZERO, &printed);
  numaDestroy(&columns);
  return static_cast<double>(printed) / width;
}

// Whether the stroke across runs through the tops or feet of letters.
bool is_of_letters(const Pix& print, int x, int y, int width, int height) {
  const int near = pixels(print, beside / 2), far = pixels(print, beside);
  const double share = std::max(printed_share(print, x, y - near - far, width, far),
                                printed_share(print, x, y + height + near, width, far));
  return least_letters < share && share < least_second_rule;
}

std::vector<Ruling> rules_of(const Pix& print, bool vertical, Lie lie) {
  const double scale = resolution(print) / 72.0;
  const PixPtr strokes = long_strokes_of(print, vertical, lie);
  Boxa* boxes = strokes ? pixConnCompBB(strokes.get(), 8) : nullptr;
  std::vector<Ruling> rules;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if ((vertical ? width : height) > pixels(print, thickest_rule)) continue;
    if (!vertical && lie == Lie::askew && is_of_letters(print, x, y, width, height)) continue;
    rules.push_back({vertical, {x / scale, y / scale, (x + width) / scale, (y + height) / scale}});
  }
  boxaDestroy(&boxes);
  return rules;
}

double skew_of(const Pix& print) {
  float degrees = 0, sureness = 0;
  if (pixFindSkew(mutable_pix(print), &degrees, &sureness) != 0) return 0;
  return sureness < least_sureness || std::fabs(degrees) < least_skew ? 0 : degrees * degree;
}

}  // namespace

Rulings Rulings::after_turn(double radians) && {
  radians_ += radians;
  return std::move(*this);
}

Box Rulings::straightened(const Box& box) const { return turned_about(box, x_, y_, radians_); }

Box Rulings::as_it_lies(const Box& box) const { return turned_about(box, x_, y_, -radians_); }

Rulings rulings_of(const Pix& page, Lie lie) {
  PixPtr print = print_of(page, lie);
  if (!print || !may_hold_table(*print, lie)) return {};
  const double radians = lie == Lie::askew ? skew_of(*print) : 0;
  if (radians != 0) {
    print = PixPtr(pixRotate(print.get(), static_cast<float>(radians), L_ROTATE_AREA_MAP,
                             L_BRING_IN_WHITE, 0, 0));
    if (!print) return {};
  }
  std::vector<Ruling> rules = rules_of(*print, true, lie);
  if (rules.size() < fewest_upright) return {};
  const std::vector<Ruling> across = rules_of(*print, false, lie);
  rules.insert(rules.end(), across.begin(), across.end());
  return {std::move(rules), radians, points(*print, static_cast<int>(print->w)) / 2,
          points(*print, static_cast<int>(print->h)) / 2};
}

}  // namespace trichyeu
