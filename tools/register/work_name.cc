#include "tools/register/work_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

constexpr std::size_t year_digits = 4;
constexpr std::size_t whole_date = 10;  // "2020-03-05"

// family:type:issuer:date:number
using Parts = std::array<std::string_view, 5>;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Nothing is known of a part that is missing.
Parts parts_of(std::string_view target) {
  Parts parts;
  parts.fill("?");
  for (std::size_t part = 0; part < parts.size() && !target.empty(); ++part) {
    const bool is_last = part + 1 == parts.size();
    const std::size_t end = is_last ? target.size() : std::min(target.find(':'), target.size());
    parts[part] = target.substr(0, end);
    target.remove_prefix(std::min(end + 1, target.size()));
  }
  return parts;
}

std::string joined(const Parts& parts, std::string_view date) {
  std::string key;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (part > 0) key += ':';
    key += part == 3 ? date : parts[part];
  }
  return key;
}

bool is_unknown(std::string_view part) { return part.find('?') != std::string_view::npos; }

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// The year of a number that is given out once in a year for the whole body, or of a law.
std::string_view year_of_series(const Parts& parts, std::string_view number_year) {
  if (!number_year.empty()) return number_year;
  const std::string_view date = parts[3];
  return is_digit(date.front()) ? date.substr(0, year_digits) : date;
}

// Who issued it, and the place that stands for an unknown province.
struct LocalIssuer {
  std::string key;    // "ubnd@?"
  std::string place;  // empty where the issuer is wholly known
};

// "ubnd@hai-minh.?" names its place itself, "ubnd@?" leaves it to the citing document.
LocalIssuer local_issuer(std::string_view issuer, std::string_view place_key) {
  constexpr std::string_view of_unknown_province = ".?";
  if (!is_unknown(issuer)) return {std::string(issuer), {}};
  const std::size_t at = issuer.find('@');
  if (at == std::string_view::npos || !issuer.ends_with(of_unknown_province))
    return {std::string(issuer), std::string(place_key)};
  const std::string_view place = issuer.substr(at + 1);
  return {std::string(issuer.substr(0, at)) + "@?",
          std::string(place.substr(0, place.size() - of_unknown_province.size()))};
}

WorkName unnamed(std::string_view text, std::string_view place_key) {
  WorkName name;
  name.key = "?:?:?:?:" + letters_and_digits(text) + '|' + std::string(place_key);
  name.series = name.key;
  name.kind = "?";
  name.issuer_key = "?";
  return name;
}

}  // namespace

WorkName work_name(std::string_view target, std::string_view number, std::string_view text,
                   std::string_view place_key) {
  if (target.empty()) return unnamed(text, place_key);
  Parts parts = parts_of(target);
  const LocalIssuer issuer = local_issuer(parts[2], place_key);
  parts[2] = issuer.key;
  const std::string number_year = year_in_number(number);
  const std::string_view year = year_of_series(parts, number_year);
  const bool numbered = is_digit(parts[4].front());
  const bool once_a_year = parts[0] == "vbqppl" && numbered;
  WorkName name;
  name.kind = parts[1];
  name.issuer_key = parts[2];
  name.year = number_of(year);
  name.series = joined(parts, year);
  name.key = once_a_year ? name.series : joined(parts, parts[3]);
  const bool dated = once_a_year ? name.year > 0 : parts[3].size() == whole_date;
  const bool placed = !is_unknown(parts[2]) || (parts[2] != "?" && !issuer.place.empty());
  name.resolved = numbered && dated && placed && !is_unknown(parts[1]);
  if (!is_unknown(parts[2])) return name;
  name.key += '|' + issuer.place;
  name.series += '|' + issuer.place;
  return name;
}

std::string number_key(std::string_view number) {
  std::string key = search_key(number);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  const std::size_t first = key.find_first_not_of('0');
  if (first != std::string::npos && is_digit(key[first])) key.erase(0, first);
  return key;
}

std::string year_in_number(std::string_view number) {
  const std::size_t slash = number.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view rest = number.substr(slash + 1);
  const std::string_view year = rest.substr(0, year_digits);
  const bool is_year =
      year.size() == year_digits && std::all_of(year.begin(), year.end(), is_digit);
  const bool ends = rest.size() > year_digits && !is_digit(rest[year_digits]);
  return is_year && ends ? std::string(year) : std::string{};
}

}  // namespace trichyeu
