#include "extractor/structure/form_mender.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "extractor/structure/form_lines.h"
#include "extractor/structure/form_mend.h"
#include "extractor/structure/label_mender.h"
#include "extractor/structure/mark_mender.h"
#include "extractor/structure/symbol_mender.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr int rows_of_head = 3;
constexpr std::size_t longest_ditto = 4;  // bytes of "nt", "-nt"

// A change of the normal text, and the page that it stands on.
struct PlacedMend {
  FormMend mend;
  int page = 0;
};

class FormMender {
 public:
  FormMender(std::vector<FormLine> lines, const SourceText& source, const NormalText& normal,
             const Grammars& grammars)
      : source_(source),
        normal_(normal),
        lines_(std::move(lines)),
        labels_(grammars),
        misreadings_(grammars.grammar("misreadings")),
        ditto_marks_(grammars.list("ditto-marks")) {
    mend_running_text(grammars);
    mend_tables();
    mend_words();
    mend_symbols(grammars);
    keep_apart();
  }

  [[nodiscard]] const std::vector<PlacedMend>& mends() const { return mends_; }

 private:
  [[nodiscard]] std::string_view text(const FormLine& line) const {
    return line.bytes.of(normal_.text);
  }

  void add(const FormLine& line, FormMend mend) {
    mend.bytes.from_byte += line.bytes.from_byte;
    mend.bytes.to_byte += line.bytes.from_byte;
    mends_.push_back({std::move(mend), line.page});
  }

  // In order; of two changes that touch the same bytes the one that begins first.
  void keep_apart() {
    std::stable_sort(mends_.begin(), mends_.end(), [](const PlacedMend& a, const PlacedMend& b) {
      return a.mend.bytes.from_byte < b.mend.bytes.from_byte;
    });
    std::size_t end = 0;
    std::erase_if(mends_, [&](const PlacedMend& placed) {
      if (placed.mend.bytes.from_byte < end) return true;
      end = placed.mend.bytes.to_byte;
      return false;
    });
  }

  void mend_running_text(const Grammars& grammars) {
    std::vector<const FormLine*> running;
    std::vector<std::string_view> texts;
    for (const FormLine& line : lines_) {
      if (line.place.in_table()) continue;
      if (line.recognised && is_dirt_line(text(line))) {
        add(line, {{0, line.bytes.size()}, {}, {}});
        continue;
      }
      running.push_back(&line);
      texts.push_back(text(line));
    }
    MarkMender marks(texts, grammars);
    std::string bullet = "- ";
    for (std::size_t i = 0; i < running.size(); ++i) {
      auto mark = marks.mend(i, running[i]->recognised);
      if (!running[i]->recognised) continue;
      for (FormMend& label : labels_.mend_inner(texts[i])) add(*running[i], std::move(label));
      if (mark) {
        mend_behind_mark(*running[i], std::move(*mark), bullet);
      } else if (auto label = labels_.mend(texts[i], bullet)) {
        add(*running[i], std::move(*label));
      } else if (const auto before = labels_.mark_before_label(texts[i]);
                 before && is_bullet(*before)) {
        bullet = *before;
      } else {
        for (FormMend& heading : labels_.mend_heading(texts[i]))
          add(*running[i], std::move(heading));
      }
    }
  }

  // A label may stand behind the mark.
  void mend_behind_mark(const FormLine& line, FormMend mark, std::string_view bullet) {
    const std::string_view read = text(line), rest = read.substr(mark.bytes.to_byte);
    if (!rest.empty() && rest.front() != ' ') mark.meant += ' ';
    const std::string begun = std::string(read.substr(0, mark.bytes.from_byte)) + mark.meant;
    if (auto label = labels_.mend(begun + std::string(rest), bullet);
        label && label->bytes.to_byte > begun.size()) {
      label->bytes.to_byte -= begun.size() - mark.bytes.to_byte;
      return add(line, std::move(*label));
    }
    add(line, std::move(mark));
  }

  [[nodiscard]] static bool is_bullet(std::string_view mark) {
    return mark.size() == 2 && mark.back() == ' ';
  }

  // ---- words ----

  void mend_words() {
    for (const FormLine& line : lines_) {
      if (!line.recognised) continue;
      for (const Match& match : misreadings_.find_all(text(line))) {
        const std::string_view means = match.emitted("means");
        if (match.bytes.of(text(line)) != means)
          add(line, {match.bytes, std::string(means), around(match.bytes, means, text(line))});
      }
    }
  }

  // The words that the change stands in, as they read with it.
  [[nodiscard]] static std::string around(ByteSpan bytes, std::string_view means,
                                          std::string_view line) {
    const std::size_t before =
        bytes.from_byte < 2 ? std::string_view::npos : line.rfind(' ', bytes.from_byte - 2);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t to = std::min(line.find(' ', bytes.to_byte + 1), line.size());
    return std::string(line.substr(from, bytes.from_byte - from)) + std::string(means) +
           std::string(line.substr(bytes.to_byte, to - bytes.to_byte));
  }

  void mend_symbols(const Grammars& grammars) {
    std::vector<std::string_view> texts;
    for (const FormLine& line : lines_) texts.push_back(text(line));
    const SymbolMender symbols(texts, grammars);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].recognised) continue;
      const std::string_view behind = i + 1 < texts.size() ? texts[i + 1] : std::string_view();
      for (FormMend& mend : symbols.mend(texts[i], behind)) add(lines_[i], std::move(mend));
      for (FormMend& mend : symbols.mend_short_forms(texts[i])) add(lines_[i], std::move(mend));
    }
  }

  // ---- tables ----

  using Cell = std::vector<const FormLine*>;

  void mend_tables() {
    std::map<std::size_t, std::map<int, std::map<std::size_t, Cell>>> heads;  // by table and row
    for (const FormLine& line : lines_) {
      if (!line.recognised || !line.place.in_table() || line.place.repeated) continue;
      const SourceCell& cell = source_.tables[line.place.table].cells[line.place.cell];
      if (cell.row < rows_of_head)
        heads[line.place.table][cell.row][line.place.cell].push_back(&line);
    }
    for (const auto& [table, rows] : heads) {
      for (const auto& [row, cells] : rows) mend_head(cells);
    }
    mend_dittos();
  }

  // A cell of two or three small letters without marks, in a table that says "nt" elsewhere.
  void mend_dittos() {
    std::map<std::size_t, std::string> marks;  // by table
    for (const FormLine& line : lines_) {
      if (!line.place.in_table() || text(line).size() > longest_ditto) continue;
      if (!ditto_marks_.rows_with("mark", text(line)).empty() && has_letter(text(line)))
        marks.emplace(line.place.table, text(line));
    }
    for (const FormLine& line : lines_) {
      const auto mark = marks.find(line.place.table);
      if (!line.recognised || !line.place.in_table() || mark == marks.end()) continue;
      const SourceCell& cell = source_.tables[line.place.table].cells[line.place.cell];
      if (cell.column == 0 || !is_like_ditto(text(line)) || text(line) == mark->second) continue;
      add(line, {{0, line.bytes.size()}, mark->second, mark->second});
    }
  }

  [[nodiscard]] static bool is_like_ditto(std::string_view text) {
    return text.size() <= longest_ditto && text.find_first_not_of("nmtifrl") == text.npos;
  }

  [[nodiscard]] std::string joined(const Cell& cell) const {
    std::string all;
    for (const FormLine* line : cell) {
      if (!all.empty()) all += ' ';
      all += text(*line);
    }
    return all;
  }

  // A row is a head where it has a heading that is well read.
  void mend_head(const std::map<std::size_t, Cell>& cells) {
    const bool head = std::any_of(cells.begin(), cells.end(), [&](const auto& cell) {
      return labels_.is_heading(joined(cell.second));
    });
    if (!head || cells.size() < 2) return;
    for (const auto& [index, cell] : cells) {
      if (const auto meant = labels_.heading(joined(cell))) rewrite(cell, *meant);
    }
  }

  // Line by line as many words as were read there; all in the first where words were glued.
  void rewrite(const Cell& cell, std::string_view meant) {
    const bool same = words_in(joined(cell)) == words_in(meant);
    std::size_t at = 0;
    for (const FormLine* line : cell) {
      std::size_t end = same ? at : meant.size();
      for (std::size_t word = 0; same && word < words_in(text(*line)); ++word)
        end = std::min(meant.find(' ', end + (word == 0 ? 0 : 1)), meant.size());
      std::string part(meant.substr(at, end - at));
      at = std::min(end + 1, meant.size());
      if (part != text(*line))
        add(*line, {{0, line->bytes.size()}, std::move(part), std::string(meant)});
    }
  }

  [[nodiscard]] static std::size_t words_in(std::string_view words) {
    return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
  }

  const SourceText& source_;
  const NormalText& normal_;
  std::vector<FormLine> lines_;
  LabelMender labels_;
  const Grammar& misreadings_;
  const WordList& ditto_marks_;
  std::vector<PlacedMend> mends_;
};

Diagnostic diagnostic_of(const PlacedMend& placed, std::string_view text) {
  const std::string page = std::to_string(placed.page);
  std::string read(placed.mend.bytes.of(text));
  Diagnostic diagnostic;
  diagnostic.page = placed.page;
  if (placed.mend.meant.empty()) {
    diagnostic.code = "line-left-out";
    diagnostic.arguments = {page, std::move(read)};
  } else {
    diagnostic.code = "reading-mended";
    diagnostic.arguments = {page, std::move(read), placed.mend.meant, placed.mend.because};
  }
  return diagnostic;
}

void move_places(std::vector<std::size_t>& bytes, const OffsetMap& map) {
  for (std::size_t& byte : bytes) byte = map.to_result({byte, byte + 1}).from_byte;
}

}  // namespace

std::vector<Diagnostic> mend_forms(const SourceText& source, NormalText& normal,
                                   const Grammars& grammars) {
  std::vector<Diagnostic> diagnostics;
  std::vector<FormLine> lines = form_lines_of(source, normal);
  if (lines.empty()) return diagnostics;
  const FormMender mender(std::move(lines), source, normal, grammars);
  if (mender.mends().empty()) return diagnostics;
  TextRewriter out(normal.text);
  for (const PlacedMend& placed : mender.mends()) {
    const ByteSpan bytes = placed.mend.bytes;
    diagnostics.push_back(diagnostic_of(placed, normal.text));
    out.keep_until(bytes.from_byte);
    out.replace(bytes.size(), placed.mend.meant);
  }
  Rewrite done = std::move(out).finish();
  move_places(normal.gaps_before_byte, done.map);
  move_places(normal.page_breaks_before_byte, done.map);
  normal.map = normal.map.then(done.map);
  normal.text = std::move(done.text);
  return diagnostics;
}

}  // namespace trichyeu
