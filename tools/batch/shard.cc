#include "tools/batch/shard.h"

#include <charconv>
#include <cstdint>

#include "models/sha256.h"

namespace trichyeu {
namespace {

constexpr std::string_view automatic = "auto";
constexpr std::size_t hash_digits = 16;  // of 64 bits

Error wrong(std::string message, std::string advice) {
  return {ErrorCode::internal, std::move(message), std::move(advice), 0};
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<int> number_of(const std::string& name, const Environment& environment) {
  const std::optional<std::string> value = environment(name);
  return value ? number_in(*value) : std::nullopt;
}

Result<Shard> checked(std::optional<int> number, std::optional<int> count,
                      const std::string& text) {
  if (number && count && *number >= 1 && *number <= *count) return Shard{*number, *count};
  return wrong("'" + text + "' is no shard", "Give K/N with K from 1 to N, auto, or auto/N.");
}

Result<Shard> of_slurm(int task, std::optional<int> count, const Environment& environment) {
  const int first = number_of("SLURM_ARRAY_TASK_MIN", environment).value_or(1);
  const std::optional<int> last = number_of("SLURM_ARRAY_TASK_MAX", environment);
  if (!count) count = number_of("SLURM_ARRAY_TASK_COUNT", environment);
  if (last && count && *last - first + 1 != *count) {
    return wrong("the tasks of the array do not follow each other, so their shards are not known",
                 "Submit --array=1-N, or give --shard K/N.");
  }
  if (!count) return wrong("SLURM_ARRAY_TASK_COUNT is not set", "Give --shard auto/N.");
  return checked(task - first + 1, count,
                 std::to_string(task - first + 1) + "/" + std::to_string(*count));
}

Result<Shard> of_environment(std::optional<int> count, const Environment& environment) {
  if (const auto task = number_of("SLURM_ARRAY_TASK_ID", environment))
    return of_slurm(*task, count, environment);
  const auto index = number_of("JOB_COMPLETION_INDEX", environment);
  if (!index) {
    return wrong("neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set",
                 "Run it as an array or an indexed job, or give --shard K/N.");
  }
  if (!count) return wrong("an indexed job does not tell its size", "Give --shard auto/N.");
  return checked(*index + 1, count, std::to_string(*index + 1) + "/" + std::to_string(*count));
}

}  // namespace

bool Shard::has(std::string_view target) const {
  if (is_whole()) return true;
  const std::string digits = sha256_hex(target).substr(0, hash_digits);
  std::uint64_t hash = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
  return hash % static_cast<std::uint64_t>(count) + 1 == static_cast<std::uint64_t>(number);
}

Result<Shard> shard_of(std::string_view text, const Environment& environment) {
  const std::size_t slash = text.find('/');
  const std::string_view before = text.substr(0, slash);
  std::optional<int> count;
  if (slash != std::string_view::npos) count = number_in(text.substr(slash + 1));
  if (before != automatic) return checked(number_in(before), count, std::string(text));
  if (slash != std::string_view::npos && !count)
    return checked(std::nullopt, count, std::string(text));
  return of_environment(count, environment);
}

}  // namespace trichyeu
