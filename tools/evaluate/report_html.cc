// Plain HTML with its style inside and no script: it opens from a mail as from a folder.
#include "tools/evaluate/report.h"
#include "tools/evaluate/wording.h"

namespace trichyeu {
namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}\n"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.25rem .6rem;border-bottom:1px solid #ccc;text-align:right;vertical-align:top}\n"
    "th:first-child,td:first-child,.words td,.words th{text-align:left}\n"
    "tr:last-child.total td{font-weight:600;border-top:2px solid #666}\n"
    ".low{background:#ffe3e0}.middle{background:#fff4cf}.high{background:#e2f4e2}\n"
    "summary{cursor:pointer;padding:.25rem 0}\n"
    "@media print{body{max-width:none;margin:0}details{display:block}}\n";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string element(std::string_view name, std::string_view text) {
  const std::string tag(name);
  return '<' + tag + '>' + escaped(text) + "</" + tag + '>';
}

std::string row_of(std::string_view cell, const std::vector<std::string>& texts) {
  std::string row = "<tr>";
  for (const std::string& text : texts) row += element(cell, text);
  return row + "</tr>\n";
}

// Colour says at a glance what the figure says exactly.
std::string figure(double share) {
  const char* level = share >= 0.97 ? "high" : share >= 0.9 ? "middle" : "low";
  return "<td class=\"" + std::string(level) + "\">" + fixed(share) + "</td>";
}

std::string totals(const EvaluationReport& report, const ReportWords& words) {
  const Tallies tallies = tallies_of(report.documents);
  std::string html = "<div class=\"wide\"><table>\n";
  html += row_of(
      "th", {std::string(words.field), std::string(words.precision), std::string(words.recall),
             "F1", std::string(words.exact), std::string(words.right), std::string(words.wrong),
             std::string(words.missed), std::string(words.invented)});
  for (const Field field : all_fields()) {
    const Tally& tally = tally_of(tallies, field);
    if (tally.empty()) continue;
    html += "<tr>" + element("td", label_of(field, words.language)) + figure(tally.precision()) +
            figure(tally.recall()) + figure(tally.f1()) + figure(tally.exact_f1());
    for (const std::size_t count : {tally.right, tally.wrong, tally.missed, tally.invented}) {
      html += element("td", std::to_string(count));
    }
    html += "</tr>\n";
  }
  return html + "</table></div>\n";
}

std::string document_row(const std::string& name, const Tallies& tallies, bool is_total) {
  std::string html = (is_total ? "<tr class=\"total\">" : "<tr>") + element("td", name);
  for (const Field field : all_fields()) {
    if (is_main(field)) html += figure(tally_of(tallies, field).f1());
  }
  return html + "</tr>\n";
}

std::string by_document(const EvaluationReport& report, const ReportWords& words) {
  std::string html = element("h2", words.documents) + "\n<div class=\"wide\"><table>\n";
  std::vector<std::string> head{std::string(words.document)};
  for (const Field field : all_fields()) {
    if (is_main(field)) head.emplace_back(label_of(field, words.language));
  }
  html += row_of("th", head);
  for (const DocumentEvaluation& document : report.documents) {
    const std::string note =
        document.has_output ? "" : " (" + std::string(words.without_output) + ')';
    html += document_row(document.name + note, tallies_of(document), false);
  }
  html += document_row(std::string(words.total), tallies_of(report.documents), true);
  return html + "</table></div>\n";
}

std::string calibration(const EvaluationReport& report, const ReportWords& words) {
  const std::vector<ConfidenceBand> bands = calibration_of(report.documents);
  std::string html = element("h2", words.confidence) + "\n<table>\n";
  html += row_of("th", {std::string(words.confidence), std::string(words.values),
                        std::string(words.right), std::string(words.share_right)});
  for (const ConfidenceBand& band : bands) {
    html += row_of(
        "td", {"≥ " + fixed(band.from, 2), std::to_string(band.values), std::to_string(band.right),
               band.values == 0 ? "–" : fixed(band.share_right())});
  }
  return html + "</table>\n" +
         element("p", std::string(words.share_of_first) + ": " + fixed(share_of_first(bands))) +
         '\n';
}

std::vector<std::string> head_of_judgements(const ReportWords& words) {
  return {std::string(words.field), "", "", std::string(words.wanted), std::string(words.found)};
}

std::string judgement_row(const Judgement& judgement, const std::string& subject,
                          const ReportWords& words) {
  return row_of("td", {std::string(label_of(judgement.field, words.language)),
                       std::string(word_of(judgement.outcome, words)), subject, judgement.wanted,
                       judgement.found});
}

std::string errors(const EvaluationReport& report, const ReportWords& words) {
  std::string html = element("h2", words.errors) + '\n';
  for (const DocumentEvaluation& document : report.documents) {
    std::string rows;
    std::size_t count = 0;
    for (const Judgement& judgement : document.judgements) {
      if (judgement.outcome == Outcome::right) continue;
      rows += judgement_row(judgement, judgement.subject, words);
      ++count;
    }
    html += "<details>" + element("summary", document.name + ": " + std::to_string(count));
    if (count > 0) {
      html += "<div class=\"wide\"><table class=\"words\">\n" +
              row_of("th", head_of_judgements(words)) + rows + "</table></div>";
    }
    html += "</details>\n";
  }
  return html;
}

std::string list_of(const std::vector<Change>& list, std::string_view title,
                    const ReportWords& words) {
  std::string html = element("h2", std::string(title) + ": " + std::to_string(list.size())) + '\n';
  if (list.empty()) return html;
  html += "<div class=\"wide\"><table class=\"words\">\n" + row_of("th", head_of_judgements(words));
  for (const Change& change : list) {
    html +=
        judgement_row(change.judgement, change.document + ' ' + change.judgement.subject, words);
  }
  return html + "</table></div>\n";
}

}  // namespace

std::string to_html(const EvaluationReport& report) {
  const ReportWords& words = report_words(report.language);
  std::string html = "<!doctype html>\n<html lang=\"" + std::string(words.language) +
                     "\"><head><meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width\">\n" +
                     element("title", words.title) + "\n<style>\n" + std::string(style) +
                     "</style></head><body>\n" + element("h1", words.title) + '\n';
  html += totals(report, words) + by_document(report, words) + calibration(report, words);
  if (report.changes) {
    html += list_of(report.changes->gains, words.gains, words) +
            list_of(report.changes->losses, words.losses, words);
  }
  return html + errors(report, words) + "</body></html>\n";
}

}  // namespace trichyeu
