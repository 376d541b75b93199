// How a text is searched
//
// 1. One RE2::Set over the rules of a zone tells in one pass which of them are in the text.
// 2. Each of these is searched from left to right on its own. RE2 has no look-around, so the
//    pattern takes one character more at either end, and the next search begins so that the
//    character after a find can be the one before the next.
// 3. The finds are merged: the best of all that come next stays, and whatever it overlaps is
//    searched anew behind it.
//
// Sets and patterns are compiled when first needed, once, whichever thread comes first.
#include "extractor/grammar/grammar.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

#include "extractor/grammar/grammar_loader.h"
#include "extractor/grammar/pattern.h"

namespace trichyeu {
namespace {

// RE2 is many times slower, and says nothing, when its automata do not fit the budget.
constexpr std::int64_t pattern_memory_bytes = std::int64_t{32} << 20;
constexpr std::int64_t set_memory_bytes = std::int64_t{128} << 20;

re2::RE2::Options options_with(std::int64_t memory_bytes) {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(memory_bytes);
  return options;
}

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t character_before(std::string_view text, std::size_t byte) {
  --byte;
  while (byte > 0 && continues_character(text[byte])) --byte;
  return byte;
}

std::size_t character_after(std::string_view text, std::size_t byte) {
  ++byte;
  while (byte < text.size() && continues_character(text[byte])) ++byte;
  return byte;
}

// Searches one rule's pattern.
class RuleSearch {
 public:
  RuleSearch(const Rule& rule, std::string expanded)
      : rule_(rule), expanded_(std::move(expanded)) {}

  [[nodiscard]] const std::string& expanded() const { return expanded_; }

  void prepare() const {
    std::call_once(once_, [this] { compile(); });
  }

  // The first match whose pattern begins at `from` or later.
  [[nodiscard]] std::optional<Match> next(std::string_view text, std::size_t from) const;

 private:
  struct Pattern {
    explicit Pattern(const std::string& text) : re2(text, options_with(pattern_memory_bytes)) {}

    re2::RE2 re2;
    std::vector<std::pair<int, std::string>> names;  // of the rule's captures, by group
    int match = 0;
    int span = 0;
  };

  void compile() const;
  [[nodiscard]] std::optional<Match> search(std::string_view text, std::size_t from) const;

  const Rule& rule_;
  std::string expanded_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Pattern> pattern_;
};

void RuleSearch::compile() const {
  auto pattern = std::make_unique<Pattern>(searched_pattern(expanded_, rule_.at, rule_.edges));
  for (const auto& [group, name] : pattern->re2.CapturingGroupNames()) {
    if (name == match_group) {
      pattern->match = group;
    } else {
      pattern->names.emplace_back(group, name);
      if (name == span_group) pattern->span = group;
    }
  }
  if (pattern->span == 0) pattern->span = pattern->match;
  pattern_ = std::move(pattern);
}

std::optional<Match> RuleSearch::search(std::string_view text, std::size_t from) const {
  const re2::RE2& re2 = pattern_->re2;
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(re2.NumberOfCapturingGroups()) + 1);
  if (!re2.Match(piece_of(text), from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                 static_cast<int>(groups.size()))) {
    return std::nullopt;
  }
  const auto bytes_of = [&](int group) {
    const re2::StringPiece& piece = groups[static_cast<std::size_t>(group)];
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    return ByteSpan{begin, begin + piece.size()};
  };
  Match match;
  match.rule = &rule_;
  // A span that took no part leaves the whole.
  const bool narrowed = groups[static_cast<std::size_t>(pattern_->span)].data() != nullptr;
  match.bytes = bytes_of(narrowed ? pattern_->span : pattern_->match);
  for (const auto& [group, name] : pattern_->names) {
    if (groups[static_cast<std::size_t>(group)].data() != nullptr)
      match.captures.emplace(name, bytes_of(group));
  }
  return match;
}

std::optional<Match> RuleSearch::next(std::string_view text, std::size_t from) const {
  if (rule_.at != RuleAnchor::anywhere && from > 0) return std::nullopt;
  prepare();
  while (from <= text.size()) {
    std::optional<Match> match;
    const std::size_t before = from > 0 ? character_before(text, from) : 0;
    const bool takes_one_before =
        rule_.edges == RuleEdges::both || rule_.edges == RuleEdges::before;
    if (from == 0 || !takes_one_before || ends_in_word(text.substr(0, from))) {
      match = search(text, from);
    } else if (before > 0) {
      match = search(text, before);
    } else {
      // One character stands before: searched from there the text's own beginning would match.
      match = search(text.substr(from), 0);
      if (match) {
        match->bytes = {match->bytes.from_byte + from, match->bytes.to_byte + from};
        for (auto& [name, bytes] : match->captures)
          bytes = {bytes.from_byte + from, bytes.to_byte + from};
      }
    }
    if (!match || !match->bytes.empty()) return match;
    from = character_after(text, std::max(from, match->bytes.to_byte));
  }
  return std::nullopt;
}

// Tells which of some rules are in a text at all.
class Prefilter {
 public:
  explicit Prefilter(std::vector<const RuleSearch*> searches) : searches_(std::move(searches)) {}

  void prepare() const {
    if (!searches_.empty()) std::call_once(once_, [this] { compile(); });
  }

  [[nodiscard]] std::vector<const RuleSearch*> of(std::string_view text) const;

 private:
  void compile() const;

  std::vector<const RuleSearch*> searches_;  // in file order
  mutable std::once_flag once_;
  mutable std::unique_ptr<re2::RE2::Set> set_;
  mutable std::atomic<bool> works_{true};
};

void Prefilter::compile() const {
  auto set = std::make_unique<re2::RE2::Set>(options_with(set_memory_bytes), re2::RE2::UNANCHORED);
  // Without edges: a few finds too many, for an automaton that is much smaller.
  for (const RuleSearch* search : searches_)
    works_ = works_ && set->Add(search->expanded(), nullptr) >= 0;
  works_ = works_ && set->Compile();
  set_ = std::move(set);
}

std::vector<const RuleSearch*> Prefilter::of(std::string_view text) const {
  if (searches_.empty()) return {};
  prepare();
  if (!works_) return searches_;
  std::vector<int> indexes;
  re2::RE2::Set::ErrorInfo error{};
  if (!set_->Match(piece_of(text), &indexes, &error)) {
    if (error.kind == re2::RE2::Set::kNoError) return {};
    works_ = false;  // out of memory: asking again costs the same again
    return searches_;
  }
  std::sort(indexes.begin(), indexes.end());
  std::vector<const RuleSearch*> found;
  found.reserve(indexes.size());
  for (const int index : indexes) found.push_back(searches_[static_cast<std::size_t>(index)]);
  return found;
}

// Whether `a` stays where the two overlap, and both are the next of their rule.
bool wins(const Match& a, const Match& b) {
  switch (precedence(a, b)) {
    case Precedence::earlier: return a.bytes.from_byte < b.bytes.from_byte;
    case Precedence::priority: return a.rule->priority > b.rule->priority;
    case Precedence::longer: return a.bytes.size() > b.bytes.size();
    case Precedence::file_order: break;
  }
  return a.rule < b.rule;  // rules of a grammar are one array in file order
}

// Finds of several rules, merged.
class Merge {
 public:
  Merge(std::string_view text, std::vector<const RuleSearch*> searches)
      : text_(text), searches_(std::move(searches)), coming_(searches_.size()) {
    for (std::size_t i = 0; i < searches_.size(); ++i) coming_[i] = searches_[i]->next(text_, 0);
  }

  [[nodiscard]] std::optional<Match> next() {
    const std::optional<Match>* best = nullptr;
    for (const std::optional<Match>& match : coming_) {
      if (match && (best == nullptr || wins(*match, **best))) best = &match;
    }
    if (best == nullptr) return std::nullopt;
    std::optional<Match> found = *best;
    for (std::size_t i = 0; i < searches_.size(); ++i) {
      if (coming_[i] && coming_[i]->bytes.from_byte < found->bytes.to_byte) {
        coming_[i] = searches_[i]->next(text_, found->bytes.to_byte);
      }
    }
    return found;
  }

 private:
  std::string_view text_;
  std::vector<const RuleSearch*> searches_;
  std::vector<std::optional<Match>> coming_;  // the next of each
};

constexpr std::size_t zone_count = static_cast<std::size_t>(ZoneKind::other) + 1;

}  // namespace

Precedence precedence(const Match& winner, const Match& loser) {
  if (winner.bytes.from_byte != loser.bytes.from_byte) return Precedence::earlier;
  if (winner.rule->priority != loser.rule->priority) return Precedence::priority;
  if (winner.bytes.size() != loser.bytes.size()) return Precedence::longer;
  return Precedence::file_order;
}

std::string_view Match::capture(std::string_view name, std::string_view text) const {
  const auto found = captures.find(name);
  return found == captures.end() ? std::string_view() : found->second.of(text);
}

std::string_view Match::emitted(std::string_view name) const {
  const auto found = rule->emit.find(std::string(name));
  return found == rule->emit.end() ? std::string_view() : std::string_view(found->second);
}

struct Grammar::Compiled {
  std::vector<Rule> rules;
  std::vector<CodeRule> code_rules;
  std::vector<std::unique_ptr<RuleSearch>> searches;  // of `rules`
  std::vector<std::unique_ptr<Prefilter>> filters;    // one for each set of rules
  std::array<const Prefilter*, zone_count> of_zone{};
  const Prefilter* of_all = nullptr;
  SearchListener listener;

  [[nodiscard]] std::vector<const RuleSearch*> in(std::string_view text,
                                                  std::optional<ZoneKind> zone) const {
    return (zone ? of_zone[static_cast<std::size_t>(*zone)] : of_all)->of(text);
  }
};

void Grammar::prepare() const {
  for (const auto& filter : compiled_->filters) filter->prepare();
  for (const auto& search : compiled_->searches) search->prepare();
}

Grammar::Grammar() : compiled_(std::make_unique<Compiled>()) {}
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;
Grammar::~Grammar() = default;

Grammar GrammarLoader::make(std::vector<Rule> rules, std::vector<std::string> expanded,
                            std::vector<CodeRule> code_rules) {
  Grammar grammar;
  Grammar::Compiled& compiled = *grammar.compiled_;
  compiled.rules = std::move(rules);
  compiled.code_rules = std::move(code_rules);
  for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
    compiled.searches.push_back(
        std::make_unique<RuleSearch>(compiled.rules[i], std::move(expanded[i])));
  }
  std::map<std::vector<const RuleSearch*>, const Prefilter*> known;
  const auto filter_of = [&](std::vector<const RuleSearch*> searches) {
    const Prefilter*& filter = known[searches];
    if (filter == nullptr) {
      compiled.filters.push_back(std::make_unique<Prefilter>(std::move(searches)));
      filter = compiled.filters.back().get();
    }
    return filter;
  };
  std::vector<const RuleSearch*> all;
  for (const auto& search : compiled.searches) all.push_back(search.get());
  compiled.of_all = filter_of(all);
  for (std::size_t zone = 0; zone < zone_count; ++zone) {
    std::vector<const RuleSearch*> firing;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::set<ZoneKind>& zones = compiled.rules[i].zones;
      if (zones.empty() || zones.count(static_cast<ZoneKind>(zone)) > 0) firing.push_back(all[i]);
    }
    compiled.of_zone[zone] = filter_of(firing);
  }
  return grammar;
}

const std::vector<Rule>& Grammar::rules() const { return compiled_->rules; }

const std::vector<CodeRule>& Grammar::code_rules() const { return compiled_->code_rules; }

const Rule* Grammar::rule(std::string_view id) const {
  for (const Rule& rule : compiled_->rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

const std::string& Grammar::expanded(const Rule& rule) const {
  return compiled_->searches[static_cast<std::size_t>(&rule - compiled_->rules.data())]->expanded();
}

void Grammars::prepare() const {
  for (const auto& [name, grammar] : grammars_) grammar.prepare();
}

void Grammars::listen(const SearchListener& listener) {
  for (auto& [name, grammar] : grammars_) grammar.compiled_->listener = listener;
}

std::vector<Match> Grammar::find_all(std::string_view text, std::optional<ZoneKind> zone) const {
  if (compiled_->listener) compiled_->listener({this, text, zone, SearchKind::all});
  std::vector<Match> matches;
  Merge merge(text, compiled_->in(text, zone));
  while (std::optional<Match> match = merge.next()) matches.push_back(std::move(*match));
  return matches;
}

std::optional<Match> Grammar::find(std::string_view text, std::optional<ZoneKind> zone) const {
  if (compiled_->listener) compiled_->listener({this, text, zone, SearchKind::first});
  return Merge(text, compiled_->in(text, zone)).next();
}

std::vector<Match> Grammar::find_every(std::string_view text, std::optional<ZoneKind> zone) const {
  if (compiled_->listener) compiled_->listener({this, text, zone, SearchKind::every});
  std::vector<Match> matches;
  for (const RuleSearch* search : compiled_->in(text, zone)) {
    std::optional<Match> match = search->next(text, 0);
    while (match) {
      const std::size_t behind = match->bytes.to_byte;
      matches.push_back(std::move(*match));
      match = search->next(text, behind);
    }
  }
  std::stable_sort(matches.begin(), matches.end(), wins);
  return matches;
}

}  // namespace trichyeu
