#include "tools/evaluate/field.h"

namespace trichyeu {
namespace {

struct FieldNames {
  std::string_view name;
  std::string_view vietnamese;
  std::string_view english;
};

constexpr std::array<FieldNames, field_count> names{{
    {"header", "Thể thức", "Header"},
    {"header.number", "– số, ký hiệu", "– number"},
    {"header.symbol", "– ký hiệu", "– symbol"},
    {"header.place", "– địa danh", "– place"},
    {"header.date", "– ngày ban hành", "– date"},
    {"header.type", "– loại văn bản", "– type"},
    {"header.title", "– trích yếu", "– title"},
    {"header.issuer", "– cơ quan ban hành", "– issuer"},
    {"header.signer", "– người ký", "– signer"},
    {"header.recipients", "– nơi nhận", "– recipients"},
    {"citation", "Viện dẫn có số", "Citation by number"},
    {"citation.date", "– ngày", "– date"},
    {"citation.issuer", "– cơ quan", "– issuer"},
    {"named", "Viện dẫn theo tên", "Citation by name"},
    {"citation.role", "Vai trò viện dẫn", "Role of citation"},
    {"citation.target", "Đích viện dẫn", "Target of citation"},
    {"task", "Nhiệm vụ", "Task"},
    {"path", "Đề mục", "Path"},
    {"lead", "Chủ trì", "Lead unit"},
    {"coordinating", "Phối hợp", "Coordinating unit"},
    {"deadline", "Thời hạn", "Deadline"},
}};

}  // namespace

std::string_view name_of(Field field) { return names.at(static_cast<std::size_t>(field)).name; }

std::optional<Field> field_of(std::string_view name) {
  for (const Field field : all_fields()) {
    if (name_of(field) == name) return field;
  }
  return std::nullopt;
}

std::string_view label_of(Field field, std::string_view language) {
  const FieldNames& label = names.at(static_cast<std::size_t>(field));
  return language == "en" ? label.english : label.vietnamese;
}

const std::array<Field, field_count>& all_fields() {
  static const std::array<Field, field_count> fields = [] {
    std::array<Field, field_count> list{};
    for (std::size_t at = 0; at < field_count; ++at) list.at(at) = static_cast<Field>(at);
    return list;
  }();
  return fields;
}

bool is_of_header(Field field) {
  return field >= Field::header_number && field <= Field::header_recipients;
}

bool is_main(Field field) {
  return !is_of_header(field) && field != Field::citation_role && field != Field::citation_target;
}

}  // namespace trichyeu
