// How alike two texts are once layout and typography are set aside.
//
//   folded("Sở  Y tế, tỉnh A.")                     "sở y tế tỉnh a"
//   token_f1("Sở Y tế", "Sở Y tế tỉnh")             0.857: 3 words of 3 and of 4
//   token_f1("", "Sở Y tế")                         0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trichyeu {

// NFC, letter case folded, words of letters and digits parted by one blank; nothing else is left.
[[nodiscard]] std::string folded(std::string_view text);

// Whether they differ by letter case at most.
[[nodiscard]] bool same_but_for_case(std::string_view a, std::string_view b);

// Words in common, each as often as both have it: the harmonic mean of their shares. 1 where
// neither has a word.
[[nodiscard]] double token_f1(std::string_view a, std::string_view b);

// Pairs (wanted, found) of the positions of two lists, one to one: the most similar first, among
// equals those that stand at nearly the same place of their lists. None below `threshold`.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] Pairs paired(std::size_t wanted, std::size_t found,
                           const std::function<double(std::size_t, std::size_t)>& similarity,
                           double threshold);

}  // namespace trichyeu
