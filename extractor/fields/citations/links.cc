#include "extractor/fields/citations/links.h"

#include <optional>
#include <string_view>

namespace trichyeu {
namespace {

// The words between a mention and the one before it in its block, or the block's beginning.
std::string_view gap_before(const std::vector<ParsedCitation>& citations, std::size_t i,
                            const DocumentTree& tree) {
  const CitationFind& find = citations[i].find;
  std::size_t from = tree.blocks[find.block].bytes.from_byte;
  if (i > 0 && citations[i - 1].find.block == find.block)
    from = citations[i - 1].find.bytes.to_byte;
  if (from >= find.bytes.from_byte) return {};
  return ByteSpan{from, find.bytes.from_byte}.of(tree.text);
}

bool is_first_of_block(const std::vector<ParsedCitation>& citations, std::size_t i) {
  return i == 0 || citations[i - 1].find.block != citations[i].find.block;
}

// What stands after the last semicolon or full stop: an earlier clause says nothing of this
// mention.
std::string_view last_clause(std::string_view gap) {
  const std::size_t mark = gap.rfind(';');
  const std::size_t stop = gap.rfind(". ");
  std::size_t from = 0;
  if (mark != std::string_view::npos) from = mark;
  if (stop != std::string_view::npos && stop > from) from = stop;
  return gap.substr(from);
}

std::string link_named(std::string_view words, const Grammar& grammar) {
  const std::optional<Match> match = grammar.find(words);
  return match ? std::string(match->emitted("link")) : std::string{};
}

// Brackets right behind the mention say that it goes with the document.
bool is_attached(const ParsedCitation& parsed, const DocumentTree& tree, const Grammar& grammar) {
  const std::size_t end = parsed.find.bytes.to_byte;
  const std::string_view rest =
      ByteSpan{end, tree.blocks[parsed.find.block].bytes.to_byte}.of(tree.text);
  const std::optional<Match> match = grammar.find(rest.substr(0, rest.find(')') + 1));
  return match && match->bytes.from_byte == 0 && match->emitted("link") == "attached";
}

// The role of the last verb among the words; empty where none is there.
std::string role_named(std::string_view words, const Grammar& grammar) {
  std::string role;
  for (const Match& match : grammar.find_all(words)) {
    if (!match.emitted("role").empty()) role = match.emitted("role");
  }
  return role;
}

}  // namespace

std::vector<Link> link_citations(const std::vector<ParsedCitation>& citations,
                                 const DocumentTree& tree, const Grammars& grammars) {
  const Grammar& grammar = grammars.grammar("citation-links");
  std::vector<Link> links(citations.size(), Link::none);
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (is_first_of_block(citations, i)) continue;
    const std::string_view gap = gap_before(citations, i, tree);
    if (link_named(gap, grammar) == "list") {
      links[i] = Link::list;
    } else if (link_named(last_clause(gap), grammar) == "row") {
      links[i] = Link::row;
    }
  }
  return links;
}

void set_roles(std::vector<ParsedCitation>& citations, const std::vector<Link>& links,
               const DocumentTree& tree, const Grammars& grammars) {
  const Grammar& grammar = grammars.grammar("citation-links");
  std::string row_role;
  for (std::size_t i = 0; i < citations.size(); ++i) {
    std::string& role = citations[i].citation.role;
    const bool first = is_first_of_block(citations, i);
    if (links[i] == Link::list) {
      role = citations[i - 1].citation.role;
    } else if (links[i] == Link::row) {
      role = row_role;
    } else {
      role = role_named(last_clause(gap_before(citations, i, tree)), grammar);
    }
    if (role.empty())
      role = first && citations[i].find.zone == ZoneKind::basis ? "basis" : "mention";
    if (role == "mention" && is_attached(citations[i], tree, grammar)) role = "attached";
    if (first) row_role = role;
  }
}

}  // namespace trichyeu
