#include "extractor/structure/outline.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trichyeu {
namespace {

// Ranks of the levels; decimals take one more for each number behind the first.
constexpr int part_rank = 10;
constexpr int chapter_rank = 20;
constexpr int section_rank = 22;
constexpr int roman_rank = 30;
constexpr int article_rank = 50;
constexpr int arabic_rank = 60;
constexpr int letter_rank = 80;
constexpr int bullet_rank = 90;

// "II." -> "II", "- b)" -> "b", "1.1." -> "1.1", "Điều 3." -> "Điều 3".
std::string bare(std::string_view mark) {
  constexpr std::string_view ascii = " .)/:-", en_dash = "–";
  const auto ends_with_dash = [&] {
    return mark.size() >= en_dash.size() && mark.substr(mark.size() - en_dash.size()) == en_dash;
  };
  while (!mark.empty()) {
    if (ascii.find(mark.back()) != std::string_view::npos) {
      mark.remove_suffix(1);
    } else if (ends_with_dash()) {
      mark.remove_suffix(en_dash.size());
    } else {
      break;
    }
  }
  while (mark.size() > 1 && (mark.front() == '-' || mark.front() == ' ')) mark.remove_prefix(1);
  return std::string(mark);
}

}  // namespace

int OutlineBuilder::rank_of(const Block& block) const {
  switch (block.level) {
    case Level::part: return part_rank;
    case Level::chapter: return chapter_rank;
    case Level::section: return section_rank;
    case Level::roman: return roman_rank;
    case Level::upper: return upper_above_roman_ ? roman_rank - 5 : roman_rank + 5;
    case Level::article: return article_rank;
    case Level::arabic: return arabic_rank;
    case Level::decimal: {
      const std::string number = bare(block.mark);
      return arabic_rank + static_cast<int>(std::count(number.begin(), number.end(), '.'));
    }
    case Level::letter: return letter_rank;
    case Level::bullet: return bullet_rank;
    case Level::none: break;
  }
  return 0;
}

// Where the path of an item of this rank goes on: numbers hold their own prefix, Phần and Chương
// do not count where a Roman numeral or a capital stands below, articles count through a whole
// document.
std::string OutlineBuilder::path_above(int rank) const {
  if (rank == article_rank || rank <= chapter_rank) return {};
  const bool number = rank >= arabic_rank && rank < letter_rank;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (number && open->rank >= arabic_rank) continue;
    if (open->rank <= chapter_rank && rank > section_rank && rank < article_rank) continue;
    return open->path;
  }
  return {};
}

std::string OutlineBuilder::path_of(const Block& block) {
  if (block.level == Level::bullet) {
    int& count = open_.empty() ? root_bullets_ : open_.back().bullets;
    const std::string above = open_.empty() ? std::string() : open_.back().path;
    return above + "#" + std::to_string(++count);
  }
  const std::string above = path_above(rank_of(block));
  return above.empty() ? bare(block.mark) : above + "." + bare(block.mark);
}

// What stands under an item makes it a section; a page's number alone does not, and goes behind it.
void OutlineBuilder::close_top() {
  Item done = std::move(open_.back().item);
  open_.pop_back();
  std::vector<Node> marks;
  const auto is_mark = [](const Node& node) { return std::holds_alternative<Mark>(node); };
  if (std::all_of(done.children.begin(), done.children.end(), is_mark))
    marks = std::exchange(done.children, {});
  std::vector<Node>& siblings = open_.empty() ? roots_ : open_.back().item.children;
  siblings.emplace_back(std::move(done));
  std::move(marks.begin(), marks.end(), std::back_inserter(siblings));
}

void OutlineBuilder::close_until(int rank) {
  while (!open_.empty() && open_.back().rank >= rank) close_top();
}

void OutlineBuilder::close_bullets(const std::string& mark) {
  const auto same = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) {
    return open.rank < bullet_rank || open.mark == mark;
  });
  const bool known = same != open_.rend() && same->rank >= bullet_rank;
  if (known) {
    while (open_.back().mark != mark || open_.back().rank < bullet_rank) close_top();
    close_top();
  } else if (mark == "-") {
    // A dash is the outermost bullet; "+" before it began a list of its own.
    while (!open_.empty() && open_.back().rank >= bullet_rank && open_.back().mark == "+")
      close_top();
  }
}

void OutlineBuilder::push(std::size_t index, int rank, std::string path, std::string mark) {
  Open open;
  open.item.block = index;
  open.rank = rank;
  open.path = std::move(path);
  open.mark = std::move(mark);
  open_.push_back(std::move(open));
}

void OutlineBuilder::add(Block& block, std::size_t index, bool closing) {
  if (block.level == Level::none) {
    close_until(closing ? roman_rank + 6 : bullet_rank);
    Item item;
    item.block = index;
    add(Node(std::move(item)));
    return;
  }
  const int rank = rank_of(block);
  if (block.level == Level::bullet) {
    close_bullets(block.mark);
  } else {
    close_until(rank);
  }
  block.path = path_of(block);
  push(index, rank, block.path, block.mark);
}

void OutlineBuilder::add(Node node) {
  if (!std::holds_alternative<Mark>(node)) close_until(bullet_rank);
  (open_.empty() ? roots_ : open_.back().item.children).push_back(std::move(node));
}

std::vector<Node> OutlineBuilder::finish() {
  while (!open_.empty()) close_top();
  root_bullets_ = 0;
  return std::exchange(roots_, {});
}

}  // namespace trichyeu
