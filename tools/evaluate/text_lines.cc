#include "tools/evaluate/text_lines.h"

#include <algorithm>
#include <iterator>

#include "tools/evaluate/similarity.h"

namespace trichyeu {
namespace {

// A task may run over many lines; its first words tell where it begins.
constexpr std::size_t telling_words = 12;

std::vector<std::string> words_in(std::string_view text) {
  const std::string line = folded(text);
  std::vector<std::string> words;
  for (std::size_t from = 0; from < line.size();) {
    const std::size_t end = std::min(line.find(' ', from), line.size());
    words.push_back(line.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

TextLines::TextLines(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    lines_.push_back(words_in(line));
    std::sort(lines_.back().begin(), lines_.back().end());
  }
}

std::size_t TextLines::like(std::string_view words) const {
  std::vector<std::string> telling = words_in(words);
  telling.resize(std::min(telling.size(), telling_words));
  std::sort(telling.begin(), telling.end());
  std::size_t best = 0;
  std::size_t most = telling.size() / 2;
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    std::vector<std::string> common;
    std::set_intersection(telling.begin(), telling.end(), lines_[at].begin(), lines_[at].end(),
                          std::back_inserter(common));
    if (common.size() <= most) continue;
    most = common.size();
    best = at + 1;
  }
  return best;
}

}  // namespace trichyeu
