#include "tools/office/office_program.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

// LibreOffice comes in parts; the one that reads texts is a library beside the program.
constexpr const char* writer = "libswlo.so";

bool is_program(const fs::path& path) {
  return access(path.c_str(), X_OK) == 0 && fs::exists(path.parent_path() / writer);
}

// The launcher in PATH is a script or a link beside the program.
std::optional<std::string> program_beside_launcher() {
  const char* search = std::getenv("PATH");
  std::string folders = search == nullptr ? "" : search;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    std::error_code error;
    const fs::path launcher = fs::canonical(fs::path(folders.substr(0, end)) / "soffice", error);
    folders.erase(0, end + 1);
    if (error) continue;
    const fs::path program = launcher.parent_path() / "soffice.bin";
    if (is_program(program)) return program.string();
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> office_program() {
  if (auto program = program_beside_launcher()) return program;
  const fs::path usual = "/usr/lib/libreoffice/program/soffice.bin";
  return is_program(usual) ? std::optional(usual.string()) : std::nullopt;
}

}  // namespace trichyeu
