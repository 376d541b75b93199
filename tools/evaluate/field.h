// What is evaluated, field by field, and how a field is called in reports.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace trichyeu {

// In the order of reports. `header` is the sum of the header's fields behind it.
enum class Field {
  header,
  header_number,
  header_symbol,
  header_place,
  header_date,
  header_type,
  header_title,
  header_issuer,
  header_signer,
  header_recipients,
  citation,  // by number
  citation_date,
  citation_issuer,
  named,  // by name
  citation_role,
  citation_target,
  task,
  path,
  lead,
  coordinating,
  deadline,
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::deadline) + 1;

// "citation.date"; stable: it stands in JSON and in tables of expected figures.
[[nodiscard]] std::string_view name_of(Field field);
[[nodiscard]] std::optional<Field> field_of(std::string_view name);
// In "vi" or "en".
[[nodiscard]] std::string_view label_of(Field field, std::string_view language);

[[nodiscard]] const std::array<Field, field_count>& all_fields();
// Those that the table of documents shows: neither single fields of the header nor a citation's
// role and target.
[[nodiscard]] bool is_main(Field field);
[[nodiscard]] bool is_of_header(Field field);

}  // namespace trichyeu
