// Each row names its fields once, in `fields`; a writer and a reader both go through them.
#include "tools/register/row_message.h"

#include <charconv>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

template <typename Archive, typename... Fields>
void all(Archive& archive, Fields&... values) {
  (archive(values), ...);
}

template <typename A>
void fields(A& a, WorkName& row) {
  all(a, row.key, row.series, row.kind, row.issuer_key, row.year, row.resolved);
}
template <typename A>
void fields(A& a, PassageRow& row) {
  all(a, row.kind, row.block, row.page, row.from_point, row.text, row.folded);
}
template <typename A>
void fields(A& a, CitationRow& row) {
  all(a, row.sequence, row.work, row.text, row.named, row.type, row.number, row.subject,
      row.passage, row.role, row.date, row.issuer, row.resolved_date, row.resolved_issuer,
      row.locator, row.page, row.from_point, row.to_point, row.confidence, row.rule);
}
template <typename A>
void fields(A& a, RelationRow& row) {
  all(a, row.citation, row.role, row.acting_citation, row.partly);
}
template <typename A>
void fields(A& a, UnitRow& row) {
  all(a, row.role, row.name_key, row.place_key, row.name, row.place);
}
template <typename A>
void fields(A& a, DeadlineRow& row) {
  all(a, row.kind, row.start, row.end, row.late_from, row.recurrence, row.duration, row.approximate,
      row.assumption, row.text);
}
template <typename A>
void fields(A& a, RegisterTask& row) {
  all(a, row.sequence, row.path, row.passage, row.content_key, row.page, row.units, row.deadlines);
}
template <typename A>
void fields(A& a, DiagnosticRow& row) {
  all(a, row.code, row.arguments, row.page, row.passage);
}
template <typename A>
void fields(A& a, RepairRow& row) {
  all(a, row.passage, row.page, row.recognised, row.rule, row.text, row.repair);
}
template <typename A>
void fields(A& a, DocumentRows& row) {
  all(a, row.source_file, row.source_sha256, row.status, row.pages, row.recognised_pages, row.type,
      row.number, row.number_key, row.date, row.issuer, row.issuer_parent, row.place, row.place_key,
      row.title, row.period_start, row.period_end, row.work, row.passages, row.citations,
      row.relations, row.tasks, row.diagnostics, row.repairs);
}

class Writer {
 public:
  void operator()(std::string& text) { message.push_back(std::move(text)); }
  template <typename Value>
  void operator()(std::vector<Value>& values) {
    write(values.size());
    for (Value& value : values) (*this)(value);
  }
  template <typename Value>
  void operator()(std::optional<Value>& value) {
    write(value ? 1 : 0);
    if (value) (*this)(*value);
  }
  template <typename Value>
  void operator()(Value& value) {
    if constexpr (std::is_arithmetic_v<Value>) {
      write(value);
    } else {
      fields(*this, value);
    }
  }

  Message message;

 private:
  template <typename Number>
  void write(Number value) {
    if constexpr (std::is_same_v<Number, bool>) {
      message.emplace_back(value ? "1" : "0");
    } else {
      char digits[32];  // NOLINT(modernize-avoid-c-arrays): to_chars takes two addresses
      const auto end = std::to_chars(std::begin(digits), std::end(digits), value);
      message.emplace_back(std::begin(digits), end.ptr);
    }
  }
};

class Reader {
 public:
  explicit Reader(const Message& message) : message_(message) {}

  [[nodiscard]] bool ended_well() const { return is_well_ && at_ == message_.size(); }

  void operator()(std::string& text) { text = next(); }
  template <typename Value>
  void operator()(std::vector<Value>& values) {
    std::size_t size = 0;
    (*this)(size);
    // A value takes a field at least.
    is_well_ = is_well_ && size <= message_.size() - at_;
    for (std::size_t at = 0; is_well_ && at < size; ++at) (*this)(values.emplace_back());
  }
  template <typename Value>
  void operator()(std::optional<Value>& value) {
    bool is_there = false;
    (*this)(is_there);
    if (is_there) (*this)(value.emplace());
  }
  template <typename Value>
  void operator()(Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
      value = next() == "1";
    } else if constexpr (std::is_arithmetic_v<Value>) {
      const std::string& digits = next();
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      is_well_ = is_well_ && read.ec == std::errc();
    } else {
      fields(*this, value);
    }
  }

 private:
  const std::string& next() {
    static const std::string none;
    is_well_ = is_well_ && at_ < message_.size();
    return is_well_ ? message_[at_++] : none;
  }

  const Message& message_;
  std::size_t at_ = 0;
  bool is_well_ = true;
};

}  // namespace

Message message_of(DocumentRows rows) {
  Writer writer;
  writer(rows);
  return std::move(writer.message);
}

std::optional<DocumentRows> rows_in(const Message& message) {
  Reader reader(message);
  DocumentRows rows;
  reader(rows);
  if (!reader.ended_well()) return std::nullopt;
  return rows;
}

}  // namespace trichyeu
