// One table an enumeration, in the order of its values: the name at index i is that of value i.
#include "models/names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/diagnostic.h"
#include "models/document_tree.h"
#include "models/plan.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {
namespace {

template <typename Enum>
struct Names;

template <>
struct Names<CitationKind> {
  static constexpr std::array<std::string_view, 2> list{"numbered", "named"};
};
template <>
struct Names<DeadlineKind> {
  static constexpr std::array<std::string_view, 7> list{"ongoing",   "interval", "open",    "due",
                                                        "recurring", "relative", "unparsed"};
};
template <>
struct Names<ErrorCode> {
  static constexpr std::array<std::string_view, 21> list{
      "cannot-open",  "not-a-file",      "link-loop",          "empty-input",     "too-large",
      "unknown-type", "damaged",         "encrypted",          "no-pages",        "no-text",
      "invalid-utf8", "ocr-unavailable", "office-unavailable", "grammar-invalid", "invalid-xml",
      "cannot-write", "no-space",        "worker-died",        "timed-out",       "not-confined",
      "internal"};
};
template <>
struct Names<Level> {
  static constexpr std::array<std::string_view, 11> list{"none",    "part",   "chapter", "section",
                                                         "roman",   "upper",  "article", "arabic",
                                                         "decimal", "letter", "bullet"};
};
template <>
struct Names<MarkKind> {
  static constexpr std::array<std::string_view, 6> list{"pageNumber", "runningHead", "stamp",
                                                        "seal",       "handwriting", "duplicate"};
};
template <>
struct Names<Reading> {
  static constexpr std::array<std::string_view, 4> list{"text", "ocr", "failed", "blank"};
};
template <>
struct Names<Severity> {
  static constexpr std::array<std::string_view, 3> list{"info", "warning", "error"};
};
template <>
struct Names<Status> {
  static constexpr std::array<std::string_view, 2> list{"complete", "partial"};
};
template <>
struct Names<TaskForm> {
  static constexpr std::array<std::string_view, 3> list{"item", "table", "paragraph"};
};
template <>
struct Names<ZoneKind> {
  static constexpr std::array<std::string_view, 8> list{
      "letterhead", "title", "basis", "main", "signature", "recipients", "annex", "other"};
};

template <typename Enum>
std::string_view name_in_table(Enum value) {
  return Names<Enum>::list.at(static_cast<std::size_t>(value));
}

}  // namespace

template <typename Enum>
std::optional<Enum> value_of(std::string_view name) {
  const auto& list = Names<Enum>::list;
  const auto* found = std::find(list.begin(), list.end(), name);
  if (found == list.end()) return std::nullopt;
  return static_cast<Enum>(found - list.begin());
}

template std::optional<CitationKind> value_of(std::string_view);
template std::optional<DeadlineKind> value_of(std::string_view);
template std::optional<ErrorCode> value_of(std::string_view);
template std::optional<Level> value_of(std::string_view);
template std::optional<MarkKind> value_of(std::string_view);
template std::optional<Reading> value_of(std::string_view);
template std::optional<Severity> value_of(std::string_view);
template std::optional<Status> value_of(std::string_view);
template std::optional<TaskForm> value_of(std::string_view);
template std::optional<ZoneKind> value_of(std::string_view);

std::string_view name_of(CitationKind kind) { return name_in_table(kind); }
std::string_view name_of(DeadlineKind kind) { return name_in_table(kind); }
std::string_view name_of(ErrorCode code) { return name_in_table(code); }
std::string_view name_of(Level level) { return name_in_table(level); }
std::string_view name_of(MarkKind kind) { return name_in_table(kind); }
std::string_view name_of(Reading reading) { return name_in_table(reading); }
std::string_view name_of(Severity severity) { return name_in_table(severity); }
std::string_view name_of(Status status) { return name_in_table(status); }
std::string_view name_of(TaskForm form) { return name_in_table(form); }
std::string_view name_of(ZoneKind kind) { return name_in_table(kind); }

std::optional<DeadlineKind> deadline_kind_of(std::string_view name) {
  return value_of<DeadlineKind>(name);
}
std::optional<ErrorCode> error_code_of(std::string_view name) { return value_of<ErrorCode>(name); }
std::optional<ZoneKind> zone_kind_of(std::string_view name) { return value_of<ZoneKind>(name); }

}  // namespace trichyeu
