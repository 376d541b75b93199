#include "tools/worker/answer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "models/names.h"

namespace trichyeu {
namespace {

constexpr std::string_view answer_field = "answer";
constexpr std::string_view error_field = "error";
constexpr std::string_view extension_field = "more time";
constexpr std::chrono::seconds longest_extension{1'000'000};
constexpr std::size_t fields_of_error = 5;

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || number < 0) return std::nullopt;
  return number;
}

std::optional<Error> error_in(const Message& message) {
  if (message.size() != fields_of_error || message[0] != error_field) return std::nullopt;
  const std::optional<ErrorCode> code = value_of<ErrorCode>(message[1]);
  const std::optional<int> page = number_in(message[4]);
  if (!code || !page) return std::nullopt;
  return Error{*code, message[2], message[3], *page};
}

}  // namespace

Message message_of(const Result<Message>& answer) {
  if (!answer) {
    const Error& error = answer.error();
    return {std::string(error_field), std::string(name_of(error.code)), error.message, error.advice,
            std::to_string(error.page)};
  }
  Message message{std::string(answer_field)};
  message.insert(message.end(), answer->begin(), answer->end());
  return message;
}

Result<Message> answer_of(Message message) {
  if (!message.empty() && message.front() == answer_field) {
    message.erase(message.begin());
    return message;
  }
  if (std::optional<Error> error = error_in(message)) return *std::move(error);
  return Error{ErrorCode::worker_died, "the answer of the process that read it makes no sense",
               "Please report it with the file.", 0};
}

Message extension_message(std::chrono::seconds time) {
  return {std::string(extension_field), std::to_string(time.count())};
}

std::optional<std::chrono::seconds> extension_in(const Message& message) {
  if (message.size() != 2 || message[0] != extension_field) return std::nullopt;
  const std::optional<int> seconds = number_in(message[1]);
  if (!seconds) return std::nullopt;
  return std::min(std::chrono::seconds(*seconds), longest_extension);
}

}  // namespace trichyeu
