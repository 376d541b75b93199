#include "tools/batch/resume.h"

namespace trichyeu {
namespace {

Decision on_failed_only(const InputRecord* record) {
  if (record == nullptr) return Decision::keep;
  const bool is_good = record->state == State::done || record->state == State::skipped;
  return is_good ? Decision::keep : Decision::convert;
}

}  // namespace

Decision decision_on(const InputRecord* record, const FileStamp& stamp, const Making& making,
                     Redo redo) {
  if (redo == Redo::failed_only) return on_failed_only(record);
  if (redo == Redo::all || record == nullptr) return Decision::convert;
  if (record->state == State::waiting || record->state == State::failed) return Decision::convert;
  if (record->making != making) return Decision::convert;
  return record->stamp == stamp ? Decision::keep : Decision::compare;
}

}  // namespace trichyeu
