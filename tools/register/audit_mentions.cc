#include "tools/register/audit_mentions.h"

#include <nlohmann/json.hpp>

#include "models/diagnostic.h"

namespace trichyeu {
namespace {

constexpr const char* date_codes =
    "('citation-date-impossible', 'date-impossible', 'citation-date-later',"
    " 'citation-year-mismatch')";

std::vector<std::string> arguments_in(const std::string& json) {
  const nlohmann::json list = nlohmann::json::parse(json, nullptr, false);
  std::vector<std::string> arguments;
  if (!list.is_array()) return arguments;
  for (const auto& argument : list) {
    if (argument.is_string()) arguments.push_back(argument.get<std::string>());
  }
  return arguments;
}

void append_mentions(Statement& rows, const AuditFilter& filter, Listing<Mention>& mentions) {
  while (rows.step()) {
    ++mentions.total;
    if (!has_room(filter, mentions.rows.size())) continue;
    const auto begin = static_cast<std::size_t>(rows.integer(11));
    mentions.rows.push_back({rows.text(0),
                             rows.text(1),
                             rows.text(2),
                             rows.text(3),
                             rows.text(4),
                             rows.text(5),
                             rows.text(6),
                             {rows.text(7), static_cast<int>(rows.integer(8)), rows.text(9),
                              static_cast<std::size_t>(rows.integer(10)) - begin,
                              static_cast<std::size_t>(rows.integer(12)) - begin}});
  }
}

}  // namespace

Listing<Mention> mentions_of(Database& database, const std::vector<std::int64_t>& works,
                             const AuditFilter& filter) {
  Statement rows = database.prepare(
      "SELECT w.key, c.role, f.text, c.locator, d.number, d.date,"
      " (SELECT standing FROM standings s WHERE s.document_id = d.id ORDER BY standing DESC LIMIT "
      "1),"
      " d.name, c.page, p.text, c.from_point, p.from_point, c.to_point"
      " FROM citations c JOIN works w ON w.id = c.work_id JOIN forms f ON f.id = c.form_id"
      " JOIN documents d ON d.id = c.document_id JOIN passages p ON p.id = c.passage_id"
      " WHERE c.work_id = ?1 ORDER BY c.document_id, c.id LIMIT ?2");
  Statement count = database.prepare("SELECT count(*) FROM citations WHERE work_id = ?");
  Listing<Mention> mentions;
  std::int64_t total = 0;
  for (const std::int64_t work : works) {
    if (count.with(work).step()) total += count.integer(0);
    append_mentions(rows.with(work, sql_limit(filter)), filter, mentions);
  }
  mentions.total = total;
  return mentions;
}

Listing<Doubt> impossible_dates(Database& database, const std::string& language,
                                const AuditFilter& filter) {
  Listing<Doubt> doubts;
  doubts.total =
      database.number(std::string("SELECT count(*) FROM diagnostics WHERE code IN ") + date_codes);
  Statement rows = database.prepare(
      std::string("SELECT g.code, g.arguments, d.name, g.page, p.text FROM diagnostics g"
                  " JOIN documents d ON d.id = g.document_id"
                  " LEFT JOIN passages p ON p.id = g.passage_id WHERE g.code IN ") +
      date_codes + " LIMIT ?");
  rows.with(sql_limit(filter));
  while (rows.step()) {
    const Diagnostic diagnostic{rows.text(0), arguments_in(rows.text(1)), 0, {}};
    doubts.rows.push_back({diagnostic.code,
                           diagnostic.text(language),
                           {rows.text(2), static_cast<int>(rows.integer(3)), rows.text(4), 0, 0}});
  }
  return doubts;
}

Listing<Repair> repairs(Database& database, const AuditFilter& filter) {
  Listing<Repair> repairs;
  repairs.total = database.number("SELECT count(*) FROM repairs");
  Statement rows = database.prepare(
      "SELECT r.text, r.repair, r.rule, r.recognised, d.name, r.page, p.text FROM repairs r"
      " JOIN documents d ON d.id = r.document_id LEFT JOIN passages p ON p.id = r.passage_id"
      " ORDER BY r.recognised DESC, r.id LIMIT ?");
  rows.with(sql_limit(filter));
  while (rows.step()) {
    repairs.rows.push_back({rows.text(0),
                            rows.text(1),
                            rows.text(2),
                            rows.integer(3) != 0,
                            {rows.text(4), static_cast<int>(rows.integer(5)), rows.text(6), 0, 0}});
  }
  return repairs;
}

}  // namespace trichyeu
