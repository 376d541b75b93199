#include "extractor/read/list_signs.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace trichyeu {
namespace {

constexpr double flat = 0.5;             // height by width; a plus sign is nearly as high as wide
constexpr double sure = 0.85;            // confidence
constexpr std::size_t fewest_signs = 2;  // of a kind that tell how wide it is printed

// Median width of the signs of a kind that recognition was sure of; 0 where there are too few.
double width_of(std::string_view sign, const PageText& page) {
  std::vector<double> widths;
  for (const PageLine& line : page.lines) {
    const PageWord& word = line.front();
    if (word.text == sign && word.confidence >= sure) widths.push_back(word.box.width());
  }
  if (widths.size() < fewest_signs) return 0;
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return *middle;
}

}  // namespace

std::vector<Mend> mend_list_signs(PageText& page) {
  std::vector<Mend> mends;
  const double dash = width_of("-", page), plus = width_of("+", page);
  for (PageLine& line : page.lines) {
    PageWord& sign = line.front();
    if (sign.text != "+" || line.size() < 2 || sign.box.width() <= 0) continue;
    const double width = sign.box.width();
    const bool is_flat = sign.box.height() <= flat * width;
    const bool is_dash_wide = sign.confidence < sure && dash > 0 && plus > dash &&
                              std::fabs(width - dash) < std::fabs(width - plus);
    if (!is_flat && !is_dash_wide) continue;
    sign.text = "-";
    mends.push_back({"+ " + line[1].text, "- " + line[1].text, "-"});
  }
  return mends;
}

}  // namespace trichyeu
