#include "tools/register/graph_text.h"

#include <utility>

namespace trichyeu {
namespace {

constexpr std::string_view graphml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
    "  <key id=\"key\" for=\"node\" attr.name=\"key\" attr.type=\"string\"/>\n"
    "  <key id=\"file\" for=\"node\" attr.name=\"file\" attr.type=\"string\"/>\n"
    "  <key id=\"role\" for=\"edge\" attr.name=\"role\" attr.type=\"string\"/>\n"
    "  <key id=\"mentions\" for=\"edge\" attr.name=\"mentions\" attr.type=\"int\"/>\n"
    "  <graph id=\"citations\" edgedefault=\"directed\">\n";

}  // namespace

GraphText::GraphText(GraphFormat format)
    : format_(format),
      text_(format == GraphFormat::dot ? "digraph citations {\n  rankdir=LR;\n  node [shape=box];\n"
                                       : graphml_head) {}

void GraphText::node(std::int64_t node, std::string_view label, std::string_view key,
                     std::string_view file) {
  if (format_ == GraphFormat::dot) {
    text_ += "  ";
    append_id(node);
    text_ += " [label=\"";
    append_escaped(label);
    text_ += file.empty() ? "\"];\n" : "\", style=filled];\n";
    return;
  }
  text_ += "    <node id=\"";
  append_id(node);
  text_ += "\">";
  append_data("label", label);
  append_data("key", key);
  append_data("file", file);
  text_ += "</node>\n";
}

void GraphText::edge(std::int64_t from, std::int64_t to, std::string_view role,
                     std::int64_t mentions) {
  const bool is_dot = format_ == GraphFormat::dot;
  text_ += is_dot ? "  " : "    <edge source=\"";
  append_id(from);
  text_ += is_dot ? " -> " : "\" target=\"";
  append_id(to);
  if (is_dot) {
    text_ += " [label=\"";
    text_ += role;
    text_ += "\"];\n";
    return;
  }
  text_ += "\">";
  append_data("role", role);
  append_data("mentions", std::to_string(mentions));
  text_ += "</edge>\n";
}

std::string GraphText::finish() {
  text_ += format_ == GraphFormat::dot ? "}\n" : "  </graph>\n</graphml>\n";
  return std::move(text_);
}

void GraphText::append_id(std::int64_t node) {
  text_ += node < 0 ? 'd' : 'w';
  text_ += std::to_string(node < 0 ? -node : node);
}

// In an attribute of XML, or in the quotation marks of DOT.
void GraphText::append_escaped(std::string_view text) {
  for (const char letter : text) {
    if (format_ == GraphFormat::dot) {
      if (letter == '"' || letter == '\\') text_ += '\\';
      text_ += letter == '\n' ? ' ' : letter;
      continue;
    }
    switch (letter) {
      case '&': text_ += "&amp;"; break;
      case '<': text_ += "&lt;"; break;
      case '>': text_ += "&gt;"; break;
      case '"': text_ += "&quot;"; break;
      default: text_ += letter;
    }
  }
}

void GraphText::append_data(std::string_view key, std::string_view text) {
  if (text.empty()) return;
  text_ += "<data key=\"";
  text_ += key;
  text_ += "\">";
  append_escaped(text);
  text_ += "</data>";
}

}  // namespace trichyeu
