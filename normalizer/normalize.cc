#include "normalizer/normalize.h"

#include <utility>

#include "normalizer/markup/markup.h"
#include "normalizer/steps.h"

namespace trichyeu {
namespace {

using Step = Rewrite (*)(std::string_view);

// What a neighbour is must not hang on its Unicode form: letters are composed before all that looks
// at neighbours, and again for what a dropped character held apart, "a\u00AD\u0301".
constexpr Step character_steps[] = {drop_invisible, compose_letters, regularize_punctuation,
                                    replace_look_alikes, compose_letters};

Rewrite fold_blanks_again(std::string_view text) { return fold_blanks(text).rewrite; }

// Markup is told by regular lines and blanks; dropped, it leaves other neighbours.
constexpr Step markup_steps[] = {drop_markup,         compose_letters, regularize_punctuation,
                                 replace_look_alikes, compose_letters, fold_blanks_again};
constexpr Step page_steps[] = {drop_rules, join_split_letters};
constexpr Step flow_steps[] = {drop_rules};  // word processors' files and web pages

void follow(Rewrite& done, Rewrite next) {
  if (next.map.edits().empty()) return;
  done = {std::move(next.text), done.map.then(next.map)};
}

template <typename Steps>
Rewrite run(const Steps& steps, std::string_view text) {
  Rewrite done{std::string(text), OffsetMap::identity(text.size())};
  for (const Step step : steps) follow(done, step(done.text));
  return done;
}

Rewrite run_last_steps(const SourceText& source, std::string_view text) {
  if (source.has_pages()) return run(page_steps, text);
  if (source.media_type == "text/plain" || source.media_type == "text/markdown")
    return run(markup_steps, text);
  return run(flow_steps, text);
}

void move_places(std::vector<std::size_t>& places, const OffsetMap& map) {
  for (std::size_t& place : places) place = map.to_result({place, place}).from_byte;
}

}  // namespace

NormalText normalize(const SourceText& source) {
  Rewrite done = run(character_steps, source.text);
  FoldedBlanks folded = fold_blanks(done.text);
  follow(done, std::move(folded.rewrite));
  const Rewrite last = run_last_steps(source, done.text);
  move_places(folded.gaps_before_byte, last.map);
  move_places(folded.page_breaks_before_byte, last.map);
  follow(done, last);
  return {std::move(done.text), std::move(done.map), std::move(folded.gaps_before_byte),
          std::move(folded.page_breaks_before_byte)};
}

}  // namespace trichyeu
