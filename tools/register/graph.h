// The citation graph: an edge from each document to each work that it cites, with the roles.
//
// A work whose own output is in the register is one node with it. DOT is for Graphviz, GraphML
// (graphml.graphdrawing.org) for Gephi, yEd and libraries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/register/audit.h"

namespace trichyeu {

enum class GraphFormat { dot, graphml };

// Of all works, or, where `works` names some, of those alone with all who cite them.
[[nodiscard]] std::string graph_of(Database& database, const std::vector<std::int64_t>& works,
                                   GraphFormat format);

}  // namespace trichyeu
