// Plain HTML with its style inside and no script: it opens from a mail as from a folder.
#include <algorithm>

#include "tools/evaluate/report.h"
#include "tools/evaluate/wording.h"

namespace trichyeu {
namespace {

constexpr std::string_view style =
    ":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#ccc;--faint:#666;"
    "--low:#ffe3e0;--middle:#fff4cf;--high:#e2f4e2}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6e6e6;--paper:#161a1d;--line:#3a4147;"
    "--faint:#9aa4ab;--low:#5a2a26;--middle:#4f441d;--high:#1f4226}}\n"
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
    "color:var(--ink);background:var(--paper)}\n"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\n"
    ".note{color:var(--faint);max-width:46rem}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:right;"
    "vertical-align:top}\n"
    "th:first-child,td:first-child,.words td,.words th{text-align:left}\n"
    "tr:last-child.total td{font-weight:600;border-top:2px solid var(--faint)}\n"
    ".low{background:var(--low)}.middle{background:var(--middle)}.high{background:var(--high)}\n"
    "summary{cursor:pointer;padding:.25rem 0}\n"
    ".text{width:100%;table-layout:fixed}.text th,.text td{text-align:left;"
    "overflow-wrap:anywhere}.text th:first-child{width:3rem}"
    ".text td:first-child{color:var(--faint);text-align:right}\n"
    ".text .near{color:var(--faint)}\n"
    ".text ul{margin:0;padding:0;list-style:none}.text li{padding:.1rem .4rem;margin:0 0 .25rem;"
    "border-radius:.25rem}\n"
    "b{font-weight:600}q{quotes:\"“\" \"”\"}\n"
    "@media print{body{max-width:none;margin:0}}\n";

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

// What is missing is worse than what is there but otherwise.
std::string_view colour_of(Outcome outcome) { return outcome == Outcome::wrong ? "middle" : "low"; }

std::string error_item(const Judgement& judgement, const ReportWords& words) {
  std::string html = "<li class=\"" + std::string(colour_of(judgement.outcome)) + "\">" +
                     element("b", word_of(judgement.outcome, words)) + ' ' +
                     escaped(label_of(judgement.field, words.language));
  if (!judgement.subject.empty()) html += " (" + escaped(judgement.subject) + ')';
  if (judgement.outcome != Outcome::invented) html += ": " + element("q", judgement.wanted);
  if (judgement.outcome == Outcome::wrong) html += " ≠ ";
  if (judgement.outcome == Outcome::invented) html += ": ";
  if (judgement.outcome != Outcome::missed) html += element("q", judgement.found);
  return html + "</li>";
}

// The lines with errors and one before and behind each, the errors beside them; first those of no
// line.
std::string text_with_errors(const DocumentEvaluation& document, const ReportWords& words) {
  std::vector<std::string> items(document.lines.size() + 1);
  for (const Judgement& judgement : document.judgements) {
    if (judgement.outcome != Outcome::right) items[judgement.line] += error_item(judgement, words);
  }
  const auto has_errors = [&](std::size_t line) {
    return line > 0 && line < items.size() && !items[line].empty();
  };
  std::string html = "<table class=\"text\">\n<tr>" + element("th", "") +
                     element("th", words.text) + element("th", words.errors) + "</tr>\n";
  if (!items[0].empty()) {
    html += "<tr><td>–</td>" + element("td", words.no_line) + "<td><ul>" + items[0] +
            "</ul></td></tr>\n";
  }
  for (std::size_t line = 1; line < items.size(); ++line) {
    if (!has_errors(line - 1) && !has_errors(line) && !has_errors(line + 1)) continue;
    html += has_errors(line) ? "<tr>" : "<tr class=\"near\">";
    html += element("td", std::to_string(line)) + element("td", document.lines[line - 1]);
    html += has_errors(line) ? "<td><ul>" + items[line] + "</ul></td></tr>\n" : "<td></td></tr>\n";
  }
  return html + "</table>";
}

std::string errors(const EvaluationReport& report, const ReportWords& words) {
  std::string html = element("h2", words.errors_beside_text) + '\n';
  for (const DocumentEvaluation& document : report.documents) {
    const auto count = std::count_if(
        document.judgements.begin(), document.judgements.end(),
        [](const Judgement& judgement) { return judgement.outcome != Outcome::right; });
    html += (report.documents.size() == 1 ? "<details open>" : "<details>") +
            element("summary", document.name + ": " + std::to_string(count));
    if (count > 0) html += text_with_errors(document, words);
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
                     "</style></head><body>\n" + element("h1", words.title) + '\n' +
                     "<p class=\"note\">" + escaped(words.how_to_read) + "</p>\n";
  html += totals(report, words) + by_document(report, words) + calibration(report, words);
  if (report.changes) {
    html += list_of(report.changes->gains, words.gains, words) +
            list_of(report.changes->losses, words.losses, words);
  }
  return html + errors(report, words) + "</body></html>\n";
}

}  // namespace trichyeu
