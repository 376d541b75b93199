#include "tools/rules/explain_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace trichyeu {
namespace {

struct Pair {
  std::string_view english;
  std::string_view vietnamese;
};
constexpr Pair pairs[] = {
    {"line", "dòng"},
    {"page", "trang"},
    {"table", "bảng"},
    {"row", "hàng"},
    {"column", "cột"},
    {"under", "thuộc"},
    {"part of", "phần của"},
    {"because", "vì"},
    {"repair", "đã sửa"},
    {"restored", "khôi phục"},
    {"inherited", "lấy từ"},
    {"no rule", "không có quy tắc"},
    {"lost", "thua"},
    {"no value comes of it", "không thành giá trị"},
    {"only behind a label of time", "chỉ tính khi đứng sau nhãn thời gian"},
    {"in a sentence only", "trong câu chỉ tính khi"},
    {"nothing was taken here", "không quy tắc nào lấy chữ ở đây"},
    {"begins later than", "bắt đầu sau"},
    {"has a lower priority than", "ưu tiên thấp hơn"},
    {"is shorter than", "ngắn hơn"},
    {"stands in the file behind", "trong tệp đứng sau"},
    {"header", "thể thức:"},
    {"issuer", "cơ quan ban hành"},
    {"number", "số"},
    {"symbol", "ký hiệu"},
    {"place", "địa danh"},
    {"date", "ngày"},
    {"type", "loại văn bản"},
    {"title", "trích yếu"},
    {"period", "thời kỳ"},
    {"capacity", "quyền hạn ký"},
    {"position", "chức vụ"},
    {"signer", "người ký"},
    {"recipient", "nơi nhận"},
    {"purpose", "để"},
    {"parent", "trực thuộc"},
    {"abbreviation", "chữ viết tắt"},
    {"task", "nhiệm vụ"},
    {"lead", "chủ trì"},
    {"coordinating", "phối hợp"},
    {"deadline", "thời hạn"},
    {"product", "sản phẩm"},
    {"path", "đề mục"},
    {"form", "dạng"},
    {"full", "đầy đủ"},
    {"code", "mã"},
    {"role", "vai trò"},
    {"target", "đích"},
    {"from", "từ"},
    {"to", "đến"},
    {"assumption", "giả định"},
};

struct Subject {
  std::string_view grammar;
  std::string_view vietnamese;
  std::string_view english;
};
// In the order of the run.
constexpr Subject subjects[] = {
    {"lines", "loại dòng", "kind of line"},
    {"enumeration", "đánh số", "numbering"},
    {"header", "thể thức", "header"},
    {"sections", "loại mục", "kind of section"},
    {"abbreviations", "chữ tắt", "abbreviation"},
    {"citations", "viện dẫn", "citation"},
    {"citation-tails", "sau số hiệu", "behind a citation"},
    {"citation-places", "địa phương", "locality"},
    {"citation-links", "quan hệ", "relation"},
    {"labels", "nhãn", "label"},
    {"units", "đơn vị", "unit"},
    {"assignments", "phân công", "assignment"},
    {"roles", "vai trò", "role"},
    {"time-context", "ngữ cảnh", "context of time"},
    {"deadlines", "thời hạn", "time"},
    {"periods", "khoảng lịch", "calendar"},
    {"occasions", "dịp", "occasion"},
};

}  // namespace

std::string_view word(std::string_view english, std::string_view language) {
  if (language == "en") return english;
  const auto* found = std::find_if(std::begin(pairs), std::end(pairs),
                                   [&](const Pair& pair) { return pair.english == english; });
  return found == std::end(pairs) ? english : found->vietnamese;
}

std::string_view subject_of(std::string_view grammar, std::string_view language) {
  const std::size_t at = order_of(grammar);
  if (at == std::size(subjects)) return {};
  return language == "en" ? subjects[at].english : subjects[at].vietnamese;
}

std::size_t order_of(std::string_view grammar) {
  const auto* found =
      std::find_if(std::begin(subjects), std::end(subjects),
                   [&](const Subject& subject) { return subject.grammar == grammar; });
  return static_cast<std::size_t>(found - std::begin(subjects));
}

}  // namespace trichyeu
