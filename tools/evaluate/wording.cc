#include "tools/evaluate/wording.h"

#include <array>
#include <charconv>

namespace trichyeu {
namespace {

constexpr ReportWords vietnamese{
    .language = "vi",
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
    .errors_beside_text = "Lỗi bên cạnh văn bản",
    .text = "Văn bản",
    .no_line = "không rõ ở dòng nào",
    .how_to_read =
        "Kết quả được so với bản đã hiệu đính. Chính xác: trong số "
        "giá trị tìm được, bao nhiêu là đúng. Đầy đủ: trong số giá trị "
        "phải có, bao nhiêu đã tìm được. F1 gộp hai tỷ lệ; 1.000 là "
        "không có lỗi. Sai: có nhưng khác; sót: không tìm được; thừa: "
        "bản hiệu đính không có.",
    .wanted = "Phải là",
    .found = "Tìm được",
    .without_output = "không có kết quả",
    .none = "không có"};

constexpr ReportWords english{
    .language = "en",
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
    .errors_beside_text = "Errors beside the text",
    .text = "Text",
    .no_line = "at no line",
    .how_to_read =
        "The output against the corrected plan. Precision: of the values "
        "found, how many are right. Recall: of the values wanted, how many "
        "were found. F1 joins both; 1.000 is without error. Wrong: there "
        "but otherwise; missed: not found; invented: the corrected plan "
        "has none.",
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
