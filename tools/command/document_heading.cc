#include "tools/command/document_heading.h"

namespace trichyeu {
namespace {

std::string range(const std::string& what, int first, int last) {
  return ", " + what + ' ' + std::to_string(first) + '-' + std::to_string(last);
}

}  // namespace

std::string document_heading(const Plan& plan) {
  const SourceInfo& source = plan.source;
  if (source.documents == 0) return {};
  const std::string extent = source.first_page > 0
                                 ? range("pages", source.first_page, source.last_page)
                                 : range("lines", source.first_line, source.last_line);
  return "== document " + std::to_string(source.document) + " of " +
         std::to_string(source.documents) + extent + " ==\n";
}

}  // namespace trichyeu
