#include "tools/batch/waiting_inputs.h"

#include <algorithm>

#include "tools/batch/printable.h"
#include "tools/batch/targets.h"

namespace trichyeu {
namespace {

constexpr int read_at_once = 64;

// Nothing where the limit is reached.
std::optional<std::size_t> index_of(const CopyName& name, std::vector<CopyName>& names) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  if (names.size() == most_names) return std::nullopt;
  names.push_back(name);
  return names.size() - 1;
}

}  // namespace

std::optional<InputRecord> WaitingInputs::next() {
  for (;;) {
    if (read_ahead_.empty()) {
      for (InputRecord& record : manifest_.waiting(run_, last_, read_at_once))
        read_ahead_.push_back(std::move(record));
      if (read_ahead_.empty()) return std::nullopt;
      last_ = read_ahead_.back().target;
    }
    InputRecord record = std::move(read_ahead_.front());
    read_ahead_.pop_front();
    // It may have been given away, and even finished, since it was read.
    const std::optional<InputRecord> now = manifest_.find(record.target);
    const bool waits = now && now->state == State::waiting;
    if (waits && under_way_.insert(record.target).second) return now;
  }
}

bool WaitingInputs::is_under_way(const std::string& target) const {
  return under_way_.contains(target);
}

void WaitingInputs::hash_those_of_size(std::int64_t size) {
  for (const InputRecord& record : manifest_.waiting_alike(run_, size, {})) {
    const Result<OpenedInput> opened = OpenedInput::open(record.path, max_bytes_);
    if (!opened || opened->stamp() != record.stamp) continue;
    if (const Result<std::string> sha256 = opened->sha256())
      manifest_.note_hash(record.target, *sha256);
  }
}

SameContent WaitingInputs::alike(const InputRecord& first) {
  SameContent same;
  const auto add = [&](const InputRecord& record) {
    const auto name =
        index_of({shown_name_of(file_name_of(record.target)), link_of_(record)}, same.names);
    if (!name) return false;
    same.inputs.push_back(record);
    same.name_of_input.push_back(*name);
    return true;
  };
  add(first);
  hash_those_of_size(first.stamp.size);
  for (const InputRecord& record : manifest_.waiting_alike(run_, first.stamp.size, first.sha256)) {
    if (!is_under_way(record.target) && add(record)) under_way_.insert(record.target);
  }
  return same;
}

void WaitingInputs::restart() {
  read_ahead_.clear();
  last_.clear();
}

}  // namespace trichyeu
