#include "tools/worker/connection.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace trichyeu {
namespace {

constexpr std::size_t chunk = 65536;

bool would_wait() { return errno == EAGAIN || errno == EWOULDBLOCK; }

// Bytes sent, or -1. `file` goes with the first of them.
ssize_t send_some(int socket, std::string_view bytes, int file, int flags) {
  iovec part{const_cast<char*>(bytes.data()),
             bytes.size()};  // NOLINT(*-const-cast): sendmsg's type
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  if (file >= 0) {
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    cmsghdr* attached = CMSG_FIRSTHDR(&header);
    attached->cmsg_level = SOL_SOCKET;
    attached->cmsg_type = SCM_RIGHTS;
    attached->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(attached), &file, sizeof(int));
  }
  ssize_t sent = 0;
  do {
    sent = sendmsg(socket, &header, flags | MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent;
}

// The file that came with the first bytes of a request.
void take_file(msghdr& header, FileDescriptor& file) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(part), sizeof(int));
    file = FileDescriptor(fd);
  }
}

// Bytes received, 0 at the end, or -1.
ssize_t receive_some(int socket, char* to, std::size_t most, FileDescriptor& file, int flags) {
  iovec part{to, most};
  msghdr header{};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control.data();
  header.msg_controllen = control.size();
  ssize_t got = 0;
  do {
    got = recvmsg(socket, &header, flags | MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got > 0) take_file(header, file);
  return got;
}

}  // namespace

Result<std::pair<Connection, FileDescriptor>> Connection::make() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return Error{ErrorCode::internal, "no wire to a worker could be made", {}, 0};
  return std::pair(Connection(FileDescriptor(ends[0])), FileDescriptor(ends[1]));
}

bool Connection::send(const Message& message, int file) {
  unsent_ = encoded(message);
  sent_bytes_ = 0;
  return send_some_of_rest(file);
}

bool Connection::send_rest() { return send_some_of_rest(-1); }

bool Connection::send_some_of_rest(int file) {
  const std::string_view rest = std::string_view(unsent_).substr(sent_bytes_);
  const ssize_t sent = send_some(socket_.get(), rest, file, MSG_DONTWAIT);
  if (sent < 0) return would_wait();
  sent_bytes_ += static_cast<std::size_t>(sent);
  if (sent_bytes_ == unsent_.size()) unsent_.clear();
  return true;
}

Connection::Received Connection::receive(Message& message) {
  for (;;) {
    if (const Received received = take_message(message); received != Received::nothing_yet)
      return received;
    const std::size_t size = received_.size();
    received_.resize(size + chunk);
    FileDescriptor none_is_wanted;
    const ssize_t got =
        receive_some(socket_.get(), received_.data() + size, chunk, none_is_wanted, MSG_DONTWAIT);
    received_.resize(size + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0 && would_wait()) return Received::nothing_yet;
    if (got <= 0) return Received::closed;
  }
}

Connection::Received Connection::take_message(Message& message) {
  const std::optional<std::size_t> size = encoded_size(received_);
  if (!size) return Received::nothing_yet;
  if (*size > most_message_bytes) return Received::nonsense;
  if (received_.size() < *size) return Received::nothing_yet;
  std::optional<Message> whole = decoded(std::string_view(received_).substr(0, *size));
  received_.erase(0, *size);
  if (received_.empty()) received_ = {};  // a large answer leaves no large buffer
  if (!whole) return Received::nonsense;
  message = *std::move(whole);
  return Received::message;
}

std::optional<Request> receive_request(int socket) {
  Request request;
  std::string bytes;
  std::array<char, chunk> buffer{};
  for (;;) {
    const std::optional<std::size_t> size = encoded_size(bytes);
    if (size && bytes.size() >= *size) break;
    const ssize_t got = receive_some(socket, buffer.data(), buffer.size(), request.file, 0);
    if (got <= 0) return std::nullopt;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
  std::optional<Message> message = decoded(bytes);
  if (!message) return std::nullopt;
  request.message = *std::move(message);
  return request;
}

bool send_message(int socket, const Message& message) {
  const std::string bytes = encoded(message);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t sent = send_some(socket, rest, -1, 0);
    if (sent < 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace trichyeu
