// What fails a whole document: a typed error instead of a value. What does not is a Diagnostic.
//
// No exception crosses a module's border: a function that can fail returns Result<T>.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace trichyeu {

// Stable codes: they stand in manifests, logs and exit codes. Never rename one.
enum class ErrorCode {
  cannot_open,         // the file is not there or may not be read
  not_a_file,          // a folder, FIFO, socket or device where a file is needed
  link_loop,           // a link to a folder that leads back to where it stands
  empty_input,         // no bytes, or nothing but blanks
  too_large,           // over a stated limit
  unknown_type,        // neither text nor a format that is read
  damaged,             // of a known format, but truncated or broken
  encrypted,           // needs a password
  no_pages,            // a document without a page
  no_text,             // nothing could be read on any page
  invalid_utf8,        // text that is not UTF-8
  ocr_unavailable,     // Tesseract or its language data is missing
  office_unavailable,  // LibreOffice, which opens old word processors' files, is missing
  grammar_invalid,     // a rule file or word list does not load
  invalid_xml,         // not well-formed, or not valid against the schema
  cannot_write,        // the output could not be written whole
  no_space,            // the disk, or what one may use of it, is full
  worker_died,         // the process that read the document ended by a signal
  timed_out,           // over the time limit
  not_confined,        // the kernel refuses the confinement that was asked for
  internal,            // a defect of ours
};

[[nodiscard]] std::string_view name_of(ErrorCode code);                       // "empty-input"
[[nodiscard]] std::optional<ErrorCode> error_code_of(std::string_view name);  // the reverse

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  // what is wrong, in English, without the file's name
  std::string advice;   // what to do next; may be empty
  int page = 0;         // from 1; 0 where no page is to blame
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Only when ok().
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  const T* operator->() const { return &value(); }
  const T& operator*() const& { return value(); }

  // Only when not ok().
  [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace trichyeu
