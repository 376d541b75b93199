// Every word is taken apart into runs of letters, of digits and of signs. A sign falls where what
// stands on its two sides belongs together.
#include "extractor/read/sign_mender.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extractor/read/word_pairs.h"
#include "normalizer/letters.h"
#include "normalizer/syllable.h"

namespace trichyeu {
namespace {

constexpr int least_lift = 20;         // of a pair that a sign may part in print
constexpr double sure_of_sign = 0.9;   // confidence in the word that it stands at
constexpr std::size_t most_signs = 2;  // specks side by side
constexpr std::size_t most_signs_of_dash = 3;
constexpr std::size_t most_digits_of_item = 2;
constexpr std::string_view specks = ".,:;'`^*_-";  // and marks beyond ASCII:
constexpr std::array<std::string_view, 3> other_specks{"‹", "ˆ", "°"};
constexpr std::string_view never_at_beginning = ".'`^";  // of a word

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_capital_of_numeral(char c) { return c == 'I' || c == 'V' || c == 'X'; }

enum class Kind { letters, digits, signs };

// Letters beyond ASCII stand in blocks whose first byte is C3 to C6 or E1; other signs in others.
Kind kind_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (is_digit(text[at])) return Kind::digits;
  const bool ascii = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
  return ascii || (byte >= 0xC3 && byte <= 0xC6) || byte == 0xE1 ? Kind::letters : Kind::signs;
}

struct Run {
  Kind kind = Kind::signs;
  std::string_view text;
};

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size();) {
    const Kind kind = kind_at(text, at);
    std::size_t end = at;
    do {
      ++end;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    } while (end < text.size() && kind_at(text, end) == kind);
    runs.push_back({kind, text.substr(at, end - at)});
    at = end;
  }
  return runs;
}

bool are_specks(std::string_view signs) {
  for (const std::string_view other : other_specks) {
    if (signs == other) return true;
  }
  return !signs.empty() && signs.size() <= most_signs &&
         signs.find_first_not_of(specks) == std::string_view::npos;
}

bool is_word(const Run& run) {
  return run.kind == Kind::letters &&
         (code_point_count(run.text) > 1 ? is_syllable(run.text) : is_word_without_onset(run.text));
}

const WordPair* pair_of_runs(const Run& a, const Run& b) {
  return pair_of(lowercase(a.text), lowercase(b.text));
}

bool belong_together(const Run& a, const Run& b) {
  const WordPair* pair = pair_of_runs(a, b);
  return pair != nullptr && pair->lift >= least_lift;
}

bool holds_number(std::string_view word) {
  const std::string small = lowercase(word);
  return small == "số" || small == "ngày" || small == "tháng" || small == "năm";
}

// What stands between two words is no sign where they belong together; a full stop ends a sentence,
// and so stands before no small letter.
bool parts_nothing(const Run& before, std::string_view signs, const Run& behind) {
  if (!is_word(before) || !is_word(behind) || !are_specks(signs)) return false;
  const bool small = starts_lowercase(behind.text);
  if (signs == "." && small && (before.text.size() > 1)) return true;
  if (signs == "-" && !small) return false;
  return belong_together(before, behind);
}

// Between a word and a number, which is whole with what stands behind it.
bool parts_no_number(const Run& before, std::string_view signs, std::string_view number,
                     bool inside) {
  if (before.kind != Kind::letters || !is_word(before) || !is_digit(number.front())) return false;
  if (signs == ".") return holds_number(before.text) || (inside && starts_lowercase(before.text));
  return (signs == ":" || signs == "-" || signs == "'") && holds_number(before.text) &&
         starts_lowercase(before.text) && lowercase(before.text) != "số";
}

class LineMender {
 public:
  LineMender(PageLine& line, std::vector<Mend>& mends) : line_(line), mends_(mends) {}

  void mend() {
    mend_item();
    mend_dash();
    for (std::size_t at = 0; at < line_.size(); ++at) {
      drop_leading_speck(at);
      while (part_inside(at)) ++at;
      drop_trailing_speck(at);
    }
    drop_lone_specks();
    drop_frames();
  }

 private:
  void change(std::size_t at, std::string meant) {
    mends_.push_back({line_[at].text, meant, meant});
    line_[at].text = std::move(meant);
    line_[at].second.clear();
  }

  // "1," "IV;" "1.2:1." before a capital.
  void mend_item() {
    if (line_.size() < 2 || starts_lowercase(line_[1].text) || !has_letter(line_[1].text)) return;
    const std::string& text = line_[0].text;
    if (text.find_first_of(",;:") == std::string::npos) return;
    const std::optional<std::string> item = item_of(text);
    if (item && *item != text) change(0, *item);
  }

  // "~-", "-:" before a capital.
  void mend_dash() {
    if (line_.size() < 2 || starts_lowercase(line_[1].text) || !has_letter(line_[1].text)) return;
    const std::string& text = line_[0].text;
    static constexpr std::string_view dashes = "-~=";
    if (text.size() > 1 && text.size() <= most_signs_of_dash &&
        text.find_first_of(dashes) != std::string::npos &&
        text.find_first_not_of("-~=.:'`_") == std::string::npos)
      change(0, "-");
  }

  static std::optional<std::string> item_of(std::string_view text) {
    std::string item;
    const std::vector<Run> runs = runs_of(text);
    if (runs.size() % 2 != 0) return std::nullopt;
    const bool roman = runs.size() == 2 &&
                       std::all_of(runs[0].text.begin(), runs[0].text.end(), is_capital_of_numeral);
    for (std::size_t i = 0; i < runs.size(); i += 2) {
      const bool number =
          runs[i].kind == Kind::digits && runs[i].text.size() <= most_digits_of_item;
      if (!(number || roman) || runs[i + 1].text.size() != 1 ||
          runs[i + 1].text.find_first_not_of(".,;:") != std::string_view::npos)
        return std::nullopt;
      item.append(runs[i].text).append(1, '.');
    }
    return item;
  }

  void drop_leading_speck(std::size_t at) {
    const std::string& text = line_[at].text;
    const std::vector<Run> runs = runs_of(text);
    if (runs.size() < 2 || runs[0].kind != Kind::signs || runs[1].kind != Kind::letters) return;
    const std::string_view signs = runs[0].text;
    const bool never = signs.size() > 1 ? std::find(other_specks.begin(), other_specks.end(),
                                                    signs) != other_specks.end()
                                        : never_at_beginning.find(signs) != std::string_view::npos;
    const bool inside = at > 0 && signs.size() == 1 &&
                        std::string_view(",:;").find(signs) != std::string_view::npos;
    const bool quoted = text.find('\'', 1) != std::string::npos;
    if ((never || inside) && !quoted) change(at, text.substr(signs.size()));
  }

  // Whether the word at `at` is two: the second one follows then.
  bool part_inside(std::size_t at) {
    const std::string text = line_[at].text;
    const std::vector<Run> runs = runs_of(text);
    for (std::size_t i = 0; i + 2 < runs.size(); ++i) {
      const Run &before = runs[i], &signs = runs[i + 1], &behind = runs[i + 2];
      if (signs.kind != Kind::signs || before.kind == Kind::signs) continue;
      const auto from = static_cast<std::size_t>(signs.text.data() - text.data());
      const std::string_view rest = std::string_view(text).substr(from + signs.text.size());
      if (i == 0 && (parts_nothing(before, signs.text, behind) ||
                     parts_no_number(before, signs.text, rest, true))) {
        split(at, from, signs.text.size());
        return true;
      }
    }
    return false;
  }

  void split(std::size_t at, std::size_t from_byte, std::size_t signs) {
    PageWord& word = line_[at];
    PageWord second = word;
    const std::string read = word.text;
    second.text = read.substr(from_byte + signs);
    word.text.resize(from_byte);
    const double share = static_cast<double>(code_point_count(word.text)) /
                         static_cast<double>(code_point_count(read));
    for (Box PageWord::*box : {&PageWord::box, &PageWord::reach}) {
      const double middle = (word.*box).left + share * (word.*box).width();
      (word.*box).right = middle;
      (second.*box).left = middle;
    }
    word.joined = false;
    word.second.clear();
    second.second.clear();
    const std::string meant = word.text + ' ' + second.text;
    mends_.push_back({read, meant, meant});
    line_.insert(line_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(second));
  }

  // Before the next word.
  void drop_trailing_speck(std::size_t at) {
    if (at + 1 >= line_.size()) return;
    const std::string& text = line_[at].text;
    const std::vector<Run> runs = runs_of(text), next = runs_of(line_[at + 1].text);
    if (runs.size() != 2 || runs[1].kind != Kind::signs) return;
    const std::string_view signs = runs[1].text;
    const bool before_word = next[0].kind == Kind::letters && signs != "," &&
                             (signs == "." || line_[at].confidence < sure_of_sign) &&
                             starts_lowercase(next[0].text) &&
                             parts_nothing(runs[0], signs, next[0]);
    const bool before_number = next[0].kind == Kind::digits &&
                               parts_no_number(runs[0], signs, line_[at + 1].text, false) &&
                               (lowercase(runs[0].text) != "năm" || next[0].text.size() == 4);
    if (before_word || before_number) change(at, std::string(runs[0].text));
  }

  // Between two words, or before the first.
  void drop_lone_specks() {
    for (std::size_t at = 0; at + 1 < line_.size();) {
      const std::string text = line_[at].text;
      const bool dash = text.find('-') != std::string::npos || text.find('*') != std::string::npos;
      const bool colon = at > 0 && text == ":";
      if (!are_specks(text) || dash || colon || text.find('_') != std::string::npos ||
          text == "..") {
        ++at;
        continue;
      }
      mends_.push_back({text + ' ' + line_[at + 1].text, line_[at + 1].text, line_[at + 1].text});
      line_.erase(line_.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  // "HỎA TỐC |": a stamp's, a table's or a shadow's edge beside the line.
  void drop_frames() {
    const auto is_frame = [](const PageWord& word) {
      return word.text.find_first_not_of("|¦") == std::string::npos;
    };
    while (line_.size() > 1 && is_frame(line_.back())) {
      const std::string beside = line_[line_.size() - 2].text;
      mends_.push_back({beside + ' ' + line_.back().text, beside, beside});
      line_.pop_back();
    }
    while (line_.size() > 1 && is_frame(line_.front())) {
      mends_.push_back({line_[0].text + ' ' + line_[1].text, line_[1].text, line_[1].text});
      line_.erase(line_.begin());
    }
  }

  PageLine& line_;
  std::vector<Mend>& mends_;
};

}  // namespace

std::vector<Mend> mend_signs(PageText& page) {
  std::vector<Mend> mends;
  for (PageLine& line : page.lines) LineMender(line, mends).mend();
  return mends;
}

}  // namespace trichyeu
