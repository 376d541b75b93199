// How a graph is written down.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tools/register/graph.h"

namespace trichyeu {

// Nodes come first, then edges. A positive node is a work, a negative one a document that is none.
class GraphText {
 public:
  explicit GraphText(GraphFormat format);

  // `file`: empty for a work that is cited only.
  void node(std::int64_t node, std::string_view label, std::string_view key, std::string_view file);
  void edge(std::int64_t from, std::int64_t to, std::string_view role, std::int64_t mentions);

  [[nodiscard]] std::string finish();

 private:
  void append_id(std::int64_t node);  // "w17", "d4"
  void append_escaped(std::string_view text);
  void append_data(std::string_view key, std::string_view text);

  GraphFormat format_;
  std::string text_;
};

}  // namespace trichyeu
