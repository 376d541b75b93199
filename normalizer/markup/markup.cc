#include <string>
#include <utility>

#include "normalizer/markup/markup.h"
#include "normalizer/steps.h"

namespace trichyeu {

Rewrite drop_markup(std::string_view text) {
  Rewrite done{std::string(text), OffsetMap::identity(text.size())};
  // What one kind of markup held may be markup of another: "*[Phụ lục](http://a.vn)*".
  constexpr int most_rounds = 4;
  for (int round = 0; round < most_rounds; ++round) {
    const std::size_t size_before = done.text.size();
    for (const auto step : {drop_escapes, drop_links, drop_emphasis, drop_line_marks}) {
      Rewrite next = step(done.text);
      if (!next.map.edits().empty()) done = {std::move(next.text), done.map.then(next.map)};
    }
    if (done.text.size() == size_before) break;
  }
  return done;
}

}  // namespace trichyeu
