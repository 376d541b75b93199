// The two ends of the wire between this process and a worker: messages both ways over a pair of
// local sockets, and an open file with a request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "models/result.h"
#include "tools/worker/file_descriptor.h"
#include "tools/worker/message.h"

namespace trichyeu {

// Of one message. What claims to be larger is no message.
inline constexpr std::size_t most_message_bytes = std::size_t{1} << 30;

// This process's end. It never waits: a worker may be stuck, or out to make others stuck.
class Connection {
 public:
  // The worker's end besides. Fails with internal.
  [[nodiscard]] static Result<std::pair<Connection, FileDescriptor>> make();

  [[nodiscard]] int fd() const { return socket_.get(); }

  // Begins to send; `file` (-1: none) goes with it. Nothing else is being sent. False where the
  // worker is gone.
  [[nodiscard]] bool send(const Message& message, int file);
  [[nodiscard]] bool has_unsent() const { return !unsent_.empty(); }
  // Sends what the wire takes now. False where the worker is gone.
  [[nodiscard]] bool send_rest();

  enum class Received { message, nothing_yet, closed, nonsense };
  // Takes what there is; a message that is whole goes to `message`.
  [[nodiscard]] Received receive(Message& message);

 private:
  explicit Connection(FileDescriptor socket) : socket_(std::move(socket)) {}
  [[nodiscard]] bool send_some_of_rest(int file);
  [[nodiscard]] Received take_message(Message& message);

  FileDescriptor socket_;
  std::string unsent_;
  std::size_t sent_bytes_ = 0;  // of unsent_
  std::string received_;
};

// The worker's end, which waits.
struct Request {
  Message message;
  FileDescriptor file;
};
[[nodiscard]] std::optional<Request> receive_request(int socket);  // nothing: the wire is closed
[[nodiscard]] bool send_message(int socket, const Message& message);

}  // namespace trichyeu
