#include "tools/command/summary.h"

#include <array>
#include <cstddef>
#include <set>

namespace trichyeu {
namespace {

struct Wording {
  std::string_view untitled;
  std::string_view partial;
  std::array<std::string_view, 5> counts;  // citations, tasks, units, deadlines, diagnostics
};

Wording wording(std::string_view language) {
  if (language == "en") {
    return {
        "Document", "read in part", {"Citations", "Tasks", "Units", "Deadlines", "Diagnostics"}};
  }
  return {"Văn bản",
          "đọc được một phần",
          {"Văn bản viện dẫn", "Nhiệm vụ", "Đơn vị", "Thời hạn", "Lưu ý"}};
}

std::string header_line(const Plan& plan, const Wording& words) {
  const Header& header = plan.header;
  std::string line(header.type ? header.type->value.text : words.untitled);
  if (header.number && !header.number->value.text.empty()) line += ' ' + header.number->value.text;
  if (header.date && !header.date->iso.empty()) line += ", " + header.date->iso;
  if (header.issuer) line += ", " + header.issuer->value.text;
  if (plan.status == Status::partial) line += " (" + std::string(words.partial) + ')';
  return line;
}

std::array<std::size_t, 5> counts_of(const Plan& plan) {
  std::set<std::string> units;
  std::size_t deadlines = 0;
  for (const Task& task : plan.tasks) {
    for (const Unit& unit : task.lead) units.insert(unit.ref);
    for (const Unit& unit : task.coordinating) units.insert(unit.ref);
    deadlines += task.deadlines.size();
  }
  return {plan.citations.size(), plan.tasks.size(), units.size(), deadlines,
          plan.diagnostics.size()};
}

}  // namespace

std::string summary(const Plan& plan, std::string_view language) {
  const Wording words = wording(language);
  const std::array<std::size_t, 5> counts = counts_of(plan);
  std::string text = header_line(plan, words) + '\n';
  for (std::size_t at = 0; at < counts.size(); ++at) {
    text += std::string(words.counts.at(at)) + ": " + std::to_string(counts.at(at)) + '\n';
  }
  return text;
}

}  // namespace trichyeu
