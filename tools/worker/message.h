// What a worker sends over its pipe: a list of byte strings, whole or not at all.
//
//   size of the rest (8 bytes, little endian), then each field: its size (8 bytes), its bytes
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

using Message = std::vector<std::string>;

[[nodiscard]] std::string encoded(const Message& message);

// Nothing where `bytes` is cut short, goes on behind its end, or is no message at all.
[[nodiscard]] std::optional<Message> decoded(std::string_view bytes);

}  // namespace trichyeu
