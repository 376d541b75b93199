#include "tools/batch/status.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "tools/batch/printable.h"

namespace trichyeu {
namespace {

using nlohmann::ordered_json;

constexpr std::array<State, 5> states{State::done, State::partial, State::failed, State::skipped,
                                      State::waiting};
// A page that could not be read has no code of its own: what it is stands in the output.
constexpr const char* partial_code = "partial";

struct Words {
  std::array<const char*, 5> states;  // in the order of `states`
  const char* inputs;
  const char* pages;
  const char* not_read;
  const char* hours;
  const char* memory;
  const char* failures;
  const char* skipped;
  const char* more;
};

const Words vietnamese{{"xong", "đọc được một phần", "lỗi", "bỏ qua", "chưa xong"},
                       "Tệp",
                       "Trang",
                       "không đọc được",
                       "Giờ xử lý",
                       "Bộ nhớ nhiều nhất (MB)",
                       "Lỗi, theo mã:",
                       "Bỏ qua, theo mã:",
                       "và còn nữa:"};
const Words english{{"done", "read in part", "failed", "skipped", "to do"},
                    "Inputs",
                    "Pages",
                    "not read",
                    "Hours of work",
                    "Most memory (MB)",
                    "Failures by code:",
                    "Skipped by code:",
                    "and more:"};

std::vector<FailureGroup> largest_first(std::map<std::string, FailureGroup> by_code) {
  std::vector<FailureGroup> groups;
  for (auto& [code, group] : by_code) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(), [](const FailureGroup& a, const FailureGroup& b) {
    return a.targets.size() > b.targets.size();
  });
  return groups;
}

void add(const InputRecord& record, std::map<std::string, FailureGroup>& by_code) {
  const std::string code = record.error_code.empty() ? partial_code : record.error_code;
  FailureGroup& group = by_code[code];
  if (group.targets.empty()) {
    group.code = code;
    group.example = record.error_text;
  }
  group.targets.push_back(record.target);
}

std::string text_of(const std::vector<FailureGroup>& groups, const char* heading,
                    const Words& words, std::size_t most_targets) {
  if (groups.empty()) return {};
  std::string text = std::string(heading) + '\n';
  for (const FailureGroup& group : groups) {
    text += "  " + group.code + ": " + std::to_string(group.targets.size());
    if (!group.example.empty()) text += "  (" + group.example + ')';
    text += '\n';
    const std::size_t shown = std::min(group.targets.size(), most_targets);
    for (std::size_t at = 0; at < shown; ++at) text += "    " + printable(group.targets[at]) + '\n';
    if (shown < group.targets.size()) {
      text += "    " + std::string(words.more) + ' ' +
              std::to_string(group.targets.size() - shown) + '\n';
    }
  }
  return text;
}

ordered_json json_of(const std::vector<FailureGroup>& groups) {
  ordered_json list = ordered_json::array();
  for (const FailureGroup& group : groups) {
    ordered_json targets = ordered_json::array();
    for (const std::string& target : group.targets) targets.push_back(printable(target));
    list.push_back({{"code", group.code},
                    {"count", group.targets.size()},
                    {"text", group.example},
                    {"targets", std::move(targets)}});
  }
  return list;
}

std::string hours_of(double seconds) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.2f", seconds / 3600);
  return text.data();
}

}  // namespace

Standings standings_of(Manifest& manifest) {
  Standings standings;
  standings.totals = manifest.totals();
  standings.runs = manifest.runs();
  standings.makings = manifest.makings();
  std::map<std::string, FailureGroup> failures;
  std::map<std::string, FailureGroup> skipped;
  manifest.each([&](const InputRecord& record) {
    if (record.state == State::failed || record.state == State::partial) add(record, failures);
    if (record.state == State::skipped) add(record, skipped);
  });
  standings.failures = largest_first(std::move(failures));
  standings.skipped = largest_first(std::move(skipped));
  return standings;
}

std::string status_text(const Standings& standings, std::string_view language,
                        std::size_t most_targets) {
  const Words& words = language == "en" ? english : vietnamese;
  const Totals& totals = standings.totals;
  std::string text = std::string(words.inputs) + ": " + std::to_string(totals.all());
  const char* before = " (";
  for (std::size_t at = 0; at < states.size(); ++at) {
    if (totals.of(states[at]) == 0) continue;
    text += before + std::string(words.states[at]) + ' ' + std::to_string(totals.of(states[at]));
    before = ", ";
  }
  text += totals.all() > 0 ? ")\n" : "\n";
  text += std::string(words.pages) + ": " + std::to_string(totals.pages);
  if (totals.failed_pages > 0)
    text += " (" + std::string(words.not_read) + ' ' + std::to_string(totals.failed_pages) + ')';
  text += '\n' + std::string(words.hours) + ": " + hours_of(totals.seconds) + '\n';
  text += std::string(words.memory) + ": " + std::to_string(totals.peak_memory_bytes >> 20U) + '\n';
  return text + text_of(standings.failures, words.failures, words, most_targets) +
         text_of(standings.skipped, words.skipped, words, most_targets);
}

std::string status_json(const Standings& standings) {
  const Totals& totals = standings.totals;
  ordered_json status{{"version", 1}, {"inputs", totals.all()}};
  for (const State state : states) status["states"][std::string(name_of(state))] = totals.of(state);
  status["pages"] = totals.pages;
  status["failedPages"] = totals.failed_pages;
  status["seconds"] = totals.seconds;
  status["peakMemoryBytes"] = totals.peak_memory_bytes;
  status["failures"] = json_of(standings.failures);
  status["skipped"] = json_of(standings.skipped);
  status["runs"] = ordered_json::array();
  for (const RunRecord& run : standings.runs)
    status["runs"].push_back(
        {{"started", run.started}, {"ended", run.ended}, {"outcome", run.outcome}});
  status["producers"] = ordered_json::array();
  for (const Making& making : standings.makings)
    status["producers"].push_back({{"program", making.program},
                                   {"grammar", making.grammar},
                                   {"ocr", making.ocr},
                                   {"options", making.options}});
  return status.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace trichyeu
