// lines -> pages that repeat others set apart -> letterheads -> where documents begin -> the lines
// of each. A letterhead is judged by what stands before it in the same document.
#include "extractor/structure/documents.h"

#include <algorithm>
#include <utility>

#include "extractor/structure/letterheads.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_name = 120;   // bytes; a longer line is running text
constexpr std::size_t longest_act = 6000;   // bytes of a decision in which it says what it issues
constexpr std::size_t highest_on_page = 6;  // lines over a letterhead at a page's top
constexpr int fewest_parts = 2;             // of a letterhead with a motto
constexpr int all_parts = 4;

std::string_view first_number(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t from = std::min(text.find_first_of(digits), text.size());
  return text.substr(from, text.find_first_not_of(digits, from) - from);
}

std::string on_one_line(std::string_view text) {
  std::string line = lowercase(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

struct Start {
  std::size_t line = 0;
  bool unsure = false;
};

// Where documents begin, the first one's beginning included, and which letterheads inside are those
// of plans that these documents issue.
struct Parting {
  std::vector<Start> starts{{}};
  std::vector<Letterhead> inner;

  [[nodiscard]] std::size_t document_of(std::size_t line) const {
    const auto behind =
        std::upper_bound(starts.begin(), starts.end(), line,
                         [](std::size_t at, const Start& start) { return at < start.line; });
    return static_cast<std::size_t>(behind - starts.begin()) - 1;
  }
};

class Parter {
 public:
  Parter(const std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars)
      : lines_(lines),
        normal_(normal),
        grammars_(grammars),
        words_(grammars.grammar("documents")) {}

  Parting run() {
    for (const Letterhead& head : letterheads_of(lines_, normal_, grammars_)) look_at(head);
    return std::move(parting_);
  }

 private:
  [[nodiscard]] std::size_t start() const { return parting_.starts.back().line; }
  [[nodiscard]] std::string_view text(std::size_t at) const { return lines_[at].text(normal_); }

  void look_at(const Letterhead& head) {
    if (!has_body_before(head.from)) {
      own_ = head;
      return;
    }
    if (!is_full(head) || head.under_heading || head.has_blanks) return;
    if (is_issued_by_document(head)) {
      parting_.inner.push_back(head);
      return;
    }
    parting_.starts.push_back({head.from, is_unsure(head)});
    own_ = head;
  }

  // Without it the letterhead is the document's own: stamps and a cover may stand over it.
  [[nodiscard]] bool has_body_before(std::size_t end) const {
    for (std::size_t at = start(); at < end; ++at) {
      if (!lines_[at].apart && is_body(lines_[at])) return true;
    }
    return false;
  }

  [[nodiscard]] static bool is_body(const Line& line) {
    switch (line.kind) {
      case LineKind::text: return line.level != Level::none || line.bytes.size() > longest_name;
      case LineKind::motto:
      case LineKind::number:
      case LineKind::place_date:
      case LineKind::type:
      case LineKind::subject:
      case LineKind::issued_with:
      case LineKind::stamp: return false;
      default: return true;
    }
  }

  [[nodiscard]] static bool is_full(const Letterhead& head) {
    return head.parts() == all_parts || (head.motto && head.parts() >= fewest_parts);
  }

  // A sheet begins with its letterhead; one in the middle may be quoted.
  [[nodiscard]] bool is_unsure(const Letterhead& head) const {
    const int parts = head.parts() + static_cast<int>(head.motto);
    return parts <= fewest_parts + 1 || !is_at_top(head);
  }

  [[nodiscard]] bool is_at_top(const Letterhead& head) const {
    const int page = lines_[head.from].page;
    if (page == 0) return true;
    std::size_t above = 0;
    for (std::size_t at = head.from; at > 0 && lines_[at - 1].page == page; --at) ++above;
    return above <= highest_on_page;
  }

  [[nodiscard]] bool is_issued_by_document(const Letterhead& head) const {
    if (!head.type) return false;
    if (head.issued_with) return names_document(*head.issued_with);
    const std::optional<std::size_t> act = issuing_act_before(head.from);
    return act && has_same_issuer(head) && issues(*act, head);
  }

  // "(Ban hành kèm theo Quyết định số 15/QĐ-UBND …)": not where the document before has another
  // number.
  [[nodiscard]] bool names_document(std::size_t bracket) const {
    const auto match = words_.find(text(bracket), ZoneKind::letterhead);
    if (!match || !own_ || !own_->number) return true;
    const std::string_view named = match->capture("number", text(bracket));
    const std::string_view own = first_number(text(*own_->number));
    return named.empty() || own.empty() || named == own;
  }

  // The type line of the decision that begins the document, if nothing that it issues stands
  // between the two already.
  [[nodiscard]] std::optional<std::size_t> issuing_act_before(std::size_t end) const {
    std::optional<std::size_t> act;
    for (std::size_t at = start(); at < end; ++at) {
      if (lines_[at].apart || lines_[at].kind != LineKind::type) continue;
      const std::string& mended = lines_[at].mended;
      const auto match = words_.find(mended.empty() ? text(at) : mended, ZoneKind::title);
      if (act || !match || match->emitted("is") != "issuing_act") return std::nullopt;
      act = at;
    }
    return act;
  }

  [[nodiscard]] bool has_same_issuer(const Letterhead& head) const {
    if (!own_ || own_->issuer.empty() || head.issuer.empty()) return true;
    return own_->issuer.find(head.issuer) != std::string::npos ||
           head.issuer.find(own_->issuer) != std::string::npos;
  }

  [[nodiscard]] bool issues(std::size_t act, const Letterhead& head) const {
    const std::size_t from = lines_[act].bytes.from_byte;
    const std::size_t size = std::min(lines_[head.from].bytes.from_byte - from, longest_act);
    const std::string_view words = std::string_view(normal_.text).substr(from, size);
    const Line& type = lines_[*head.type];
    const std::string issued = lowercase(type.mended.empty() ? text(*head.type) : type.mended);
    const std::vector<Match> finds = words_.find_all(words, ZoneKind::main);
    return std::any_of(finds.begin(), finds.end(), [&](const Match& find) {
      return issued.compare(0, find.capture("type", words).size(),
                            on_one_line(find.capture("type", words))) == 0;
    });
  }

  const std::vector<Line>& lines_;
  const NormalText& normal_;
  const Grammars& grammars_;
  const Grammar& words_;
  Parting parting_;
  std::optional<Letterhead> own_;  // of the document that goes on
};

void set_apart(std::vector<Line>& lines, int page, std::optional<MarkKind> kind) {
  for (Line& line : lines) {
    if (line.page == page) line.apart = kind;
  }
}

std::size_t first_line_of(int page, const std::vector<Line>& lines) {
  return static_cast<std::size_t>(
      std::find_if(lines.begin(), lines.end(),
                   [&](const Line& line) { return line.page == page; }) -
      lines.begin());
}

// A page that comes in two documents repeats nothing in the second; a third print of it may repeat
// that one. Gives the pages that repeat one of their own document, `released` the others.
std::vector<SourcePage> within_documents(const std::vector<SourcePage>& duplicates,
                                         const Parting& parting, const std::vector<Line>& lines,
                                         std::vector<SourcePage>& released) {
  const auto document_of = [&](int page) {
    return parting.document_of(first_line_of(page, lines));
  };
  std::vector<SourcePage> within;
  for (SourcePage page : duplicates) {
    const auto first = std::find_if(released.begin(), released.end(), [&](const SourcePage& other) {
      return other.repeats == page.repeats && document_of(other.number) == document_of(page.number);
    });
    if (document_of(page.number) == document_of(page.repeats)) {
      within.push_back(page);
    } else if (first != released.end()) {
      page.repeats = first->number;
      within.push_back(page);
    } else {
      released.push_back(page);
    }
  }
  return within;
}

// Counts the source's lines as it goes: bytes are asked for in ascending order.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  int at(std::size_t byte) {
    const auto from = text_.begin() + static_cast<std::ptrdiff_t>(byte_);
    const auto to = text_.begin() + static_cast<std::ptrdiff_t>(byte);
    line_ += static_cast<int>(std::count(from, to, '\n'));
    byte_ = byte;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  int line_ = 1;
};

class DocumentMaker {
 public:
  DocumentMaker(std::vector<Line> lines, const SourceText& source, const NormalText& normal)
      : lines_(std::move(lines)), source_(source), normal_(normal) {}

  std::vector<Document> make(const Parting& parting, const std::vector<SourcePage>& duplicates) {
    for (const Letterhead& head : parting.inner) {
      const auto inner = head.issued_with ? InnerLetterhead::named : InnerLetterhead::inferred;
      for (std::size_t at = head.from; at < *head.type; ++at) lines_[at].inner_letterhead = inner;
    }
    std::vector<Document> documents(parting.starts.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      documents[i].number = static_cast<int>(i) + 1;
      documents[i].count = static_cast<int>(documents.size());
    }
    set_extents(parting, documents);
    note(parting, duplicates, documents);
    deal_out_lines(parting, documents);
    return documents;
  }

 private:
  void set_extents(const Parting& parting, std::vector<Document>& documents) {
    LineCounter counter(source_.text);
    const auto [first, last, end] = range_of_file(counter);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const std::size_t start = parting.starts[i].line;
      const bool shares =
          i > 0 && source_.has_pages() && lines_[start - 1].page == lines_[start].page;
      documents[i].*first = i == 0 ? 1 : place_of(start, counter);
      if (i > 0) documents[i - 1].*last = documents[i].*first - (shares ? 0 : 1);
    }
    documents.back().*last = end;
  }

  struct Range {
    int Document::*first;
    int Document::*last;
    int end;  // the file's last page or line
  };
  [[nodiscard]] Range range_of_file(const LineCounter& counter) const {
    if (source_.has_pages()) {
      return {&Document::first_page, &Document::last_page, static_cast<int>(source_.pages.size())};
    }
    LineCounter whole = counter;
    return {&Document::first_line, &Document::last_line, whole.at(source_.text.size()) - 1};
  }

  // The page, or the source's line, on which a line stands.
  [[nodiscard]] int place_of(std::size_t line, LineCounter& counter) const {
    if (source_.has_pages()) return lines_[line].page;
    return counter.at(normal_.map.to_source(lines_[line].bytes).from_byte);
  }

  void note(const Parting& parting, const std::vector<SourcePage>& duplicates,
            std::vector<Document>& documents) const {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (!parting.starts[i].unsure) continue;
      documents[i].diagnostics.push_back(
          {"document-start-unsure", {}, documents[i].first_page, std::nullopt});
    }
    for (const SourcePage& page : duplicates) {
      Document& document = documents[parting.document_of(first_line_of(page.number, lines_))];
      document.diagnostics.push_back({"page-duplicate",
                                      {std::to_string(page.number), std::to_string(page.repeats)},
                                      page.number,
                                      std::nullopt});
    }
  }

  void deal_out_lines(const Parting& parting, std::vector<Document>& documents) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const bool last = i + 1 == documents.size();
      const std::size_t end = last ? lines_.size() : parting.starts[i + 1].line;
      documents[i].lines.assign(
          std::make_move_iterator(lines_.begin() +
                                  static_cast<std::ptrdiff_t>(parting.starts[i].line)),
          std::make_move_iterator(lines_.begin() + static_cast<std::ptrdiff_t>(end)));
    }
  }

  std::vector<Line> lines_;
  const SourceText& source_;
  const NormalText& normal_;
};

}  // namespace

std::vector<Document> documents_of(const SourceText& source, const NormalText& normal,
                                   const Grammars& grammars) {
  std::vector<Line> lines = lines_of(source, normal, grammars);
  std::vector<SourcePage> duplicates = source.pages;
  std::erase_if(duplicates, [](const SourcePage& page) { return page.repeats == 0; });
  for (const SourcePage& page : duplicates) set_apart(lines, page.number, MarkKind::duplicate);
  Parting parting = Parter(lines, normal, grammars).run();

  std::vector<SourcePage> released;
  duplicates = within_documents(duplicates, parting, lines, released);
  for (const SourcePage& page : released) set_apart(lines, page.number, std::nullopt);
  if (!released.empty()) parting = Parter(lines, normal, grammars).run();
  return DocumentMaker(std::move(lines), source, normal).make(parting, duplicates);
}

}  // namespace trichyeu
