#include "tools/register/successions.h"

#include <algorithm>

#include "models/cut.h"
#include "normalizer/letters.h"
#include "tools/register/data_list.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

constexpr const char* province = "province";
constexpr int most_steps = 10;  // a table that leads in a circle ends here

std::vector<Succession> read_table() {
  std::vector<Succession> table;
  for (const DataRow& row : register_list("successions.tsv")) {
    std::string_view names = row[1];
    const std::string successor(row.size() > 3 ? row[3] : std::string_view{});
    while (!names.empty()) {
      const std::string name(cut(names, '|'));
      table.push_back({std::string(row[0]), name, std::string(row[2]), successor});
    }
  }
  return table;
}

struct KeyedSuccession {
  std::string key;  // of the name
  const Succession* succession;
};

// Longest names first: "Bộ Nông nghiệp và PTNT" before a name that begins it.
std::vector<KeyedSuccession> keyed_table() {
  std::vector<KeyedSuccession> table;
  for (const Succession& succession : successions())
    table.push_back({search_key(succession.name), &succession});
  std::stable_sort(table.begin(), table.end(),
                   [](const auto& a, const auto& b) { return a.key.size() > b.key.size(); });
  return table;
}

// Where the name stands in `text`: a place anywhere, all else at the beginning.
std::size_t position_of(const KeyedSuccession& row, std::string_view text) {
  const bool anywhere = row.succession->kind == province;
  for (std::size_t at = text.find(row.key); at != std::string_view::npos;
       at = text.find(row.key, at + 1)) {
    const bool begins = at == 0 || (anywhere && text[at - 1] == ' ');
    if (begins && begins_with_word(text.substr(at), row.key)) return at;
    if (!anywhere) break;
  }
  return std::string_view::npos;
}

const Succession* step_of(std::string_view name, std::string_view day) {
  static const std::vector<KeyedSuccession> table = keyed_table();
  const std::string key = search_key(name);
  for (const KeyedSuccession& row : table) {
    if (row.succession->until <= day && position_of(row, key) != std::string_view::npos)
      return row.succession;
  }
  return nullptr;
}

}  // namespace

const std::vector<Succession>& successions() {
  static const std::vector<Succession> table = read_table();
  return table;
}

std::optional<Succession> succession_of(std::string_view name, std::string_view day) {
  const Succession* found = nullptr;
  std::string at(name);
  for (int steps = 0; steps < most_steps; ++steps) {
    const Succession* next = step_of(at, day);
    if (next == nullptr) break;
    found = next;
    at = next->successor;
  }
  return found == nullptr ? std::nullopt : std::optional(*found);
}

void store_successions(Database& database) {
  Statement insert = database.prepare(
      "INSERT INTO successions (kind, name, name_key, until, successor, successor_key)"
      " VALUES (?,?,?,?,?,?)");
  database.execute("DELETE FROM successions");
  for (const Succession& row : successions()) {
    insert.run(row.kind, row.name, search_key(row.name), row.until, row.successor,
               search_key(row.successor));
  }
}

}  // namespace trichyeu
