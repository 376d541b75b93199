// What a worker says of its task, as messages, and back: the result, or before it that the task
// needs more time.
#pragma once

#include <chrono>
#include <optional>

#include "models/result.h"
#include "tools/worker/message.h"

namespace trichyeu {

[[nodiscard]] Message message_of(const Result<Message>& answer);

// The reverse; of a message that is none, an error (worker_died).
[[nodiscard]] Result<Message> answer_of(Message message);

// Seconds that the task may take, counted from its begin.
[[nodiscard]] Message extension_message(std::chrono::seconds time);
[[nodiscard]] std::optional<std::chrono::seconds> extension_in(const Message& message);

}  // namespace trichyeu
