#include "tools/register/days.h"

#include <array>
#include <ctime>

#include "models/days.h"

namespace trichyeu {
namespace {

// "7" and "07" as two figures; what is longer stays, and makes no day.
std::string two_figures(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

}  // namespace

bool is_day(std::string_view text) { return day_of(text).has_value(); }

std::string day_after(std::string_view day) {
  const auto date = day_of(day);
  return date ? iso_of(*date + std::chrono::days(1)) : std::string{};
}

std::string day_in(std::string_view printed) {
  if (is_day(printed)) return std::string(printed);
  const std::size_t first = printed.find_first_of("/-.");
  if (first == std::string_view::npos) return {};
  const std::size_t second = printed.find(printed[first], first + 1);
  if (second == std::string_view::npos) return {};
  const std::string iso = std::string(printed.substr(second + 1)) + '-' +
                          two_figures(printed.substr(first + 1, second - first - 1)) + '-' +
                          two_figures(printed.substr(0, first));
  return is_day(iso) ? iso : std::string{};
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
  return text.data();
}

}  // namespace trichyeu
