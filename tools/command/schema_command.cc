#include "tools/command/schema_command.h"

#include <iostream>

#include "models/formats/formats.h"
#include "tools/command/exit_code.h"

namespace trichyeu {

int schema_command(const std::string& format) {
  std::cout << (format == "json" ? plan_json_schema() : plan_schema()) << std::flush;
  return std::cout ? exit_done : exit_some_failed;
}

}  // namespace trichyeu
