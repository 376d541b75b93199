// Every motto, number and place-date begins a search: down to the title, then up to the issuer.
#include "extractor/structure/letterheads.h"

#include <algorithm>

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_letterhead = 25;  // lines from its first landmark to its title
constexpr std::size_t longest_title = 8;        // lines under the type
constexpr std::size_t longest_heading = 8;      // lines over the letterhead that may name an annex
constexpr std::size_t longest_line = 200;       // bytes; a longer line is running text

std::string letters_of(std::string_view text) {
  std::string letters = fold_marks(lowercase(text));
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  return letters;
}

class LetterheadFinder {
 public:
  LetterheadFinder(const std::vector<Line>& lines, const NormalText& normal,
                   const Grammars& grammars)
      : lines_(lines), normal_(normal), words_(grammars.grammar("documents")) {
    for (const std::string& head : grammars.list("unit-heads").entries("head"))
      unit_heads_.push_back(lowercase(head));
  }

  std::vector<Letterhead> run() {
    std::vector<Letterhead> heads;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (!is_landmark(at)) continue;
      heads.push_back(letterhead_from(at, heads.empty() ? 0 : heads.back().to));
      at = heads.back().to - 1;
    }
    return heads;
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const { return lines_[at].text(normal_); }
  [[nodiscard]] bool is_passed(std::size_t at) const { return lines_[at].apart.has_value(); }

  // The Party's name at the start of a line of running text is no motto.
  [[nodiscard]] bool is_landmark(std::size_t at) const {
    const Line& line = lines_[at];
    if (line.apart || line.place.in_table()) return false;
    if (line.kind == LineKind::motto) return is_all_capitals(text(at)) || !line.mended.empty();
    return line.kind == LineKind::number || line.kind == LineKind::place_date;
  }

  // No letterhead runs over a page's end.
  [[nodiscard]] bool page_ends_before(std::size_t at) const {
    if (at == 0 || lines_[at].page != lines_[at - 1].page) return true;
    const auto& breaks = normal_.page_breaks_before_byte;
    const auto next =
        std::upper_bound(breaks.begin(), breaks.end(), lines_[at - 1].bytes.from_byte);
    return next != breaks.end() && *next <= lines_[at].bytes.from_byte;
  }

  [[nodiscard]] Letterhead letterhead_from(std::size_t landmark, std::size_t behind) const {
    Letterhead head;
    head.from = head.to = landmark;
    const std::size_t end = std::min(lines_.size(), landmark + longest_letterhead);
    for (std::size_t at = landmark; at < end && !head.addressed; ++at) {
      if (at > landmark && page_ends_before(at)) break;
      if (is_passed(at)) continue;
      if (!take(at, head)) break;
      head.to = at + 1;
    }
    take_lines_above(head, behind);
    look_at_headings_above(head, behind);
    return head;
  }

  // Notes what the line says of the letterhead; false where it is no part of it.
  bool take(std::size_t at, Letterhead& head) const {
    const Line& line = lines_[at];
    if (line.place.in_table()) return false;
    if (head.type && at > *head.type + longest_title) return false;
    switch (line.kind) {
      case LineKind::motto: head.motto = head.motto || is_landmark(at); break;
      case LineKind::place_date: head.place_date = true; break;
      case LineKind::addressee: head.addressed = true; break;
      case LineKind::subject: head.subject = true; break;
      case LineKind::number:
        if (!head.number) head.number = at;
        break;
      case LineKind::type:
        if (head.type) return false;
        head.type = at;
        break;
      case LineKind::issued_with:
        if (head.type && !head.issued_with) head.issued_with = at;
        if (!head.type) head.under_heading = true;
        break;
      case LineKind::annex:
      case LineKind::form: head.under_heading = true; break;
      case LineKind::text:
      case LineKind::stamp: return take_text(at, head);
      default: return false;
    }
    head.has_blanks = head.has_blanks || (!head.type && is("form", at));
    return true;
  }

  bool take_text(std::size_t at, Letterhead& head) const {
    if (lines_[at].level != Level::none || text(at).size() > longest_line) return false;
    if (head.type) return true;
    if (is("heading", at)) head.under_heading = true;
    if (is("form", at)) head.has_blanks = true;
    if (is_all_capitals(text(at)) && (begins_body(at) || !head.issuer.empty()))
      head.issuer += letters_of(text(at));
    return true;
  }

  [[nodiscard]] bool is(std::string_view what, std::size_t at) const {
    const auto match = words_.find(text(at), ZoneKind::letterhead);
    return match && match->emitted("is") == what;
  }

  [[nodiscard]] bool begins_body(std::size_t at) const {
    const std::string small = lowercase(text(at));
    return std::any_of(unit_heads_.begin(), unit_heads_.end(), [&](const std::string& head) {
      return small.compare(0, head.size(), head) == 0 &&
             (small.size() == head.size() || small[head.size()] == ' ');
    });
  }

  // A line over the landmark that the letterhead may hold: a signer's name does not begin a body,
  // and so is not taken.
  [[nodiscard]] bool may_stand_above(std::size_t at) const {
    const Line& line = lines_[at];
    if (line.place.in_table() || line.level != Level::none) return false;
    if (line.kind == LineKind::stamp) return true;
    return line.kind == LineKind::text && text(at).size() <= longest_line &&
           (is_all_capitals(text(at)) || !has_letter(text(at)));
  }

  void take_lines_above(Letterhead& head, std::size_t behind) const {
    std::string issuer;
    for (std::size_t at = head.from; at > behind && !page_ends_before(at);) {
      --at;
      if (is_passed(at)) continue;
      if (!may_stand_above(at)) break;
      if (is("form", at)) head.has_blanks = true;
      issuer = letters_of(text(at)) + issuer;
      if (!begins_body(at)) continue;
      head.from = at;
      head.issuer = issuer + head.issuer;
      issuer.clear();
    }
  }

  void look_at_headings_above(Letterhead& head, std::size_t behind) const {
    std::size_t seen = 0;
    for (std::size_t at = head.from; at > behind && !page_ends_before(at);) {
      --at;
      if (is_passed(at)) continue;
      const Line& line = lines_[at];
      const bool heading = line.kind == LineKind::annex || line.kind == LineKind::form ||
                           line.kind == LineKind::issued_with || is("heading", at);
      if (heading) head.under_heading = true;
      const bool may_be = line.kind == LineKind::text || line.kind == LineKind::stamp;
      if (heading || ++seen == longest_heading || !may_be || line.level != Level::none ||
          line.place.in_table() || text(at).size() > longest_line) {
        return;
      }
    }
  }

  const std::vector<Line>& lines_;
  const NormalText& normal_;
  const Grammar& words_;
  std::vector<std::string> unit_heads_;  // small letters
};

}  // namespace

int Letterhead::parts() const {
  const bool titled = type.has_value() || subject || addressed;
  return static_cast<int>(!issuer.empty()) + static_cast<int>(number.has_value()) +
         static_cast<int>(place_date) + static_cast<int>(titled);
}

std::vector<Letterhead> letterheads_of(const std::vector<Line>& lines, const NormalText& normal,
                                       const Grammars& grammars) {
  return LetterheadFinder(lines, normal, grammars).run();
}

}  // namespace trichyeu
