// What a plan orders: the product of the whole run, and the content of the XML.
//
// Names and meanings are the XML contract's (models/schema/plan-1.xsd documents each of them);
// dates are ISO 8601 strings, as precise as the text: "2023", "2023-03", "2023-03-22".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/diagnostic.h"
#include "models/document_tree.h"
#include "models/source_text.h"
#include "models/span.h"

namespace trichyeu {

// Where a value stands. `bytes` are of DocumentTree::text; page and boxes only where the source
// has pages.
struct Place {
  ByteSpan bytes;
  std::string block;            // id of the block where it begins
  int page = 0;                 // where it begins
  std::vector<PagedBox> boxes;  // one a page that it touches
};

// A text taken from the document. The document's text at `place.bytes`, blanks (and in the header
// letter case) folded, reads as `text`, except where `repair`, `restored` or `inherited` says why
// not.
struct Value {
  std::string text;
  Place place;
  std::string rule;       // id of the rule that made it: "citations.numbered"
  double confidence = 1;  // 0..1: estimated chance that the value is right
  std::string repair;     // what was read and why it was changed; empty: nothing was
  std::string restored;   // a shared head noun that was put back: "phòng"
  std::string inherited;  // names of what was taken from elsewhere: "date issuer", "ditto", "stem"
};

struct Number {
  Value value;         // "83/KH-UBND"; text empty where blank or unreadable
  std::string symbol;  // "KH-UBND": the part after the running number
};
struct PrintedDate {
  Value value;      // "ngày 22 tháng 3 năm 2023"
  std::string iso;  // as precise as the text
};
struct DocumentType {
  Value value;       // "Kế hoạch"
  std::string code;  // "KH"
};
struct Period {
  Value value;
  std::string start;  // whole dates
  std::string end;
};
struct Signature {
  std::optional<Value> capacity;  // "KT. Giám đốc"
  std::optional<Value> position;  // "Phó Giám đốc"
  std::optional<Value> signer;
};
struct Recipient {
  Value value;
  std::string purpose;  // "để báo cáo"
};
struct Issuer {
  Value value;
  std::string parent;  // superior body as printed above it
};

struct Header {
  std::optional<Issuer> issuer;
  std::optional<Number> number;
  std::optional<Value> place;
  std::optional<PrintedDate> date;
  std::optional<DocumentType> type;
  std::optional<Value> title;
  std::optional<Period> period;
  Signature signature;
  std::vector<Recipient> recipients;
};

struct Abbreviation {
  std::string short_form;  // "CNTT"
  Value full;              // "công nghệ thông tin"
};

enum class CitationKind { numbered, named };
[[nodiscard]] std::string_view name_of(CitationKind kind);

struct Citation {
  std::string id;  // "c1"
  Value value;
  CitationKind kind = CitationKind::numbered;
  std::string role;              // closed list of the schema; "mention" where nothing else is said
  std::string type;              // "Kế hoạch"
  std::string number;            // "232/KH-UBND"; empty where blank, or cited by name
  std::string canonical_number;  // where order or separators were mended besides
  std::string date;
  std::string issuer;         // as this mention prints it
  std::string resolved_date;  // what only another mention of the same document says
  std::string resolved_issuer;
  std::string locator;  // "khoản 2 Điều 5"
  std::string target;   // internal key, equal for all mentions of one work
  std::string iri;      // Akoma Ntoso work IRI; empty where anything in it would be a guess
};

struct Unit {
  Value value;
  std::string ref;   // "u1": equal for equal units
  std::string full;  // where an abbreviation was expanded
};

enum class DeadlineKind { ongoing, interval, open, due, recurring, relative, unparsed };
[[nodiscard]] std::string_view name_of(DeadlineKind kind);
[[nodiscard]] std::optional<DeadlineKind> deadline_kind_of(std::string_view name);

struct Deadline {
  Value value;
  DeadlineKind kind = DeadlineKind::unparsed;
  std::string start;       // ISO 8601 date; inclusive
  std::string end;         // ISO 8601 date; inclusive
  std::string recurrence;  // RFC 5545 RRULE value
  std::string duration;    // ISO 8601: "P15D"
  std::string anchor;      // what a relative one counts from, as printed
  bool exclusive = false;  // "trước": before `end`
  bool working_days = false;
  bool approximate = false;
  std::string assumption;  // "year from the plan"; empty where none was made
};

enum class TaskForm { item, table, paragraph };
[[nodiscard]] std::string_view name_of(TaskForm form);

struct Task {
  std::string id;    // "t1"
  std::string path;  // "II.1.a"; rows "X#n", "PL2.14"
  TaskForm form = TaskForm::item;
  Value content;
  std::vector<Unit> lead;          // đơn vị chủ trì
  std::vector<Unit> coordinating;  // đơn vị phối hợp
  std::vector<Deadline> deadlines;
  std::vector<Value> products;
};

enum class Status { complete, partial };  // partial: a page could not be read
[[nodiscard]] std::string_view name_of(Status status);

struct SourceInfo {
  std::string file;    // name without folders
  std::string sha256;  // of the input's bytes, lower-case hex
  std::string media_type;
  std::string encoding;           // as in SourceText
  std::vector<SourcePage> pages;  // of this document

  // Of a document in a file of several; all 0 where the file holds one.
  int document = 0;    // which of them, from 1
  int documents = 0;   // how many there are
  int first_page = 0;  // both 0 for sources without pages
  int last_page = 0;
  int first_line = 0;  // both 0 for sources with pages
  int last_line = 0;
};

struct Producer {
  std::string version;
  std::string grammar;  // "sha256:…" of all rule files and word lists
  std::string ocr;      // empty where nothing was recognised
};

struct Plan {
  Status status = Status::complete;
  SourceInfo source;
  Producer producer;
  std::vector<Diagnostic> diagnostics;
  Header header;
  std::vector<Abbreviation> abbreviations;
  std::vector<Citation> citations;  // in reading order
  std::vector<Task> tasks;          // in reading order
  DocumentTree body;
};

// Calls `visit(value)` for every value of the plan, in the order of the XML.
template <typename AnyPlan, typename Visit>
void each_value(AnyPlan& plan, const Visit& visit) {
  auto& header = plan.header;
  if (header.issuer) visit(header.issuer->value);
  if (header.number) visit(header.number->value);
  if (header.place) visit(*header.place);
  if (header.date) visit(header.date->value);
  if (header.type) visit(header.type->value);
  if (header.title) visit(*header.title);
  if (header.period) visit(header.period->value);
  if (header.signature.capacity) visit(*header.signature.capacity);
  if (header.signature.position) visit(*header.signature.position);
  if (header.signature.signer) visit(*header.signature.signer);
  for (auto& recipient : header.recipients) visit(recipient.value);
  for (auto& abbreviation : plan.abbreviations) visit(abbreviation.full);
  for (auto& citation : plan.citations) visit(citation.value);
  for (auto& task : plan.tasks) {
    visit(task.content);
    for (auto& unit : task.lead) visit(unit.value);
    for (auto& unit : task.coordinating) visit(unit.value);
    for (auto& deadline : task.deadlines) visit(deadline.value);
    for (auto& product : task.products) visit(product);
  }
}

}  // namespace trichyeu
