#include "tools/register/output_reading.h"

#include <utility>

#include "models/formats/formats.h"
#include "models/names.h"
#include "models/sha256.h"
#include "tools/register/row_message.h"

namespace trichyeu {
namespace {

constexpr const char* error_answer = "error";
constexpr const char* same_answer = "same";
constexpr const char* rows_answer = "rows";

Message message_of(const Error& error) {
  const bool advises = !error.advice.empty() || error.code != ErrorCode::invalid_xml;
  const std::string advice = advises ? error.advice : "Convert the document again.";
  return {error_answer, std::string(name_of(error.code)), error.message, advice};
}

Error senseless() { return {ErrorCode::internal, "the worker's answer makes no sense", {}, 0}; }

}  // namespace

Message read_output(const Result<std::string>& bytes, const std::string& known_sha256,
                    RowMaker& rows) {
  if (!bytes) return message_of(bytes.error());
  std::string sha256 = sha256_hex(*bytes);
  if (sha256 == known_sha256) return {same_answer, std::move(sha256)};
  const Result<Plan> plan = from_xml(*bytes);
  if (!plan) return message_of(plan.error());
  return {rows_answer, std::move(sha256), bytes_of(rows.rows_of(*plan))};
}

OutputReading reading_in(const Message& message) {
  OutputReading reading;
  if (message.size() == 4 && message[0] == error_answer) {
    reading.error = Error{value_of<ErrorCode>(message[1]).value_or(ErrorCode::internal), message[2],
                          message[3], 0};
  } else if (message.size() == 2 && message[0] == same_answer) {
    reading.sha256 = message[1];
  } else if (message.size() == 3 && message[0] == rows_answer) {
    reading.sha256 = message[1];
    reading.rows = rows_in(message[2]);
    if (!reading.rows) reading.error = senseless();
  } else {
    reading.error = senseless();
  }
  return reading;
}

}  // namespace trichyeu
