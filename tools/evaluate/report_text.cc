#include <algorithm>

#include "tools/evaluate/report.h"
#include "tools/evaluate/wording.h"

namespace trichyeu {
namespace {

// Vietnamese letters in NFC are one column each, of two or three bytes.
std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// Rows of cells as columns: the first is laid out to the left, the others to the right.
class TextTable {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  [[nodiscard]] std::string text() const {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t at = 0; at < row.size(); ++at) {
        widths[at] = std::max(widths[at], columns_of(row[at]));
      }
    }
    std::string out;
    for (const auto& row : rows_) {
      for (std::size_t at = 0; at < row.size(); ++at) {
        const std::string blanks(widths[at] - columns_of(row[at]), ' ');
        out += at == 0 ? row[at] + blanks : "  " + blanks + row[at];
      }
      out += '\n';
    }
    return out;
  }

 private:
  std::vector<std::vector<std::string>> rows_;
};

std::string totals(const EvaluationReport& report, const ReportWords& words) {
  const Tallies tallies = tallies_of(report.documents);
  TextTable table;
  table.add({std::string(words.field), std::string(words.precision), std::string(words.recall),
             "F1", std::string(words.exact), std::string(words.right), std::string(words.wrong),
             std::string(words.missed), std::string(words.invented)});
  for (const Field field : all_fields()) {
    const Tally& tally = tally_of(tallies, field);
    if (tally.empty()) continue;
    table.add({std::string(label_of(field, words.language)), fixed(tally.precision()),
               fixed(tally.recall()), fixed(tally.f1()), fixed(tally.exact_f1()),
               std::to_string(tally.right), std::to_string(tally.wrong),
               std::to_string(tally.missed), std::to_string(tally.invented)});
  }
  return table.text();
}

// Names of fields, not labels: they are short, and JSON has the same.
std::string by_document(const EvaluationReport& report, const ReportWords& words) {
  TextTable table;
  std::vector<std::string> head{std::string(words.documents)};
  for (const Field field : all_fields()) {
    if (is_main(field)) head.emplace_back(name_of(field));
  }
  table.add(std::move(head));
  const auto add = [&](const std::string& name, const Tallies& tallies) {
    std::vector<std::string> row{name};
    for (const Field field : all_fields()) {
      if (is_main(field)) row.push_back(fixed(tally_of(tallies, field).f1()));
    }
    table.add(std::move(row));
  };
  for (const DocumentEvaluation& document : report.documents) {
    const std::string note =
        document.has_output ? "" : " (" + std::string(words.without_output) + ')';
    add(document.name + note, tallies_of(document));
  }
  add(std::string(words.total), tallies_of(report.documents));
  return table.text();
}

std::string calibration(const EvaluationReport& report, const ReportWords& words) {
  const std::vector<ConfidenceBand> bands = calibration_of(report.documents);
  TextTable table;
  table.add({std::string(words.confidence), std::string(words.values), std::string(words.right),
             std::string(words.share_right)});
  for (const ConfidenceBand& band : bands) {
    table.add({">= " + fixed(band.from, 2), std::to_string(band.values), std::to_string(band.right),
               band.values == 0 ? "-" : fixed(band.share_right())});
  }
  return table.text() + std::string(words.share_of_first) + ": " + fixed(share_of_first(bands)) +
         '\n';
}

std::string line_of(const Judgement& judgement, const ReportWords& words) {
  std::string line = "  " + std::string(name_of(judgement.field)) + ' ' +
                     std::string(word_of(judgement.outcome, words));
  if (!judgement.subject.empty()) line += ", " + judgement.subject;
  line += ": ";
  if (judgement.outcome == Outcome::invented) return line + '"' + judgement.found + "\"\n";
  line += '"' + judgement.wanted + '"';
  if (judgement.outcome == Outcome::wrong) line += " <> \"" + judgement.found + '"';
  return line + '\n';
}

std::string errors(const EvaluationReport& report, const ReportWords& words) {
  std::string text = std::string(words.errors) + '\n';
  for (const DocumentEvaluation& document : report.documents) {
    text += document.name + '\n';
    for (const Judgement& judgement : document.judgements) {
      if (judgement.outcome != Outcome::right) text += line_of(judgement, words);
    }
  }
  return text;
}

std::string list_of(const std::vector<Change>& list, std::string_view title,
                    const ReportWords& words) {
  std::string text = std::string(title) + ": " + std::to_string(list.size()) + '\n';
  std::string_view document;
  for (const Change& change : list) {
    if (change.document != document) text += change.document + '\n';
    document = change.document;
    text += line_of(change.judgement, words);
  }
  return text;
}

std::string changes_text(const Changes& changes, const ReportWords& words) {
  std::string fallen;
  for (const Field field : changes.fallen) {
    fallen += (fallen.empty() ? "" : ", ") + std::string(name_of(field));
  }
  return list_of(changes.gains, words.gains, words) + list_of(changes.losses, words.losses, words) +
         std::string(words.fallen) + ": " + (fallen.empty() ? std::string(words.none) : fallen) +
         '\n';
}

}  // namespace

std::string to_text(const EvaluationReport& report) {
  const ReportWords& words = report_words(report.language);
  std::string text =
      totals(report, words) + '\n' + by_document(report, words) + '\n' + calibration(report, words);
  if (report.lists_errors) text += '\n' + errors(report, words);
  if (report.changes) text += '\n' + changes_text(*report.changes, words);
  return text;
}

}  // namespace trichyeu
