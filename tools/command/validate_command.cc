#include "tools/command/validate_command.h"

#include <cstddef>
#include <iostream>

#include "models/formats/formats.h"
#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

Result<Message> problems_of(const std::string& input) {
  const Result<std::string> xml = read_file(input);
  if (!xml) return xml.error();
  const DeferredInterrupts interrupts;
  return run_in_worker([&]() -> Result<Message> { return validate_xml(*xml); }, Limits(),
                       interrupts);
}

}  // namespace

int validate_command(const std::vector<std::string>& inputs) {
  std::size_t read = 0;
  std::size_t valid = 0;
  for (const std::string& input : inputs) {
    const Result<Message> problems = problems_of(input);
    if (!problems) {
      complain(input, problems.error());
      continue;
    }
    ++read;
    for (const std::string& problem : *problems)
      complain(input, {ErrorCode::invalid_xml, problem, {}, 0});
    if (!problems->empty()) continue;
    ++valid;
    std::cout << input << ": valid" << std::endl;
  }
  if (read == 0) return exit_nothing_read;
  return valid == inputs.size() ? exit_done : exit_some_failed;
}

}  // namespace trichyeu
