// What goes over the wire to a worker and back: a list of byte strings, whole or not at all.
//
//   size of the rest (8 bytes, little endian), then each field: its size (8 bytes), its bytes
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

using Message = std::vector<std::string>;

[[nodiscard]] std::string encoded(const Message& message);

// Of the message that `bytes` begin with; nothing where they are too few to say.
[[nodiscard]] std::optional<std::size_t> encoded_size(std::string_view bytes);

// Nothing where `bytes` is cut short, goes on behind its end, or is no message at all.
[[nodiscard]] std::optional<Message> decoded(std::string_view bytes);

}  // namespace trichyeu
