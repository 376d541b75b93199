#include "extractor/read/flow/docx_fields.h"

#include <algorithm>

#include "extractor/read/flow/xml_part.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_fields = 64;  // inside each other

}  // namespace

bool counts_pages(std::string_view code) {
  const std::size_t from = std::min(code.find_first_not_of(' '), code.size());
  code.remove_prefix(from);
  for (const std::string_view name : {"PAGE", "NUMPAGES", "SECTIONPAGES"}) {
    if (code.substr(0, name.size()) == name &&
        code.substr(name.size(), 1).find_first_not_of(' ') == std::string_view::npos)
      return true;
  }
  return false;
}

void DocxFields::read_mark(const xmlNode& node) {
  const std::string type = attribute_of(&node, "fldCharType");
  if (type == "begin") {
    if (open_.size() < most_fields) open_.emplace_back();
  } else if (open_.empty()) {
    return;
  } else if (type == "separate") {
    open_.back().in_code = false;
  } else if (type == "end") {
    open_.pop_back();
  }
}

void DocxFields::add_code(std::string_view code) {
  if (!open_.empty()) open_.back().code += code;
}

bool DocxFields::is_printed(bool in_running_head) const {
  return std::none_of(open_.begin(), open_.end(), [&](const Field& field) {
    return field.in_code || (in_running_head && counts_pages(field.code));
  });
}

}  // namespace trichyeu
