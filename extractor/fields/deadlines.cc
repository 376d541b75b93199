// Rules find time expressions; here is decided which of them are deadlines.
//
// The value of a label is one whole: with one dated expression in it, all of it is that deadline's
// text; occasions without dates ("theo yêu cầu, …") count only where nothing else does. In running
// text an expression counts where its rule says so, by its place in the sentence or by the word
// that governs it (grammars/time-context.toml).
#include <algorithm>
#include <charconv>

#include "extractor/fields/fields.h"
#include "extractor/fields/time_expression.h"
#include "extractor/fields/time_recurrence.h"
#include "extractor/fields/value.h"

namespace trichyeu {
namespace {

constexpr std::string_view loose_ends = ".,;:";
constexpr std::string_view unparsed_rule = "deadlines.unparsed";

// Unless the rule says its own (`confidence`).
constexpr double labelled_confidence = 0.97;
constexpr double running_confidence = 0.9;
constexpr double undated_confidence = 0.85;
constexpr double unparsed_confidence = 0.5;

// The stretch with letters in place of what is masked, so that nothing is found there or across.
std::string visible(ByteSpan stretch, std::string_view text, const std::vector<ByteSpan>& masked) {
  std::string out(stretch.of(text));
  for (const ByteSpan& mask : masked) {
    if (!mask.overlaps(stretch)) continue;
    const std::size_t from = std::max(mask.from_byte, stretch.from_byte) - stretch.from_byte;
    const std::size_t to = std::min(mask.to_byte, stretch.to_byte) - stretch.from_byte;
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(from),
              out.begin() + static_cast<std::ptrdiff_t>(to), 'x');
  }
  return out;
}

struct Found {
  TimeExpression expression;
  const Rule* rule = nullptr;
};

// Everything that a deadline may come of, in order.
class Finder {
 public:
  Finder(const DocumentTree& tree, const TimeContext& context, const Grammars& grammars)
      : tree_(tree), context_(context), grammars_(grammars), reader_(grammars, context) {}

  [[nodiscard]] std::vector<Deadline> labelled(ByteSpan value, std::string_view text) const;
  [[nodiscard]] std::vector<Deadline> running(ByteSpan stretch, std::string_view text) const;

 private:
  [[nodiscard]] std::vector<Found> find(std::string_view grammar, std::string_view text,
                                        bool share_years) const;
  [[nodiscard]] Deadline finished(const Found& found, ByteSpan bytes, double confidence) const;
  [[nodiscard]] bool counts(const Found& found, std::string_view text,
                            const std::vector<Match>& governors) const;
  [[nodiscard]] bool is_over(const Found& found) const;
  [[nodiscard]] bool is_to_come(const Found& found) const;
  [[nodiscard]] bool says_nothing_is_due(std::string_view text) const;

  const DocumentTree& tree_;
  const TimeContext& context_;
  const Grammars& grammars_;
  TimeExpressionReader reader_;
};

bool is_dated(const Found& found) {
  const DeadlineKind kind = found.expression.deadline.kind;
  return kind == DeadlineKind::interval || kind == DeadlineKind::open ||
         kind == DeadlineKind::due || kind == DeadlineKind::recurring;
}

// "Ngay sau khi …" has a length of zero: an occasion like others.
bool is_duration(const Found& found) {
  const Deadline& deadline = found.expression.deadline;
  return deadline.kind == DeadlineKind::relative && !deadline.duration.empty() &&
         deadline.duration != "P0D";
}

// The nearest year that another expression of the value prints, what follows first.
int shared_year(const std::vector<int>& years, std::size_t index) {
  for (std::size_t i = index; i < years.size(); ++i) {
    if (years[i] != 0) return years[i];
  }
  for (std::size_t i = index; i-- > 0;) {
    if (years[i] != 0) return years[i];
  }
  return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2/1" of "2/1.000" is no date.
bool number_goes_on(std::string_view text, std::size_t byte) {
  return byte > 0 && byte + 1 < text.size() && is_digit(text[byte - 1]) &&
         std::string_view(".,/").find(text[byte]) != std::string_view::npos &&
         is_digit(text[byte + 1]);
}

std::vector<Found> Finder::find(std::string_view grammar, std::string_view text,
                                bool share_years) const {
  const std::vector<Match> matches = grammars_.grammar(grammar).find_all(text);
  std::vector<int> years;
  for (const Match& match : matches) years.push_back(reader_.printed_year(match, text));
  std::vector<Found> all;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].emitted("kind") == "none" || number_goes_on(text, matches[i].bytes.to_byte))
      continue;
    const int shared = share_years ? shared_year(years, i) : 0;
    const auto read = shared != 0
                          ? reader_.read(matches[i], text, shared, "")
                          : reader_.read(matches[i], text, context_.year, context_.year_source);
    for (const TimeExpression& expression : read) all.push_back({expression, matches[i].rule});
  }
  return all;
}

Deadline Finder::finished(const Found& found, ByteSpan bytes, double confidence) const {
  Deadline deadline = found.expression.deadline;
  deadline.value = value_of(bytes, tree_, found.rule->id, confidence);
  return deadline;
}

// An approximate interval ("hè") explains an exact one beside it.
bool is_exact(const Found& found) {
  const Deadline& deadline = found.expression.deadline;
  return is_dated(found) && !(deadline.approximate && deadline.kind == DeadlineKind::interval);
}

// Of the parts between ";" those that say something: dates, else "thường xuyên".
std::vector<Found> telling(const std::vector<Found>& all, std::string_view text) {
  std::vector<Found> chosen;
  const auto part_of = [&](const Found& found) {
    return std::count(text.begin(),
                      text.begin() + static_cast<std::ptrdiff_t>(found.expression.bytes.from_byte),
                      ';');
  };
  for (const Found& found : all) {
    const bool ongoing = found.expression.deadline.kind == DeadlineKind::ongoing;
    const bool beside_date = std::any_of(all.begin(), all.end(), [&](const Found& other) {
      return is_exact(other) && part_of(other) == part_of(found);
    });
    const bool vague = ongoing || (is_dated(found) && !is_exact(found));
    const bool stands = found.rule->emit.count("stands") > 0;
    if (is_duration(found) || is_exact(found) || (vague && (stands || !beside_date)))
      chosen.push_back(found);
  }
  return chosen;
}

// "sau khi tổng kết năm học": the year is the event's, not the deadline's.
void drop_dates_of_events(std::vector<Found>& all, const std::vector<Found>& occasions) {
  const auto is_of_event = [&](const Found& found) {
    return std::any_of(occasions.begin(), occasions.end(), [&](const Found& occasion) {
      return occasion.rule->emit.count("holds_dates") > 0 &&
             occasion.expression.bytes.contains(found.expression.bytes) && !is_duration(found);
    });
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_of_event), all.end());
}

// "Đã hoàn thành" is a status.
bool Finder::says_nothing_is_due(std::string_view text) const {
  const auto match = grammars_.grammar("occasions").find(text);
  return match && match->emitted("kind") == "none";
}

std::vector<Deadline> Finder::labelled(ByteSpan value, std::string_view text) const {
  const std::vector<Found> occasions = find("occasions", text, false);
  std::vector<Found> all = find("deadlines", text, true);
  drop_dates_of_events(all, occasions);
  const std::vector<Found> chosen = telling(all, text);
  if (chosen.size() == 1) return {finished(chosen.front(), value, labelled_confidence)};
  std::vector<Deadline> deadlines;
  for (const Found& found : chosen) {
    deadlines.push_back(
        finished(found, shifted(found.expression.bytes, value.from_byte), labelled_confidence));
  }
  if (!deadlines.empty()) return deadlines;
  if (!all.empty()) return {finished(all.front(), value, undated_confidence)};
  if (text.size() == 1 || says_nothing_is_due(text)) return {};
  if (!occasions.empty()) return {finished(occasions.front(), value, undated_confidence)};
  Deadline unparsed;
  unparsed.value = value_of(value, tree_, unparsed_rule, unparsed_confidence);
  return {unparsed};
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Where the sentence or clause begins that `byte` stands in: behind ". ", ";", ":" or a line's end.
std::size_t sentence_start(std::string_view text, std::size_t byte) {
  for (std::size_t at = byte; at > 0; --at) {
    const char c = text[at - 1];
    if (c == ';' || c == '\n' || c == ':') return at;
    if (c == '.' && at < text.size() && text[at] == ' ') return at;
  }
  return 0;
}

// Nothing but marks, numbers and at most an enumerating letter: "a) ", "1.2. ", "- ".
bool is_only_marks(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80U) ++letters;
  }
  return letters == 0 || (letters <= 2 && text.find(')') != std::string_view::npos);
}

bool closes(std::string_view text, std::size_t byte) {
  const std::size_t next = text.find_first_not_of(' ', byte);
  return next == std::string_view::npos ||
         std::string_view(".,;:)\n").find(text[next]) != std::string_view::npos;
}

// The context word that governs the place: the last before it in its sentence.
std::string_view governor(const std::vector<Match>& governors, std::string_view text,
                          std::size_t byte) {
  std::string_view last;
  for (const Match& match : governors) {
    if (match.bytes.to_byte > byte) break;
    const std::size_t next_stop = text.find_first_of(";\n", match.bytes.to_byte);
    const std::size_t sentence_end = text.find(". ", match.bytes.to_byte);
    if (match.emitted("context") == "transparent") continue;
    last = std::min(next_stop, sentence_end) < byte ? std::string_view() : match.emitted("context");
  }
  return last;
}

// Whether `condition` is one of the words of `conditions`.
bool asks_for(std::string_view conditions, std::string_view condition) {
  if (condition.empty()) return false;
  while (!conditions.empty()) {
    const std::size_t end = std::min(conditions.find(' '), conditions.size());
    if (conditions.substr(0, end) == condition) return true;
    conditions.remove_prefix(std::min(end + 1, conditions.size()));
  }
  return false;
}

// "định kỳ 6 tháng báo cáo trước ngày 15 tháng 6": a day without year after a recurrence comes
// every year.
void repeat_days_of_recurrence(std::vector<Found>& all, std::string_view text) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    Deadline& deadline = all[i].expression.deadline;
    const auto end = date_of_iso(deadline.end);
    if (deadline.assumption.empty() || !end) continue;
    const std::size_t start = sentence_start(text, all[i].expression.bytes.from_byte);
    const bool recurs = std::any_of(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](const Found& other) {
          return other.expression.deadline.kind == DeadlineKind::recurring &&
                 other.expression.bytes.from_byte >= start;
        });
    if (!recurs) continue;
    deadline.kind = DeadlineKind::recurring;
    deadline.recurrence = every_months(12) + ";" + by_last_day({*end, *end});
    deadline.start.clear();
    deadline.end.clear();
    deadline.assumption.clear();
  }
}

// The year of an ISO date, 0 where there is none.
int year_of(const std::string& iso) { return iso.size() < 4 ? 0 : std::stoi(iso.substr(0, 4)); }

// "từ năm 2010" of a plan of 2025 tells what was, and so does "1935 - 2025".
bool Finder::is_over(const Found& found) const {
  constexpr int longest_running_years = 5;
  const Deadline& deadline = found.expression.deadline;
  const int issued = year_of(context_.issued);
  const int start = year_of(deadline.start);
  const int last = deadline.end.empty() ? start : year_of(deadline.end);
  if (issued == 0 || last == 0) return false;
  return last < issued || (start != 0 && start < issued - longest_running_years);
}

// A printed day that the document looks forward to; a day behind it is mostly that of another text.
bool Finder::is_to_come(const Found& found) const {
  constexpr std::size_t whole_date = 10;  // "2025-03-01"
  const Deadline& deadline = found.expression.deadline;
  return deadline.assumption.empty() && context_.issued.size() == whole_date &&
         deadline.end >= context_.issued;
}

// The confidence that the rule states, else `otherwise`.
double confidence_of(const Rule& rule, double otherwise) {
  const auto stated = rule.emit.find("confidence");
  if (stated == rule.emit.end()) return otherwise;
  const std::string& text = stated->second;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

// "trong tháng 5 và tháng 9": what times the work before the conjunction times it behind.
bool joins(const Found& before, const Found& found, std::string_view text) {
  const std::size_t from = before.expression.bytes.to_byte;
  const std::size_t to = found.expression.bytes.from_byte;
  if (from >= to || before.expression.deadline.kind != found.expression.deadline.kind) return false;
  const std::string_view between = text.substr(from, to - from);
  return is_dated(found) && (between == " và " || between == ", " || between == ", và ");
}

// "hằng ngày trong đợt kiểm tra": the rider says no more than what it stands beside.
void drop_riders(std::vector<Found>& counted, std::string_view text) {
  const auto clause_of = [&](const Found& found) {
    return sentence_start(text, found.expression.bytes.from_byte);
  };
  std::vector<Found> kept;
  for (const Found& found : counted) {
    const bool rider = found.rule->emit.count("rider") > 0;
    const bool beside_date = std::any_of(counted.begin(), counted.end(), [&](const Found& other) {
      return is_dated(other) && clause_of(other) == clause_of(found);
    });
    if (!rider || !beside_date) kept.push_back(found);
  }
  counted = std::move(kept);
}

bool Finder::counts(const Found& found, std::string_view text,
                    const std::vector<Match>& governors) const {
  const auto rule = found.rule->emit.find("running");
  if (rule == found.rule->emit.end()) return false;
  const std::string_view conditions = rule->second;
  const ByteSpan bytes = found.expression.bytes;
  const bool always = asks_for(conditions, "always");
  if (is_over(found) && !(always && found.expression.deadline.kind == DeadlineKind::open))
    return false;
  if (always || asks_for(conditions, "upcoming")) return true;
  if (asks_for(conditions, "future") && is_to_come(found)) return true;
  const std::size_t start = sentence_start(text, bytes.from_byte);
  if (asks_for(conditions, "opening") && is_only_marks(text.substr(start, bytes.from_byte - start)))
    return true;
  const std::string_view context = governor(governors, text, bytes.from_byte);
  if (asks_for(conditions, context) || (asks_for(conditions, "unplanned") && context != "plan"))
    return true;
  return asks_for(conditions, "closing") && context != "plan" && closes(text, bytes.to_byte);
}

std::vector<Deadline> Finder::running(ByteSpan stretch, std::string_view text) const {
  std::vector<Found> all = find("deadlines", text, false);
  if (all.empty()) return {};
  repeat_days_of_recurrence(all, text);
  const std::vector<Match> governors = grammars_.grammar("time-context").find_all(text);
  std::vector<Found> counted;
  for (const Found& found : all) {
    const bool joined = !counted.empty() && joins(counted.back(), found, text);
    if (joined || counts(found, text, governors)) counted.push_back(found);
  }
  drop_riders(counted, text);
  std::vector<Deadline> deadlines;
  for (const Found& found : counted) {
    const ByteSpan bytes =
        trimmed(shifted(found.expression.bytes, stretch.from_byte), tree_.text, loose_ends);
    const bool parsed = found.expression.deadline.kind != DeadlineKind::unparsed;
    deadlines.push_back(
        finished(found, bytes,
                 parsed ? confidence_of(*found.rule, running_confidence) : unparsed_confidence));
  }
  return deadlines;
}

}  // namespace

std::vector<Deadline> extract_deadlines(ByteSpan stretch, bool labelled, const DocumentTree& tree,
                                        const TimeContext& context,
                                        const std::vector<ByteSpan>& masked,
                                        const Grammars& grammars) {
  if (labelled) stretch = trimmed(stretch, tree.text, loose_ends);
  if (stretch.empty()) return {};
  const std::string text = visible(stretch, tree.text, masked);
  const Finder finder(tree, context, grammars);
  return labelled ? finder.labelled(stretch, text) : finder.running(stretch, text);
}

}  // namespace trichyeu
