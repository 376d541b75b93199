// Untrusted XML as a tree of views: what the reader of plans walks.
//
// libxml2 parses and reports; its own tree takes an allocation for every name, value and text,
// which costs more than the parsing. Here all of a document lies in a few large pieces of memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

struct XmlAttribute {
  std::string_view name;  // without prefix; "xml:lang" alone keeps its own
  std::string_view value;
};

// An element, or a run of text, whose name is empty. Comments and instructions are left out.
struct XmlNode {
  std::string_view name;
  std::string_view name_space;  // URI; empty where the element is in none
  std::string_view text;
  const XmlAttribute* attributes = nullptr;
  std::size_t attribute_count = 0;
  int line = 0;
  XmlNode* first_child = nullptr;
  XmlNode* last_child = nullptr;
  XmlNode* next = nullptr;

  [[nodiscard]] bool is_element() const { return !name.empty(); }
  // Empty where it is absent.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
  // All text below it.
  [[nodiscard]] std::string content() const;
};

// Nodes and views live as long as the tree.
class XmlTree {
 public:
  // Fails with invalid_xml or too_large, as parse_xml does.
  [[nodiscard]] static Result<XmlTree> parse(std::string_view xml);

  [[nodiscard]] const XmlNode& root() const;

 private:
  struct Memory;
  class Builder;
  struct FreeMemory {
    void operator()(Memory* memory) const;
  };
  XmlTree();
  std::unique_ptr<Memory, FreeMemory> memory_;
};

}  // namespace trichyeu
