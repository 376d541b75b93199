// Names back to values: the reverse of every name_of().
//
//   value_of<ZoneKind>("basis")   ZoneKind::basis
//   value_of<ZoneKind>("Basis")   nothing: names are exact
//
// Names are those of the XML contract, and of error codes and levels; none is ever renamed.
#pragma once

#include <optional>
#include <string_view>

namespace trichyeu {

// Defined for CitationKind, DeadlineKind, ErrorCode, Level, MarkKind, Reading, Severity, Status,
// TaskForm and ZoneKind.
template <typename Enum>
[[nodiscard]] std::optional<Enum> value_of(std::string_view name);

}  // namespace trichyeu
