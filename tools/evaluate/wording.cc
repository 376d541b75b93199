#include "tools/evaluate/wording.h"

#include <array>
#include <charconv>

namespace trichyeu {
namespace {

constexpr ReportWords vietnamese{.language = "vi",
                                 .title = "Đánh giá kết quả trích xuất",
                                 .field = "Trường",
                                 .precision = "Chính xác",
                                 .recall = "Đầy đủ",
                                 .exact = "F1 khớp hẳn",
                                 .right = "Đúng",
                                 .wrong = "Sai",
                                 .missed = "Sót",
                                 .invented = "Thừa",
                                 .documents = "F1 từng văn bản",
                                 .document = "Văn bản",
                                 .total = "Tổng cộng",
                                 .confidence = "Độ tin cậy",
                                 .values = "Số giá trị",
                                 .share_right = "Tỷ lệ đúng",
                                 .share_of_first = "Tỷ lệ giá trị từ 0.95 trở lên",
                                 .gains = "Tốt lên",
                                 .losses = "Kém đi",
                                 .fallen = "Trường giảm F1",
                                 .errors = "Lỗi",
                                 .wanted = "Phải là",
                                 .found = "Tìm được",
                                 .without_output = "không có kết quả",
                                 .none = "không có"};

constexpr ReportWords english{.language = "en",
                              .title = "Evaluation of extracted plans",
                              .field = "Field",
                              .precision = "Precision",
                              .recall = "Recall",
                              .exact = "Exact F1",
                              .right = "Right",
                              .wrong = "Wrong",
                              .missed = "Missed",
                              .invented = "Invented",
                              .documents = "F1 by document",
                              .document = "Document",
                              .total = "Total",
                              .confidence = "Confidence",
                              .values = "Values",
                              .share_right = "Share right",
                              .share_of_first = "Share of values at 0.95 or more",
                              .gains = "Gains",
                              .losses = "Losses",
                              .fallen = "Fields whose F1 fell",
                              .errors = "Errors",
                              .wanted = "Wanted",
                              .found = "Found",
                              .without_output = "no output",
                              .none = "none"};

}  // namespace

const ReportWords& report_words(std::string_view language) {
  return language == "en" ? english : vietnamese;
}

std::string_view word_of(Outcome outcome, const ReportWords& words) {
  switch (outcome) {
    case Outcome::right: return words.right;
    case Outcome::wrong: return words.wrong;
    case Outcome::missed: return words.missed;
    case Outcome::invented: return words.invented;
  }
  return {};
}

std::string fixed(double number, int decimals) {
  std::array<char, 48> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 std::chars_format::fixed, decimals);
  return {digits.data(), end.ptr};
}

}  // namespace trichyeu
