#include "tools/worker/message.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace trichyeu {
namespace {

constexpr std::size_t size_bytes = 8;

void append_size(std::string& bytes, std::uint64_t size) {
  for (std::size_t at = 0; at < size_bytes; ++at)
    bytes += static_cast<char>(size >> (8 * at) & 0xFFU);
}

// The one at the beginning of `bytes`.
std::optional<std::uint64_t> size_in(std::string_view bytes) {
  if (bytes.size() < size_bytes) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t at = 0; at < size_bytes; ++at) {
    size |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at])) << (8 * at);
  }
  return size;
}

// Takes a size and as many bytes off `rest`.
std::optional<std::string_view> take_field(std::string_view& rest) {
  const std::optional<std::uint64_t> size = size_in(rest);
  if (!size || *size > rest.size() - size_bytes) return std::nullopt;
  const std::string_view field = rest.substr(size_bytes, *size);
  rest.remove_prefix(size_bytes + *size);
  return field;
}

}  // namespace

std::string encoded(const Message& message) {
  std::size_t size = 0;
  for (const std::string& field : message) size += size_bytes + field.size();
  std::string bytes;
  bytes.reserve(size_bytes + size);
  append_size(bytes, size);
  for (const std::string& field : message) {
    append_size(bytes, field.size());
    bytes += field;
  }
  return bytes;
}

std::optional<std::size_t> encoded_size(std::string_view bytes) {
  const std::optional<std::uint64_t> size = size_in(bytes);
  if (!size) return std::nullopt;
  return std::max<std::size_t>(*size, *size + size_bytes);  // one that is too large stays so
}

std::optional<Message> decoded(std::string_view bytes) {
  std::optional<std::string_view> fields = take_field(bytes);
  if (!fields || !bytes.empty()) return std::nullopt;
  Message message;
  while (!fields->empty()) {
    const std::optional<std::string_view> field = take_field(*fields);
    if (!field) return std::nullopt;
    message.emplace_back(*field);
  }
  return message;
}

}  // namespace trichyeu
