// What a run has yet to convert, content by content.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tools/batch/copies.h"
#include "tools/batch/manifest.h"
#include "tools/batch/opened_input.h"

namespace trichyeu {

// Inputs with one content, and the names that their outputs show.
struct SameContent {
  std::vector<InputRecord> inputs;         // with hash and stamp of what was opened; never empty
  std::vector<CopyName> names;             // each once, at most most_names (copies.h)
  std::vector<std::size_t> name_of_input;  // index in `names`
};

class WaitingInputs {
 public:
  // The link that the outputs of an input show.
  using LinkOf = std::function<std::string(const InputRecord&)>;

  WaitingInputs(Manifest& manifest, std::int64_t run, std::size_t max_bytes, LinkOf link_of)
      : manifest_(manifest), run_(run), max_bytes_(max_bytes), link_of_(std::move(link_of)) {}

  // The next input in the order of targets that was not given away yet.
  [[nodiscard]] std::optional<InputRecord> next();

  // The inputs with the content of `first`, it among them. Content can only be equal where sizes
  // are: those of its size are hashed, each once.
  [[nodiscard]] SameContent alike(const InputRecord& first);

  // Begins anew, with what was planned since.
  void restart();

  // Given away and not finished.
  [[nodiscard]] bool is_under_way(const std::string& target) const;
  void finish(const std::string& target) { under_way_.erase(target); }

 private:
  void hash_those_of_size(std::int64_t size);

  Manifest& manifest_;
  std::int64_t run_;
  std::size_t max_bytes_;
  LinkOf link_of_;
  std::deque<InputRecord> read_ahead_;
  std::string last_;  // the target behind which the manifest was not read yet
  std::set<std::string> under_way_;
};

}  // namespace trichyeu
