#include "tools/register/row_writer.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tools/register/work_counts.h"

namespace trichyeu {
namespace {

// Beyond so many names the memory that keeps their rows begins anew.
constexpr std::size_t most_rows_kept = 1'000'000;

using Id = std::int64_t;

constexpr std::array<const char*, 6> tables_of_document{"passages", "citations",   "relations",
                                                        "tasks",    "diagnostics", "repairs"};

// NULL for what is not said.
std::optional<std::string_view> said(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::int64_t integer(std::size_t value) { return static_cast<std::int64_t>(value); }

// 0, which no row has, where a worker names a row that it did not send.
Id id_at(const std::vector<Id>& ids, std::size_t at) { return at < ids.size() ? ids[at] : 0; }

// What the database holds by key, so that it is asked once for a name that comes often, and not at
// all where it began empty.
template <typename Known>
class KnownRows {
 public:
  explicit KnownRows(bool holds_all) : holds_all_(holds_all) {}

  // `find` gives an optional, `add` what is then there.
  template <typename Find, typename Add>
  const Known& of(std::string key, const Find& find, const Add& add) {
    const auto known = rows_.find(key);
    if (known != rows_.end()) return known->second;
    if (rows_.size() >= most_rows_kept) {
      rows_.clear();
      holds_all_ = false;
    }
    std::optional<Known> row;
    if (!holds_all_) row = find();
    if (!row) row = add();
    return rows_.emplace(std::move(key), *std::move(row)).first->second;
  }

 private:
  bool holds_all_;
  std::unordered_map<std::string, Known> rows_;
};

// The id in the first row of what was asked.
std::optional<Id> id_in(Statement& statement) {
  if (!statement.step()) return std::nullopt;
  const Id id = statement.integer(0);
  statement.reset();
  return id;
}

}  // namespace

class RowWriter::Statements {
 public:
  explicit Statements(Database& database) : database_(database) {
    for (const char* table : tables_of_document)
      removals_.push_back(prepared("DELETE FROM " + std::string(table) + " WHERE document_id = ?"));
    removals_.push_back(prepared("DELETE FROM documents WHERE id = ?"));
  }

  void add(const IndexedFile& file, const std::string& sha256, std::int64_t modified_ns,
           const DocumentRows& rows) {
    const Id document = add_document(file, sha256, modified_ns, rows);
    std::vector<Id> passages;
    for (const PassageRow& row : rows.passages) passages.push_back(add(row, document));
    std::vector<Id> citations;
    std::vector<Id> works;
    for (const CitationRow& row : rows.citations) {
      works.push_back(work_id(row.work));
      citations.push_back(add(row, document, works.back(), id_at(passages, row.passage)));
    }
    for (const RelationRow& row : rows.relations) {
      std::optional<Id> acting = rows.work ? std::optional(own_work_) : std::nullopt;
      if (row.acting_citation) acting = id_at(works, *row.acting_citation);
      relation_.run(id_at(citations, row.citation), document, row.role, acting,
                    id_at(works, row.citation), row.partly ? 1 : 0);
    }
    for (const RegisterTask& row : rows.tasks) add(row, document, id_at(passages, row.passage));
    for (const DiagnosticRow& row : rows.diagnostics) {
      std::optional<Id> passage;
      if (row.passage) passage = id_at(passages, *row.passage);
      diagnostic_.run(document, row.code, row.arguments, row.page, passage);
    }
    for (const RepairRow& row : rows.repairs) {
      repair_.run(document, id_at(passages, row.passage), row.page, row.recognised ? 1 : 0,
                  row.rule, row.text, row.repair);
    }
  }

  void remove(Id document) {
    touched_.add_works_of(document);
    unsearch_.run(document);
    remove_task_units_.run(document);
    remove_deadlines_.run(document);
    for (Statement& statement : removals_) statement.run(document);
  }

  void settle() { touched_.settle(); }

 private:
  Id add_document(const IndexedFile& file, const std::string& sha256, std::int64_t modified_ns,
                  const DocumentRows& rows) {
    std::optional<Id> work;
    if (rows.work) work = own_work_ = work_id(*rows.work);
    document_.run(file.path, file.name, sha256, file.bytes, modified_ns, rows.source_file,
                  rows.source_sha256, rows.status, rows.pages, rows.recognised_pages,
                  said(rows.type), said(rows.number), said(rows.number_key), said(rows.date),
                  said(rows.issuer), said(rows.issuer_parent), said(rows.place),
                  said(rows.place_key), said(rows.title), said(rows.period_start),
                  said(rows.period_end), work);
    return database_.last_id();
  }

  Id add(const PassageRow& row, Id document) {
    passage_.run(document, row.kind, row.block, row.page, integer(row.from_point), row.text,
                 row.folded);
    const Id id = database_.last_id();
    search_.run(id, row.folded);
    return id;
  }

  Id add(const CitationRow& row, Id document, Id work, Id passage) {
    citation_.run(document, row.sequence, work, form_id(row, work), subject_id(row, work), passage,
                  row.role, said(row.date), said(row.issuer), said(row.resolved_date),
                  said(row.resolved_issuer), said(row.locator), row.page, integer(row.from_point),
                  integer(row.to_point), row.confidence, row.rule);
    return database_.last_id();
  }

  void add(const RegisterTask& row, Id document, Id passage) {
    std::int64_t leads = 0;
    for (const UnitRow& unit : row.units) leads += unit.role == "lead" ? 1 : 0;
    task_.run(document, row.sequence, row.path, passage, row.content_key, row.page, leads,
              integer(row.deadlines.size()));
    const Id task = database_.last_id();
    for (const UnitRow& unit : row.units) {
      const Unit& known = unit_of(unit);
      task_unit_.run(task, known.id, unit.role,
                     known.name == unit.name ? std::nullopt : std::optional(unit.name));
    }
    for (const DeadlineRow& deadline : row.deadlines) {
      deadline_.run(task, deadline.kind, said(deadline.start), said(deadline.end),
                    said(deadline.late_from), said(deadline.recurrence), said(deadline.duration),
                    deadline.approximate ? 1 : 0, said(deadline.assumption), deadline.text);
    }
  }

  Id work_id(const WorkName& work) {
    const auto find = [&] { return id_in(find_work_.with(work.key)); };
    const Id id = works_.of(work.key, find, [&] {
      std::optional<int> year;
      if (work.year > 0) year = work.year;
      work_.run(work.key, work.series, work.resolved ? 1 : 0, work.kind, work.issuer_key, year);
      return database_.last_id();
    });
    touched_.add(id);
    return id;
  }

  std::optional<Id> subject_id(const CitationRow& row, Id work) {
    if (row.subject.empty()) return std::nullopt;
    const auto find = [&] { return id_in(find_subject_.with(work, row.subject)); };
    return subjects_.of(std::to_string(work) + '\n' + row.subject, find, [&] {
      subject_.run(work, row.subject);
      return database_.last_id();
    });
  }

  Id form_id(const CitationRow& row, Id work) {
    const auto find = [&] { return id_in(find_form_.with(work, row.text, row.type)); };
    return forms_.of(std::to_string(work) + '\n' + row.type + '\n' + row.text, find, [&] {
      form_.run(work, row.text, row.named ? 1 : 0, row.type, said(row.number));
      return database_.last_id();
    });
  }

  struct Unit {
    Id id = 0;
    std::string name;
  };

  const Unit& unit_of(const UnitRow& row) {
    const auto find = [&]() -> std::optional<Unit> {
      if (!find_unit_.with(row.name_key, row.place_key).step()) return std::nullopt;
      Unit unit{find_unit_.integer(0), find_unit_.text(1)};
      find_unit_.reset();
      return unit;
    };
    return units_.of(row.name_key + '\n' + row.place_key, find, [&] {
      unit_.run(row.name_key, row.place_key, row.name, row.place);
      return Unit{database_.last_id(), row.name};
    });
  }

  Statement prepared(std::string_view sql) { return database_.prepare(sql); }

  Database& database_;
  TouchedWorks touched_{database_};  // before the statements that name its table
  Id own_work_ = 0;
  const bool is_new_ = database_.number("SELECT count(*) FROM documents") == 0;
  KnownRows<Id> works_{is_new_};
  KnownRows<Id> forms_{is_new_};
  KnownRows<Id> subjects_{is_new_};
  KnownRows<Unit> units_{is_new_};
  Statement document_ = prepared(
      "INSERT INTO documents (path, name, output_sha256, output_bytes, output_modified_ns,"
      " source_file, source_sha256, status, pages, recognised_pages, type, number, number_key,"
      " date, issuer, issuer_parent, place, place_key, title, period_start, period_end, work_id)"
      " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  Statement passage_ = prepared(
      "INSERT INTO passages (document_id, kind, block, page, from_point, text, folded)"
      " VALUES (?,?,?,?,?,?,?)");
  Statement search_ = prepared("INSERT INTO search (rowid, folded) VALUES (?,?)");
  Statement citation_ = prepared(
      "INSERT INTO citations (document_id, sequence, work_id, form_id, subject_id, passage_id, "
      "role, date,"
      " issuer, resolved_date, resolved_issuer, locator, page, from_point, to_point, confidence,"
      " rule) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  Statement relation_ = prepared(
      "INSERT INTO relations (citation_id, document_id, role, acting_work_id, work_id, partly)"
      " VALUES (?,?,?,?,?,?)");
  Statement task_ = prepared(
      "INSERT INTO tasks (document_id, sequence, path, passage_id, content_key, page, leads,"
      " deadlines) VALUES (?,?,?,?,?,?,?,?)");
  Statement task_unit_ =
      prepared("INSERT INTO task_units (task_id, unit_id, role, text) VALUES (?,?,?,?)");
  Statement deadline_ = prepared(
      "INSERT INTO deadlines (task_id, kind, start_date, end_date, late_from, recurrence, duration,"
      " approximate, assumption, text) VALUES (?,?,?,?,?,?,?,?,?,?)");
  Statement diagnostic_ = prepared(
      "INSERT INTO diagnostics (document_id, code, arguments, page, passage_id)"
      " VALUES (?,?,?,?,?)");
  Statement repair_ = prepared(
      "INSERT INTO repairs (document_id, passage_id, page, recognised, rule, text, repair)"
      " VALUES (?,?,?,?,?,?,?)");
  Statement find_work_ = prepared("SELECT id FROM works WHERE key = ?");
  Statement work_ = prepared(
      "INSERT INTO works (key, series, resolved, kind, issuer_key, year) VALUES (?,?,?,?,?,?)");
  Statement find_subject_ = prepared("SELECT id FROM subjects WHERE work_id = ? AND text = ?");
  Statement subject_ = prepared("INSERT INTO subjects (work_id, text) VALUES (?,?)");
  Statement find_form_ =
      prepared("SELECT id FROM forms WHERE work_id = ? AND text = ? AND type = ?");
  Statement form_ =
      prepared("INSERT INTO forms (work_id, text, named, type, number) VALUES (?,?,?,?,?)");
  Statement find_unit_ =
      prepared("SELECT id, name FROM units WHERE name_key = ? AND place_key = ?");
  Statement unit_ =
      prepared("INSERT INTO units (name_key, place_key, name, place) VALUES (?,?,?,?)");
  Statement remove_task_units_ = prepared(
      "DELETE FROM task_units WHERE task_id IN (SELECT id FROM tasks WHERE document_id = ?)");
  Statement remove_deadlines_ = prepared(
      "DELETE FROM deadlines WHERE task_id IN (SELECT id FROM tasks WHERE document_id = ?)");
  Statement unsearch_ = prepared(
      "INSERT INTO search (search, rowid, folded)"
      " SELECT 'delete', id, folded FROM passages WHERE document_id = ?");
  std::vector<Statement> removals_;
};

RowWriter::RowWriter(Database& database) : statements_(std::make_unique<Statements>(database)) {}
RowWriter::~RowWriter() = default;

void RowWriter::add(const IndexedFile& file, const std::string& sha256, std::int64_t modified_ns,
                    const DocumentRows& rows) {
  statements_->add(file, sha256, modified_ns, rows);
}

void RowWriter::remove(std::int64_t document) { statements_->remove(document); }

void RowWriter::settle() { statements_->settle(); }

}  // namespace trichyeu
