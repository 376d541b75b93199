#include "tools/command/complaint.h"

#include <iostream>

namespace trichyeu {
namespace {

std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

}  // namespace

std::string complaint(std::string_view subject, const Error& error) {
  std::string line = "trichyeu: " + std::string(subject) + ": ";
  if (error.page > 0) line += "page " + std::to_string(error.page) + ": ";
  line += sentence(error.message);
  if (!error.advice.empty()) line += ' ' + sentence(error.advice);
  return line + " (" + std::string(name_of(error.code)) + ')';
}

void complain(std::string_view subject, const Error& error) {
  std::cerr << complaint(subject, error) << '\n';
}

}  // namespace trichyeu
