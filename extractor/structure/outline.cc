#include "extractor/structure/outline.h"

#include <algorithm>
#include <utility>

namespace trichyeu {
namespace {

// Ranks of the levels; decimals take one more for each number behind the first.
constexpr int kPart = 10;
constexpr int kChapter = 20;
constexpr int kRoman = 30;
constexpr int kArticle = 50;
constexpr int kArabic = 60;
constexpr int kLetter = 80;
constexpr int kBullet = 90;

// "II." -> "II", "- b)" -> "b", "1.1." -> "1.1", "Điều 3." -> "Điều 3".
std::string bare(std::string_view mark) {
  const std::string_view around = " .)/:-–";
  while (!mark.empty() && around.find(mark.back()) != std::string_view::npos) mark.remove_suffix(1);
  if (mark.size() > 2 && mark.substr(0, 2) == "- ") mark.remove_prefix(2);
  while (mark.size() > 1 && mark.front() == '-') mark.remove_prefix(1);
  return std::string(mark);
}

}  // namespace

int OutlineBuilder::rank_of(const Block& block) const {
  switch (block.level) {
    case Level::part: return kPart;
    case Level::chapter: return kChapter;
    case Level::roman: return kRoman;
    case Level::upper: return upper_above_roman_ ? kRoman - 5 : kRoman + 5;
    case Level::article: return kArticle;
    case Level::arabic: return kArabic;
    case Level::decimal: {
      const std::string number = bare(block.mark);
      return kArabic + static_cast<int>(std::count(number.begin(), number.end(), '.'));
    }
    case Level::letter: return kLetter;
    case Level::bullet: return kBullet;
    case Level::none: break;
  }
  return 0;
}

// Where the path of an item of this rank goes on: numbers hold their own prefix, Phần and Chương
// do not count where a Roman numeral stands below, articles count through a whole document.
std::string OutlineBuilder::path_above(int rank) const {
  if (rank == kArticle || rank <= kChapter) return {};
  const bool number = rank >= kArabic && rank < kLetter;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (number && open->rank >= kArabic) continue;
    if (open->rank <= kChapter && (rank == kRoman || open_.size() > 1)) continue;
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

void OutlineBuilder::close_top() {
  Open done = std::move(open_.back());
  open_.pop_back();
  (open_.empty() ? roots_ : open_.back().item.children).emplace_back(std::move(done.item));
}

void OutlineBuilder::close_until(int rank) {
  while (!open_.empty() && open_.back().rank >= rank) close_top();
}

void OutlineBuilder::close_bullets(const std::string& mark) {
  const auto same = std::find_if(open_.rbegin(), open_.rend(),
                                 [&](const Open& open) { return open.rank < kBullet || open.mark == mark; });
  const bool known = same != open_.rend() && same->rank >= kBullet;
  if (known) {
    while (open_.back().mark != mark || open_.back().rank < kBullet) close_top();
    close_top();
  } else if (mark == "-") {
    // A dash is the outermost bullet; "+" before it began a list of its own.
    while (!open_.empty() && open_.back().rank >= kBullet && open_.back().mark == "+") close_top();
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
    close_until(closing ? kRoman + 6 : kBullet);
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
  close_until(kBullet);
  (open_.empty() ? roots_ : open_.back().item.children).push_back(std::move(node));
}

std::vector<Node> OutlineBuilder::finish() {
  while (!open_.empty()) close_top();
  root_bullets_ = 0;
  return std::exchange(roots_, {});
}

}  // namespace trichyeu
