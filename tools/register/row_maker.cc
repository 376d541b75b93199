// Passages come first where something stands in them: each block once, whatever is found in it.
#include "tools/register/row_maker.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "models/formats/code_points.h"
#include "tools/register/days.h"
#include "tools/register/issuing.h"
#include "tools/register/relations.h"
#include "tools/register/subject.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

// 17 of "t17".
int sequence_of(std::string_view id) {
  int number = 0;
  if (!id.empty()) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

// The first day on which the deadline has passed.
std::string late_from(const Deadline& deadline) {
  const bool ends = deadline.kind == DeadlineKind::due || deadline.kind == DeadlineKind::interval;
  if (!ends || deadline.end.empty()) return {};
  return deadline.exclusive ? deadline.end : day_after(deadline.end);
}

// "Luật Lưu trữ" of "khoản 2 Điều 5 Luật Lưu trữ": the locator has its own column.
std::string without_locator(const Citation& citation) {
  std::string_view text = citation.value.text;
  const std::string& locator = citation.locator;
  if (locator.empty() || text.substr(0, locator.size()) != locator) return std::string(text);
  text.remove_prefix(locator.size());
  text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
  return std::string(text.empty() ? std::string_view(citation.value.text) : text);
}

DeadlineRow row_of(const Deadline& deadline) {
  return {std::string(name_of(deadline.kind)),
          deadline.start,
          deadline.end,
          late_from(deadline),
          deadline.recurrence,
          deadline.duration,
          deadline.approximate,
          deadline.assumption,
          deadline.value.text};
}

class Rows {
 public:
  Rows(const Plan& plan, Issuing& issuing, const Grammar& links)
      : plan_(plan), issuing_(issuing), links_(links), points_(plan.body.text) {
    for (std::size_t at = 0; at < plan.body.blocks.size(); ++at)
      blocks_.emplace(plan.body.blocks[at].id, at);
  }

  DocumentRows make() {
    add_header();
    for (const Citation& citation : plan_.citations) add(citation);
    rows_.relations = relations_in(plan_, links_);
    for (const Task& task : plan_.tasks) add(task);
    for (const Diagnostic& diagnostic : plan_.diagnostics) add(diagnostic);
    each_value(plan_, [this](const Value& value) { add_repair(value); });
    return std::move(rows_);
  }

 private:
  void add_header() {
    const Header& header = plan_.header;
    rows_.source_file = plan_.source.file;
    rows_.source_sha256 = plan_.source.sha256;
    rows_.status = name_of(plan_.status);
    rows_.pages = static_cast<int>(plan_.source.pages.size());
    for (const SourcePage& page : plan_.source.pages) {
      if (page.reading == Reading::ocr) recognised_.insert(page.number);
    }
    rows_.recognised_pages = static_cast<int>(recognised_.size());
    if (header.type) rows_.type = header.type->value.text;
    if (header.number) rows_.number = header.number->value.text;
    rows_.number_key = number_key(rows_.number);
    if (header.date) rows_.date = header.date->iso;
    if (header.issuer) rows_.issuer = header.issuer->value.text;
    if (header.issuer) rows_.issuer_parent = header.issuer->parent;
    if (header.place) rows_.place = header.place->text;
    rows_.place_key = issuing_.place_key(plan_);
    if (header.period) rows_.period_start = header.period->start;
    if (header.period) rows_.period_end = header.period->end;
    rows_.work = issuing_.work_of(plan_, rows_.place_key);
    if (!header.title) return;
    rows_.title = header.title->text;
    passage_of(*header.title, "title");
  }

  void add(const Citation& citation) {
    CitationRow row;
    row.sequence = sequence_of(citation.id);
    row.number = citation.canonical_number.empty() ? citation.number : citation.canonical_number;
    row.text = without_locator(citation);
    row.work = work_name(citation.target, row.number, row.text, rows_.place_key);
    row.named = citation.kind == CitationKind::named;
    row.type = citation.type;
    row.passage = block_passage(citation.value.place);
    row.role = citation.role;
    row.date = citation.date;
    row.issuer = citation.issuer;
    row.resolved_date = citation.resolved_date;
    row.resolved_issuer = citation.resolved_issuer;
    row.locator = citation.locator;
    row.page = citation.value.place.page;
    row.subject = subject_behind(citation);
    row.from_point = points_.before_byte(citation.value.place.bytes.from_byte);
    row.to_point = points_.before_byte(citation.value.place.bytes.to_byte);
    row.confidence = citation.value.confidence;
    row.rule = citation.value.rule;
    rows_.citations.push_back(std::move(row));
  }

  // In the rest of its block.
  [[nodiscard]] std::string subject_behind(const Citation& citation) const {
    const auto block = blocks_.find(citation.value.place.block);
    if (block == blocks_.end()) return {};
    const std::size_t line_end = plan_.body.blocks[block->second].bytes.to_byte;
    const std::size_t from = citation.value.place.bytes.to_byte;
    const std::size_t to = std::max(from, line_end);
    return subject_of(citation.value.text, ByteSpan{from, to}.of(plan_.body.text));
  }

  void add(const Task& task) {
    RegisterTask row;
    row.sequence = sequence_of(task.id);
    row.path = task.path;
    row.passage = passage_of(task.content, "task");
    row.content_key = content_key(rows_.passages[row.passage].folded);
    row.page = task.content.place.page;
    for (const Unit& unit : task.lead) row.units.push_back(row_of(unit, "lead"));
    for (const Unit& unit : task.coordinating) row.units.push_back(row_of(unit, "coordinating"));
    for (const Deadline& deadline : task.deadlines)
      row.deadlines.push_back(trichyeu::row_of(deadline));
    rows_.tasks.push_back(std::move(row));
  }

  UnitRow row_of(const Unit& unit, std::string role) {
    const std::string& name = unit.full.empty() ? unit.value.text : unit.full;
    const bool national = issuing_.is_national(name);
    return {std::move(role), search_key(name), national ? std::string{} : rows_.place_key, name,
            national ? std::string{} : rows_.place};
  }

  void add(const Diagnostic& diagnostic) {
    DiagnosticRow row{
        diagnostic.code, nlohmann::json(diagnostic.arguments).dump(), diagnostic.page, {}};
    if (diagnostic.bytes && diagnostic.bytes->from_byte < plan_.body.text.size())
      row.passage = block_passage(plan_.body.block_at(diagnostic.bytes->from_byte));
    rows_.diagnostics.push_back(std::move(row));
  }

  void add_repair(const Value& value) {
    if (value.repair.empty()) return;
    const int page = value.place.page;
    rows_.repairs.push_back({block_passage(value.place), page, recognised_.count(page) > 0,
                             value.rule, value.text, value.repair});
  }

  std::size_t add_passage(PassageRow row) {
    row.folded = search_key(row.text);
    rows_.passages.push_back(std::move(row));
    return rows_.passages.size() - 1;
  }

  std::size_t passage_of(const Value& value, const char* kind) {
    return add_passage({kind,
                        value.place.block,
                        value.place.page,
                        points_.before_byte(value.place.bytes.from_byte),
                        value.text,
                        {}});
  }

  // A value of an unknown block is quoted by itself.
  std::size_t block_passage(const Place& place) {
    const auto block = blocks_.find(place.block);
    if (block != blocks_.end()) return block_passage(plan_.body.blocks[block->second]);
    return add_passage({"block",
                        place.block,
                        place.page,
                        points_.before_byte(place.bytes.from_byte),
                        std::string(place.bytes.of(plan_.body.text)),
                        {}});
  }

  std::size_t block_passage(const Block& block) {
    const auto known = passages_.find(block.id);
    if (known != passages_.end()) return known->second;
    const std::size_t passage = add_passage({"block",
                                             block.id,
                                             block.page,
                                             points_.before_byte(block.bytes.from_byte),
                                             std::string(block.bytes.of(plan_.body.text)),
                                             {}});
    passages_.emplace(block.id, passage);
    return passage;
  }

  const Plan& plan_;
  Issuing& issuing_;
  const Grammar& links_;
  CodePoints points_;
  std::map<std::string_view, std::size_t> blocks_;    // by id
  std::map<std::string_view, std::size_t> passages_;  // of blocks, by id
  std::set<int> recognised_;                          // pages
  DocumentRows rows_;
};

}  // namespace

class RowMaker::Names {
 public:
  explicit Names(const Grammars& grammars)
      : issuing(grammars), links(grammars.grammar("citation-links")) {}
  Issuing issuing;
  const Grammar& links;
};

RowMaker::RowMaker(const Grammars& grammars) : names_(std::make_unique<Names>(grammars)) {}
RowMaker::~RowMaker() = default;

DocumentRows RowMaker::rows_of(const Plan& plan) {
  return Rows(plan, names_->issuing, names_->links).make();
}

}  // namespace trichyeu
