// Edges are counted as numbers in memory: to have SQLite group and sort the mentions of a large
// archive takes several times as long.
#include "tools/register/graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "tools/register/graph_text.h"

namespace trichyeu {
namespace {

struct Document {
  std::int64_t node = 0;
  std::string label;
  std::string name;
};

struct Edge {
  std::int64_t from = 0;  // a document; later the node that stands for it
  std::int64_t to = 0;    // a work
  std::uint32_t role = 0;

  [[nodiscard]] auto key() const { return std::tie(from, to, role); }
  [[nodiscard]] bool operator<(const Edge& other) const { return key() < other.key(); }
  [[nodiscard]] bool operator==(const Edge& other) const { return key() == other.key(); }
};

// "(4, 9)" for SQL; ids are numbers of our own.
std::string id_list(const std::vector<std::int64_t>& ids) {
  std::string list = "(";
  for (const std::int64_t id : ids) {
    if (list.size() > 1) list += ", ";
    list += std::to_string(id);
  }
  return list + ')';
}

class Graph {
 public:
  Graph(Database& database, const std::vector<std::int64_t>& works, GraphFormat format)
      : database_(database), works_(works), text_(format) {}

  std::string text() {
    read_edges();
    read_documents();
    write_works();
    write_documents();
    write_edges();
    return text_.finish();
  }

 private:
  void read_edges() {
    std::unordered_map<std::string, std::uint32_t> known_roles;
    Statement mentions =
        database_.prepare("SELECT document_id, work_id, role FROM citations" +
                          (works_.empty() ? "" : " WHERE work_id IN " + id_list(works_)));
    while (mentions.step()) {
      const auto role = known_roles.try_emplace(mentions.text(2), roles_.size()).first;
      if (role->second == roles_.size()) roles_.push_back(role->first);
      edges_.push_back({mentions.integer(0), mentions.integer(1), role->second});
    }
  }

  // A document that is a work of its own has that work's node.
  void read_documents() {
    Statement rows = database_.prepare(
        "SELECT id, work_id, coalesce(type || ' ' || number, title, name), name FROM documents");
    while (rows.step()) {
      const bool is_work = !rows.is_null(1);
      Document& document = documents_[rows.integer(0)];
      document = {is_work ? rows.integer(1) : -rows.integer(0), rows.text(2), rows.text(3)};
      if (is_work) document_of_.emplace(document.node, &document);
    }
  }

  void write_works() {
    Statement works = database_.prepare(
        "SELECT w.id, coalesce(w.type || ' ' || w.number, (SELECT text FROM forms f WHERE"
        " f.work_id = w.id ORDER BY f.mentions DESC, f.text LIMIT 1), w.key), w.key"
        " FROM works w WHERE " +
        (works_.empty() ? "w.mentions > 0" : "w.id IN " + id_list(works_)));
    while (works.step()) {
      const std::int64_t work = works.integer(0);
      const auto own = document_of_.find(work);
      text_.node(work, works.text(1), works.text(2),
                 own == document_of_.end() ? std::string_view{} : own->second->name);
      written_.insert(work);
    }
  }

  // Those that cite.
  void write_documents() {
    std::set<std::int64_t> citing;
    for (const Edge& edge : edges_) citing.insert(edge.from);
    for (const std::int64_t id : citing) {
      const Document& document = documents_[id];
      if (written_.insert(document.node).second)
        text_.node(document.node, document.label, {}, document.name);
    }
  }

  void write_edges() {
    for (Edge& edge : edges_) edge.from = documents_[edge.from].node;
    std::sort(edges_.begin(), edges_.end());
    for (auto edge = edges_.begin(); edge != edges_.end();) {
      const auto other =
          std::find_if_not(edge, edges_.end(), [&](const Edge& same) { return same == *edge; });
      text_.edge(edge->from, edge->to, roles_[edge->role], other - edge);
      edge = other;
    }
  }

  Database& database_;
  const std::vector<std::int64_t>& works_;
  GraphText text_;
  std::vector<std::string> roles_;
  std::vector<Edge> edges_;
  std::map<std::int64_t, Document> documents_;
  std::unordered_map<std::int64_t, const Document*> document_of_;  // by work
  std::unordered_set<std::int64_t> written_;                       // nodes
};

}  // namespace

std::string graph_of(Database& database, const std::vector<std::int64_t>& works,
                     GraphFormat format) {
  return Graph(database, works, format).text();
}

}  // namespace trichyeu
