#include "tools/batch/planner.h"

#include <algorithm>

#include "tools/batch/opened_input.h"

namespace trichyeu {
namespace {

Error same_output(const std::string& path, const std::string& other) {
  return {ErrorCode::cannot_write,
          "the outputs of " + other + " and " + path + " would be the same",
          "Convert them into two folders, or name the folder above them.", 0};
}

State state_of_problem(const Input& input) {
  return input.problem->code == ErrorCode::link_loop ? State::skipped : State::failed;
}

void put_problem(Manifest& manifest, const Input& input, const Planning& planning) {
  InputRecord record;
  record.target = input.target;
  record.path = input.path;
  record.in_folder = input.in_folder;
  record.state = state_of_problem(input);
  record.error_code = name_of(input.problem->code);
  record.error_text = input.problem->message;
  record.finished = time_now();
  manifest.put(record, planning.run);
}

bool has_same_content(const InputRecord& record, const Planning& planning) {
  const Result<OpenedInput> opened = OpenedInput::open(record.path, planning.max_bytes);
  if (!opened) return false;
  const Result<std::string> sha256 = opened->sha256();
  return sha256 && *sha256 == record.sha256;
}

bool outputs_stand(const InputRecord& record, const Planning& planning) {
  return std::all_of(record.outputs.begin(), record.outputs.end(), [&](const OutputRecord& output) {
    const FileStamp stamp = stamp_of(planning.output / (record.target + output.suffix));
    return stamp.size == output.size && stamp.modified_ns != 0;
  });
}

bool is_still_right(const InputRecord* record, const FileStamp& stamp, const Planning& planning) {
  const Decision decision = decision_on(record, stamp, planning.making, planning.redo);
  if (planning.redo == Redo::failed_only || decision == Decision::convert)
    return decision == Decision::keep;
  return outputs_stand(*record, planning) &&
         (decision == Decision::keep || has_same_content(*record, planning));
}

// What an earlier run made of it is known until this one has something else.
void put_waiting(Manifest& manifest, const Input& input, const FileStamp& stamp,
                 std::optional<InputRecord> known, const Planning& planning) {
  InputRecord record = known.value_or(InputRecord{});
  record.target = input.target;
  record.path = input.path;
  record.in_folder = input.in_folder;
  record.state = State::waiting;
  record.stamp = stamp;
  record.sha256.clear();
  manifest.put(record, planning.run);
}

}  // namespace

void plan_input(Manifest& manifest, const Input& input, const Planning& planning) {
  if (input.problem) return put_problem(manifest, input, planning);
  std::optional<InputRecord> known = manifest.find(input.target);
  if (known) known->path = input.path;
  const FileStamp stamp = stamp_of(input.path);
  if (!is_still_right(known ? &*known : nullptr, stamp, planning))
    return put_waiting(manifest, input, stamp, std::move(known), planning);
  if (known) manifest.keep(input.target, input.path, stamp, planning.run);
}

std::optional<Error> plan_inputs(Manifest& manifest, const InputSources& sources,
                                 const Planning& planning) {
  Transaction transaction = manifest.begin();
  std::optional<Error> clash;
  const std::optional<Error> unlisted = each_input(sources, [&](const Input& input) {
    if (clash || !planning.shard.has(input.target)) return;
    if (planning.postpone && planning.postpone(input)) return;
    if (manifest.run_of(input.target) != planning.run) {
      plan_input(manifest, input, planning);
    } else if (const auto other = manifest.find(input.target); other->path != input.path) {
      clash = same_output(input.path, other->path);
    }
  });
  if (unlisted) return unlisted;
  if (clash) return clash;
  if (const auto pair = manifest.output_in_the_way(planning.run, planning.suffixes))
    return same_output(pair->second, pair->first);
  return transaction.commit();
}

}  // namespace trichyeu
