// Nodes come first, then edges, row by row: a graph need not fit into memory.
#include "tools/register/graph.h"

#include <string>
#include <string_view>

namespace trichyeu {
namespace {

// In an attribute of XML, or in the quotation marks of DOT.
std::string escaped(std::string_view text, GraphFormat format) {
  std::string out;
  for (const char letter : text) {
    if (format == GraphFormat::dot) {
      if (letter == '"' || letter == '\\') out += '\\';
      out += letter == '\n' ? ' ' : letter;
      continue;
    }
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += letter;
    }
  }
  return out;
}

constexpr const char* graphml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
    "  <key id=\"key\" for=\"node\" attr.name=\"key\" attr.type=\"string\"/>\n"
    "  <key id=\"file\" for=\"node\" attr.name=\"file\" attr.type=\"string\"/>\n"
    "  <key id=\"role\" for=\"edge\" attr.name=\"role\" attr.type=\"string\"/>\n"
    "  <key id=\"mentions\" for=\"edge\" attr.name=\"mentions\" attr.type=\"int\"/>\n"
    "  <graph id=\"citations\" edgedefault=\"directed\">\n";

class Writer {
 public:
  Writer(GraphFormat format, std::ostream& out) : format_(format), out_(out) {}

  void begin() {
    out_ << (format_ == GraphFormat::dot
                 ? "digraph citations {\n  rankdir=LR;\n  node [shape=box];\n"
                 : graphml_head);
  }

  void end() { out_ << (format_ == GraphFormat::dot ? "}\n" : "  </graph>\n</graphml>\n"); }

  // `file`: empty for a work that is cited only.
  void node(const std::string& id, const std::string& label, const std::string& key,
            const std::string& file) {
    if (format_ == GraphFormat::dot) {
      out_ << "  " << id << " [label=\"" << escaped(label, format_) << '"'
           << (file.empty() ? "" : ", style=filled") << "];\n";
      return;
    }
    out_ << "    <node id=\"" << id << "\">";
    data("label", label);
    data("key", key);
    data("file", file);
    out_ << "</node>\n";
  }

  void edge(const std::string& from, const std::string& to, const std::string& role,
            std::int64_t mentions) {
    if (format_ == GraphFormat::dot) {
      out_ << "  " << from << " -> " << to << " [label=\"" << role << "\"];\n";
      return;
    }
    out_ << "    <edge source=\"" << from << "\" target=\"" << to << "\">";
    data("role", role);
    data("mentions", std::to_string(mentions));
    out_ << "</edge>\n";
  }

 private:
  void data(const char* key, const std::string& text) {
    if (!text.empty())
      out_ << "<data key=\"" << key << "\">" << escaped(text, format_) << "</data>";
  }

  GraphFormat format_;
  std::ostream& out_;
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

// A document that is a work of its own has that work's node.
constexpr const char* node_of_document =
    "CASE WHEN d.work_id IS NULL THEN 'd' || d.id ELSE 'w' || d.work_id END";

}  // namespace

void write_graph(Database& database, const std::vector<std::int64_t>& works, GraphFormat format,
                 std::ostream& out) {
  const std::string cited = works.empty() ? "" : " AND c.work_id IN " + id_list(works);
  const std::string named_works = works.empty() ? "w.mentions > 0" : "w.id IN " + id_list(works);
  Writer writer(format, out);
  writer.begin();
  Statement work_nodes = database.prepare(
      "SELECT 'w' || w.id, coalesce(w.type || ' ' || w.number, (SELECT text FROM forms f WHERE"
      " f.work_id = w.id ORDER BY f.mentions DESC, f.text LIMIT 1), w.key), w.key,"
      " (SELECT name FROM documents d WHERE d.work_id = w.id LIMIT 1) FROM works w WHERE " +
      named_works);
  while (work_nodes.step())
    writer.node(work_nodes.text(0), work_nodes.text(1), work_nodes.text(2), work_nodes.text(3));
  Statement document_nodes = database.prepare(
      std::string("SELECT ") + node_of_document +
      ", coalesce(d.type || ' ' || d.number, d.title, d.name), d.name FROM documents d"
      " WHERE (d.work_id IS NULL OR NOT EXISTS (SELECT 1 FROM works w WHERE w.id = d.work_id AND " +
      named_works + ")) AND EXISTS (SELECT 1 FROM citations c WHERE c.document_id = d.id" + cited +
      ") GROUP BY 1");
  while (document_nodes.step()) {
    writer.node(document_nodes.text(0), document_nodes.text(1), {}, document_nodes.text(2));
  }
  Statement edges =
      database.prepare(std::string("SELECT ") + node_of_document +
                       ", 'w' || c.work_id, c.role, count(*) FROM citations c JOIN documents d"
                       " ON d.id = c.document_id WHERE 1" +
                       cited + " GROUP BY 1, 2, 3");
  while (edges.step()) writer.edge(edges.text(0), edges.text(1), edges.text(2), edges.integer(3));
  writer.end();
}

}  // namespace trichyeu
