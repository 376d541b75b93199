// Runs of words that follow each other closely, then runs that share a height.
#include "extractor/read/page_rows.h"

#include <algorithm>
#include <utility>

namespace trichyeu {
namespace {

// In font sizes (em) unless said otherwise.
constexpr double gap_in_run = 1;
constexpr double share_of_one_row = 0.5;  // of the lower one's height
constexpr double sizes_in_one_row = 2.2;  // times
constexpr std::size_t rows_looked_back = 4;

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Of the lower one's height, how much both have in common.
double common_share(double top, double bottom, double other_top, double other_bottom) {
  const double lower = std::min(bottom - top, other_bottom - other_top);
  return lower <= 0 ? 0 : (std::min(bottom, other_bottom) - std::max(top, other_top)) / lower;
}

// Dirt and stamps are recognised as words of any height; they join no line of print.
bool of_one_size(double height, double other) {
  return std::max(height, other) <= sizes_in_one_row * std::min(height, other);
}

double left_of(const PageWord* word) { return word->reach.left; }

// Words that follow each other closely: what surely stands in one line, whatever stands beside it.
std::vector<WordRow> runs_of(Words words, double em) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PageWord* a, const PageWord* b) { return left_of(a) < left_of(b); });
  const bool apart = words.size() > most_words_for_columns;
  std::vector<WordRow> runs;
  for (const PageWord* word : words) {
    WordRow* best = nullptr;
    double best_share = share_of_one_row;
    for (WordRow& run : runs) {
      if (apart) break;
      const Box& last = run.words.back()->reach;
      const double gap = word->reach.left - last.right;
      if (gap > gap_in_run * em || gap < -gap_in_run * em ||
          !of_one_size(last.height(), word->reach.height()))
        continue;
      const double share = common_share(last.top, last.bottom, word->reach.top, word->reach.bottom);
      if (share >= best_share) best = &run, best_share = share;
    }
    if (best == nullptr) best = &runs.emplace_back();
    best->words.push_back(word);
  }
  for (WordRow& run : runs) {
    for (const PageWord* word : run.words)
      run.top += word->reach.top, run.bottom += word->reach.bottom;
    run.top /= static_cast<double>(run.words.size());
    run.bottom /= static_cast<double>(run.words.size());
  }
  return runs;
}

}  // namespace

// The first run of a row sets its height, so that a chain of runs cannot slide to the next row.
std::vector<WordRow> rows_of(const Words& words, double em) {
  std::vector<WordRow> runs = runs_of(words, em);
  std::stable_sort(runs.begin(), runs.end(),
                   [](const WordRow& a, const WordRow& b) { return a.middle() < b.middle(); });
  std::vector<WordRow> rows;
  for (WordRow& run : runs) {
    WordRow* best = nullptr;
    double best_share = share_of_one_row;
    for (std::size_t back = 1; back <= std::min(rows_looked_back, rows.size()); ++back) {
      WordRow& row = rows[rows.size() - back];
      const double share = common_share(row.top, row.bottom, run.top, run.bottom);
      if (share >= best_share && of_one_size(row.height(), run.height()))
        best = &row, best_share = share;
    }
    if (best == nullptr) {
      rows.push_back(std::move(run));
    } else {
      best->words.insert(best->words.end(), run.words.begin(), run.words.end());
    }
  }
  for (WordRow& row : rows) {
    std::stable_sort(row.words.begin(), row.words.end(),
                     [](const PageWord* a, const PageWord* b) { return left_of(a) < left_of(b); });
  }
  return rows;
}

Words pointers_to(const std::vector<PageWord>& words) {
  Words pointers;
  for (const PageWord& word : words) pointers.push_back(&word);
  return pointers;
}

double usual_font_size(const Words& words) {
  std::vector<double> sizes;
  for (const PageWord* word : words) sizes.push_back(word->font_size);
  return median(std::move(sizes), 12);
}

double usual_blank(const WordRow& row) {
  std::vector<double> blanks;
  for (std::size_t i = 1; i < row.words.size(); ++i) {
    const double blank = row.words[i]->reach.left - row.words[i - 1]->reach.right;
    if (blank > 0) blanks.push_back(blank);
  }
  // Between two words alone there is no usual blank to compare with.
  return blanks.size() < 3 ? 0 : median(std::move(blanks), 0);
}

}  // namespace trichyeu
