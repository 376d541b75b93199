#include "tools/register/search.h"

#include <algorithm>
#include <vector>

#include "normalizer/letters.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

// To weigh so many matches against each other takes a moment; of more the latest do.
constexpr std::int64_t most_weighed = 20'000;
// So many are looked at for their marks.
constexpr std::int64_t most_compared = 1'000;

// "tiến", "chuyển đổi số": what is quoted is one.
std::vector<std::string> terms_in(const std::string& words) {
  std::vector<std::string> terms;
  bool quoted = false;
  std::string term;
  const auto end_term = [&] {
    if (!term.empty()) terms.push_back(term);
    term.clear();
  };
  for (const char letter : words) {
    if (letter == '"') {
      end_term();
      quoted = !quoted;
    } else if (letter == ' ' && !quoted) {
      end_term();
    } else {
      term += letter;
    }
  }
  end_term();
  return terms;
}

// Each term as a phrase, so that no letter of it is an operator of FTS5.
std::string fts_query(const std::vector<std::string>& terms) {
  std::string query;
  for (const std::string& term : terms) {
    if (!query.empty()) query += ' ';
    query += '"' + search_key(term) + '"';
  }
  return query;
}

bool has_marks(const std::string& term) { return search_key(term) != lowercase(term); }

bool holds_as_written(const std::string& line, const std::vector<std::string>& terms) {
  const std::string small = lowercase(line);
  return std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return !has_marks(term) || small.find(lowercase(term)) != std::string::npos;
  });
}

}  // namespace

Listing<Found> search(Database& database, const std::string& words, const AuditFilter& filter) {
  Listing<Found> found;
  const std::vector<std::string> terms = terms_in(words);
  if (terms.empty()) return found;
  const std::string query = fts_query(terms);
  Statement count = database.prepare("SELECT count(*) FROM search WHERE search MATCH ?");
  if (count.with(query).step()) found.total = count.integer(0);
  const char* order = found.total <= most_weighed ? "rank" : "rowid DESC";
  Statement rows = database.prepare(
      std::string("SELECT p.kind, d.number, d.date, d.name, p.page, p.text FROM"
                  " (SELECT rowid AS id FROM search WHERE search MATCH ?1 ORDER BY ") +
      order +
      " LIMIT ?2) s JOIN passages p ON p.id = s.id JOIN documents d ON d.id = p.document_id");
  const std::int64_t most = filter.limit == 0 ? -1 : std::max(sql_limit(filter), most_compared);
  rows.with(query, most);
  while (rows.step()) {
    found.rows.push_back({rows.text(0),
                          rows.text(1),
                          rows.text(2),
                          {rows.text(3), static_cast<int>(rows.integer(4)), rows.text(5), 0, 0}});
  }
  std::stable_partition(found.rows.begin(), found.rows.end(),
                        [&](const Found& row) { return holds_as_written(row.quote.line, terms); });
  if (filter.limit > 0 && found.rows.size() > filter.limit) found.rows.resize(filter.limit);
  return found;
}

}  // namespace trichyeu
