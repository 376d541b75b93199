// Each row names its fields once, in `fields`; a writer and a reader both go through them.
#include "tools/register/row_message.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

constexpr unsigned bits_a_byte = 7;
constexpr unsigned low_bits = 0x7F;
constexpr unsigned more_follow = 0x80;
constexpr unsigned most_size_bits = 63;
constexpr std::size_t most_reserved = 256;  // whatever the message says

// A row to read into, or one to write.
template <typename R, typename Wanted>
concept Row = std::is_same_v<std::remove_const_t<R>, Wanted>;

template <typename Archive, typename... Fields>
void all(Archive& archive, Fields&... values) {
  (archive(values), ...);
}

template <typename A, Row<WorkName> R>
void fields(A& a, R& row) {
  all(a, row.key, row.series, row.kind, row.issuer_key, row.year, row.resolved);
}
template <typename A, Row<PassageRow> R>
void fields(A& a, R& row) {
  all(a, row.kind, row.block, row.page, row.from_point, row.text, row.folded);
}
template <typename A, Row<CitationRow> R>
void fields(A& a, R& row) {
  all(a, row.sequence, row.work, row.text, row.named, row.type, row.number, row.subject,
      row.passage, row.role, row.date, row.issuer, row.resolved_date, row.resolved_issuer,
      row.locator, row.page, row.from_point, row.to_point, row.confidence, row.rule);
}
template <typename A, Row<RelationRow> R>
void fields(A& a, R& row) {
  all(a, row.citation, row.role, row.acting_citation, row.partly);
}
template <typename A, Row<UnitRow> R>
void fields(A& a, R& row) {
  all(a, row.role, row.name_key, row.place_key, row.name, row.place);
}
template <typename A, Row<DeadlineRow> R>
void fields(A& a, R& row) {
  all(a, row.kind, row.start, row.end, row.late_from, row.recurrence, row.duration, row.approximate,
      row.assumption, row.text);
}
template <typename A, Row<RegisterTask> R>
void fields(A& a, R& row) {
  all(a, row.sequence, row.path, row.passage, row.content_key, row.page, row.units, row.deadlines);
}
template <typename A, Row<DiagnosticRow> R>
void fields(A& a, R& row) {
  all(a, row.code, row.arguments, row.page, row.passage);
}
template <typename A, Row<RepairRow> R>
void fields(A& a, R& row) {
  all(a, row.passage, row.page, row.recognised, row.rule, row.text, row.repair);
}
template <typename A, Row<DocumentRows> R>
void fields(A& a, R& row) {
  all(a, row.source_file, row.source_sha256, row.status, row.pages, row.recognised_pages, row.type,
      row.number, row.number_key, row.date, row.issuer, row.issuer_parent, row.place, row.place_key,
      row.title, row.period_start, row.period_end, row.work, row.passages, row.citations,
      row.relations, row.tasks, row.diagnostics, row.repairs);
}

// Numbers go as the memory has them, since both ends are one program on one machine; sizes, most of
// them small, in seven bits a byte, of which the last has the eighth bit clear.
class Writer {
 public:
  void operator()(const std::string& text) {
    write_size(text.size());
    bytes += text;
  }
  template <typename Value>
  void operator()(const std::vector<Value>& values) {
    write_size(values.size());
    for (const Value& value : values) (*this)(value);
  }
  template <typename Value>
  void operator()(const std::optional<Value>& value) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  template <typename Value>
  void operator()(const Value& value) {
    if constexpr (std::is_arithmetic_v<Value>) {
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      fields(*this, value);
    }
  }

  std::string bytes;

 private:
  void write_size(std::size_t size) {
    for (; size > low_bits; size >>= bits_a_byte)
      bytes += static_cast<char>((size & low_bits) | more_follow);
    bytes += static_cast<char>(size);
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool ended_well() const { return is_well_ && rest_.empty(); }

  void operator()(std::string& text) { text = take(read_size()); }
  template <typename Value>
  void operator()(std::vector<Value>& values) {
    const std::size_t size = read_size();
    is_well_ = is_well_ && size <= rest_.size();  // a value takes a byte at least
    if (is_well_) values.reserve(std::min(size, most_reserved));
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
      value = take(1) == std::string_view("\1", 1);
    } else if constexpr (std::is_arithmetic_v<Value>) {
      const std::string_view bytes = take(sizeof value);
      if (is_well_) std::memcpy(&value, bytes.data(), sizeof value);
    } else {
      fields(*this, value);
    }
  }

 private:
  std::string_view take(std::size_t size) {
    is_well_ = is_well_ && size <= rest_.size();
    if (!is_well_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::size_t read_size() {
    std::size_t size = 0;
    for (unsigned shift = 0; shift < most_size_bits; shift += bits_a_byte) {
      const std::string_view byte = take(1);
      if (byte.empty()) break;
      const auto bits = static_cast<unsigned char>(byte.front());
      size |= static_cast<std::size_t>(bits & low_bits) << shift;
      if ((bits & more_follow) == 0) return size;
    }
    is_well_ = false;
    return 0;
  }

  std::string_view rest_;
  bool is_well_ = true;
};

}  // namespace

std::string bytes_of(const DocumentRows& rows) {
  Writer writer;
  writer(rows);
  return std::move(writer.bytes);
}

std::optional<DocumentRows> rows_in(std::string_view bytes) {
  Reader reader(bytes);
  DocumentRows rows;
  reader(rows);
  if (!reader.ended_well()) return std::nullopt;
  return rows;
}

}  // namespace trichyeu
