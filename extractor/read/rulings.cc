// What stays of a page's print when it is opened with a long thin brick are its rules. Gaps of a
// broken rule are closed first, along the rule only; a rendered page has none. The closing joins
// letters, too: they have print right above or below, which a rule has not.
#include "extractor/read/rulings.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractor/read/faint_rules.h"
#include "extractor/read/page_cleanup.h"
#include "extractor/read/table_grid.h"

namespace trichyeu {
namespace {

constexpr int dark = 205;                  // grey level: thin rules of a coarse rendering are grey
constexpr double dark_of_scan = 0.8;       // of the way from print to the darkest paper
constexpr double shortest_across = 22;     // points; longer than what letters set together make
constexpr double shortest_upright = 12;    // points; above the height of capitals
constexpr double widest_gap = 1.2;         // points, in a broken rule
constexpr double widest_between_dots = 5;  // points
constexpr double longer_of_dots = 3.5;     // times, than the shortest of a rule that is none
constexpr double thickest_of_dots = 2.5;
constexpr double slack = 0.8;               // points by which a rule may waver
constexpr double thickest_rule = 6;         // points; more is a filled area
constexpr double beside = 1;                // points beside a rule that are free of print
constexpr double least_letters = 0.15;      // share of its length that has print there
constexpr double least_second_rule = 0.95;  // likewise, of a double rule
constexpr double in_line = 1;               // points between the middles of a rule's pieces
constexpr double least_dots = 0.2;          // share of a gap between them that has print
constexpr double least_few_dots = 0.1;      // likewise, of a page where all rules are of dots
constexpr double on_edge = 2;               // points between a table's edge and its rule
constexpr double painted_beside = 1;        // points; of a rule's own uneven edges
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
  const bool scanned = lie != Lie::straight;
  const double shortest =
      (vertical ? shortest_upright : shortest_across) * (lie == Lie::dotted ? longer_of_dots : 1);
  const int gap = scanned ? pixels(print, lie == Lie::dotted ? widest_between_dots : widest_gap) + 1
                          : 1,
            length = pixels(print, shortest);
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

// In pixels.
struct Area {
  int x, y, width, height;
};

// Share of the columns (of an upright area: of the rows) that have print.
double printed_share(const Pix& print, const Area& area, bool upright) {
  ::Box* box = boxCreate(area.x, area.y, area.width, area.height);
  const PixPtr part(box != nullptr ? pixClipRectangle(mutable_pix(print), box, nullptr) : nullptr);
  boxDestroy(&box);
  if (!part) return 0;
  Numa* counts =
      upright ? pixCountPixelsByRow(part.get(), nullptr) : pixCountPixelsByColumn(part.get());
  int printed = 0;
  numaGetCountRelativeToZero(counts, L_GREATER_THAN_ZERO, &printed);
  numaDestroy(&counts);
  return static_cast<double>(printed) / (upright ? area.height : area.width);
}

// Whether the stroke runs through the tops or feet of letters, or along a column of them.
bool is_of_letters(const Pix& print, const Area& stroke, bool upright) {
  const int near = pixels(print, beside / 2), far = pixels(print, beside);
  Area before = stroke, after = stroke;
  if (upright) {
    before.x -= near + far;
    after.x += stroke.width + near;
    before.width = after.width = far;
  } else {
    before.y -= near + far;
    after.y += stroke.height + near;
    before.height = after.height = far;
  }
  const double share =
      std::max(printed_share(print, before, upright), printed_share(print, after, upright));
  return least_letters < share && share < least_second_rule;
}

std::vector<Ruling> rules_of(const Pix& print, bool vertical, Lie lie) {
  const double scale = resolution(print) / 72.0;
  const PixPtr strokes = long_strokes_of(print, vertical, lie);
  Boxa* boxes = strokes ? pixConnCompBB(strokes.get(), 8) : nullptr;
  std::vector<Ruling> rules;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    Area at{};
    boxaGetBoxGeometry(boxes, i, &at.x, &at.y, &at.width, &at.height);
    const double thickest = lie == Lie::dotted ? thickest_of_dots : thickest_rule;
    if ((vertical ? at.width : at.height) > pixels(print, thickest)) continue;
    const bool may_be_letters = lie == Lie::dotted || (lie == Lie::askew && !vertical);
    if (may_be_letters && is_of_letters(print, at, vertical)) continue;
    rules.push_back(
        {vertical,
         {at.x / scale, at.y / scale, (at.x + at.width) / scale, (at.y + at.height) / scale}});
  }
  boxaDestroy(&boxes);
  return rules;
}

double place_of(const Ruling& rule) {
  return rule.vertical ? (rule.box.left + rule.box.right) / 2
                       : (rule.box.top + rule.box.bottom) / 2;
}

double beginning_of(const Ruling& rule) { return rule.vertical ? rule.box.top : rule.box.left; }
double end_of(const Ruling& rule) { return rule.vertical ? rule.box.bottom : rule.box.right; }

// Whether the gap between two pieces of a rule is printed like a rule of dots.
bool is_dotted(const Pix& print, const Ruling& before, const Ruling& after, Lie lie) {
  const double scale = resolution(print) / 72.0;
  const Box whole = before.box.united(after.box);
  const auto at = [&](double value) { return static_cast<int>(std::lround(value * scale)); };
  const bool upright = before.vertical;
  const int from = at(end_of(before)), length = at(beginning_of(after)) - from;
  if (length <= 0) return false;
  const Area gap = upright ? Area{at(whole.left), from, at(whole.right) - at(whole.left), length}
                           : Area{from, at(whole.top), length, at(whole.bottom) - at(whole.top)};
  return printed_share(print, gap, upright) >= (lie == Lie::dotted ? least_few_dots : least_dots) &&
         !is_of_letters(print, gap, upright);
}

// The rule as it would stand at `place` of its own line, without length.
Ruling end_at(const Ruling& rule, double place) {
  Ruling end = rule;
  (rule.vertical ? end.box.top : end.box.left) = place;
  (rule.vertical ? end.box.bottom : end.box.right) = place;
  return end;
}

// Faxes make dots of thin rules, and long parts of them are lost. `rules` all lie the same way.
std::vector<Ruling> with_dotted_parts(const Pix& print, std::vector<Ruling> rules, Lie lie) {
  std::sort(rules.begin(), rules.end(),
            [](const Ruling& a, const Ruling& b) { return beginning_of(a) < beginning_of(b); });
  std::vector<Ruling> whole;
  double first = 0, last = 0;
  for (const Ruling& rule : rules) {
    first = whole.empty() ? beginning_of(rule) : first;
    last = std::max(last, end_of(rule));
    const auto before = std::find_if(whole.rbegin(), whole.rend(), [&](const Ruling& other) {
      return std::fabs(place_of(other) - place_of(rule)) <= in_line;
    });
    if (before != whole.rend() && is_dotted(print, *before, rule, lie))
      before->box = before->box.united(rule.box);
    else
      whole.push_back(rule);
  }
  if (lie != Lie::dotted) return whole;
  for (Ruling& rule : whole) {
    if (is_dotted(print, end_at(rule, first), rule, lie))
      (rule.vertical ? rule.box.top : rule.box.left) = first;
    if (is_dotted(print, rule, end_at(rule, last), lie))
      (rule.vertical ? rule.box.bottom : rule.box.right) = last;
  }
  return whole;
}

double skew_of(const Pix& print) {
  float degrees = 0, sureness = 0;
  if (pixFindSkew(mutable_pix(print), &degrees, &sureness) != 0) return 0;
  return sureness < least_sureness || std::fabs(degrees) < least_skew ? 0 : degrees * degree;
}

// Strokes of letters that touch a rule are none.
bool is_edge(const Grid& grid, const Ruling& rule) {
  const double place = place_of(rule);
  const auto near = [&](double edge) { return std::fabs(place - edge) <= on_edge; };
  if (rule.vertical) return std::any_of(grid.column_edges.begin(), grid.column_edges.end(), near);
  return std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
    return near(cell.box.top) || near(cell.box.bottom);
  });
}

// Along its middle, `rule` as it lies on the page.
void paint(Pix& page, const Rulings& rulings, const Ruling& rule, int level) {
  const Box& box = rule.box;
  const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
  const Box from = rulings.as_it_lies(rule.vertical ? Box{x, box.top, x, box.top}
                                                    : Box{box.left, y, box.left, y});
  const Box to = rulings.as_it_lies(rule.vertical ? Box{x, box.bottom, x, box.bottom}
                                                  : Box{box.right, y, box.right, y});
  const double scale = resolution(page) / 72.0;
  const double thickness = rule.vertical ? box.width() : box.height();
  const auto at = [&](double value) { return static_cast<int>(std::lround(value * scale)); };
  const auto grey = static_cast<l_uint8>(level);
  pixRenderLineArb(&page, at(from.left), at(from.top), at(to.left), at(to.top),
                   at(thickness + painted_beside), grey, grey, grey);
}

// Dots keep together where they are turned in grey.
PixPtr turned_print(PixPtr print, const Pix& page, double radians, Lie lie) {
  if (lie == Lie::dotted) {
    const PixPtr straight = straightened_by(PixPtr(pixClone(mutable_pix(page))), radians);
    return straight ? print_of(*straight, lie) : nullptr;
  }
  return PixPtr(pixRotate(print.get(), static_cast<float>(radians), L_ROTATE_AREA_MAP,
                          L_BRING_IN_WHITE, 0, 0));
}

void add_faint_rules(const Pix& print, std::vector<Ruling>& rules) {
  for (const bool vertical : {true, false}) {
    const std::vector<Ruling> faint = faint_rules_of(print, rules, vertical);
    rules.insert(rules.end(), faint.begin(), faint.end());
  }
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
  const double radians = lie != Lie::straight ? skew_of(*print) : 0;
  if (radians != 0) print = turned_print(std::move(print), page, radians, lie);
  if (!print) return {};
  std::vector<Ruling> rules = rules_of(*print, true, lie);
  if (rules.size() < fewest_upright) return {};
  std::vector<Ruling> across = rules_of(*print, false, lie);
  if (lie == Lie::dotted) rules = with_dotted_parts(*print, std::move(rules), lie);
  if (lie != Lie::straight) across = with_dotted_parts(*print, std::move(across), lie);
  rules.insert(rules.end(), across.begin(), across.end());
  if (lie == Lie::dotted) add_faint_rules(*print, rules);
  return {std::move(rules), radians, points(*print, static_cast<int>(print->w)) / 2,
          points(*print, static_cast<int>(print->h)) / 2};
}

bool paint_tables(Pix& page, const Rulings& rulings, int level) {
  const std::vector<Grid> grids = grids_of(rulings.rules());
  for (const Ruling& rule : rulings.rules()) {
    const bool in_table = std::any_of(grids.begin(), grids.end(),
                                      [&](const Grid& grid) { return is_edge(grid, rule); });
    if (in_table) paint(page, rulings, rule, level);
  }
  return !grids.empty();
}

}  // namespace trichyeu
