#include "tools/office/office.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "tools/office/confinement.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uintmax_t most_output = std::uintmax_t{256} << 20;  // bytes
// A profile that was just made wants another start (desktop/source/app: EXITHELPER_NORMAL_RESTART).
constexpr int exit_start_again = 81;

// Macros off, links never updated, nothing fetched for a document that asks.
constexpr std::string_view settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseOpenCL" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

// A folder of this process alone, removed with all that is in it.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code error;
    std::string name =
        (fs::temp_directory_path(error) / ("trichyeu-" + std::string(6, 'X'))).string();
    if (!error && mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~PrivateFolder() {
    std::error_code what_stays_is_only_litter;
    if (!path_.empty()) fs::remove_all(path_, what_stays_is_only_litter);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

bool write(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(file.flush());
}

unsigned two_bytes(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8U;
}

// Its import filter by name: what is left to find one by itself takes rubbish for plain text. The
// stream of a DOC begins at a sector with the mark and the version of its Word (MS-DOC 2.5.2).
std::optional<std::string> filter_of(std::string_view bytes, FileKind kind) {
  if (kind == FileKind::rtf) return "Rich Text Format";
  constexpr std::size_t sector = 512;
  for (std::size_t at = sector; at + 4 <= bytes.size(); at += sector) {
    const unsigned mark = two_bytes(bytes, at), version = two_bytes(bytes, at + 2);
    if (mark == 0xA5EC && version >= 0xC0 && version < 0x200) return "MS Word 97";
    if (mark == 0xA5DC && version == 0x68) return "MS Word 95";
    if (mark == 0xA5DC && version > 0x50 && version < 0x68) return "MS WinWord 6.0";
  }
  return std::nullopt;
}

std::string extension_of(FileKind kind) { return kind == FileKind::rtf ? "rtf" : "doc"; }

bool is_program(const fs::path& path) { return access(path.c_str(), X_OK) == 0; }

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

// What is run: the program, with what filter, in which folder, on which file.
struct Run {
  std::string program;
  std::string filter;
  fs::path folder;
  std::string input;
  std::chrono::seconds time_limit;
};

[[noreturn]] void be_office(const Run& run, const DeferredInterrupts& interrupts) {
  const fs::path& folder = run.folder;
  std::vector<std::string> arguments = {
      run.program,
      "-env:UserInstallation=file://" + (folder / "profile").string(),
      "--headless",
      "--invisible",
      "--nologo",
      "--norestore",
      "--nolockcheck",
      "--nodefault",
      "--infilter=" + run.filter,
      "--convert-to",
      "odt",
      "--outdir",
      (folder / "out").string(),
      run.input};
  std::vector<std::string> environment = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(),
                                          "PATH=/usr/bin:/bin", "LANG=C.UTF-8",
                                          "SAL_USE_VCLPLUGIN=svp"};
  const auto pointers = [](std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (std::string& string : strings) result.push_back(string.data());
    result.push_back(nullptr);
    return result;
  };
  interrupts.release();
  if (confine_office(run.time_limit))
    execve(run.program.c_str(), pointers(arguments).data(), pointers(environment).data());
  _exit(127);
}

enum class End { exited, late, interrupted, not_started };

// Runs it once; `status` is the child's where it exited.
End run_office(const Run& run, Clock::time_point deadline, const DeferredInterrupts& interrupts,
               int& status) {
  const pid_t child = fork();
  if (child < 0) return End::not_started;
  if (child == 0) be_office(run, interrupts);
  setpgid(child, child);  // whichever of the two comes first
  // Through syscall: glibc 2.36 declares pidfd_open without C linkage.
  const int ended = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  std::array<pollfd, 2> waits{{{ended, POLLIN, 0}, {interrupts.fd(), POLLIN, 0}}};
  End end = End::exited;
  while (waits[0].revents == 0 && end == End::exited) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      end = End::late;
    } else if (poll(waits.data(), waits.size(), static_cast<int>(std::min<long>(left, 60'000))) >
                   0 &&
               waits[1].revents != 0) {
      end = End::interrupted;
    }
  }
  close(ended);
  kill(-child, SIGKILL);  // and what it may have started
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return end;
}

Error unusable() {
  return {ErrorCode::damaged, "LibreOffice can make nothing of it",
          "Open it in a word processor and save it as DOCX.", 0};
}

Result<std::string> output_in(const fs::path& folder) {
  const fs::path path = folder / "out" / "document.odt";
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return unusable();
  if (size > most_output)
    return Error{ErrorCode::too_large, "what LibreOffice made of it is too large", "Split it.", 0};
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

std::optional<std::string> office_program() {
  if (auto program = program_beside_launcher()) return program;
  const fs::path usual = "/usr/lib/libreoffice/program/soffice.bin";
  return is_program(usual) ? std::optional(usual.string()) : std::nullopt;
}

Result<std::string> odt_by_office(std::string_view bytes, FileKind kind,
                                  std::chrono::seconds time_limit,
                                  const DeferredInterrupts& interrupts) {
  const std::optional<std::string> program = office_program();
  if (!program) return office_unavailable();
  const std::optional<std::string> filter = filter_of(bytes, kind);
  if (!filter) return unusable();
  const PrivateFolder folder;
  const fs::path input = folder.path() / ("document." + extension_of(kind));
  std::error_code error;
  fs::create_directories(folder.path() / "profile" / "user", error);
  const bool ready =
      !folder.path().empty() && !error && write(input, bytes) &&
      write(folder.path() / "profile" / "user" / "registrymodifications.xcu", settings);
  if (!ready) {
    return Error{ErrorCode::cannot_write, "no folder for LibreOffice could be made",
                 "Set TMPDIR to a folder with room.", 0};
  }
  const Clock::time_point deadline = Clock::now() + time_limit;
  int status = 0;
  End end = End::exited;
  for (int starts = 0; starts < 2; ++starts) {
    end = run_office({*program, *filter, folder.path(), input.string(), time_limit}, deadline,
                     interrupts, status);
    if (end != End::exited || !WIFEXITED(status) || WEXITSTATUS(status) != exit_start_again) break;
  }
  switch (end) {
    case End::exited: return output_in(folder.path());
    case End::late:
      return Error{ErrorCode::timed_out,
                   "LibreOffice took longer than " + std::to_string(time_limit.count()) + " s",
                   "Give it more with --timeout SECONDS, or save the document as DOCX.", 0};
    case End::interrupted: return Error{ErrorCode::worker_died, "interrupted", {}, 0};
    case End::not_started: break;
  }
  return Error{ErrorCode::internal, "no process could be started",
               "Try again when the machine is less busy.", 0};
}

Result<ReadOptions> with_office(ReadOptions options, std::string_view bytes,
                                std::chrono::seconds time_limit,
                                const DeferredInterrupts& interrupts) {
  if (!needs_office(bytes)) return options;
  Result<std::string> odt = odt_by_office(bytes, file_kind_of(bytes), time_limit, interrupts);
  if (!odt) return odt.error();
  options.as_odt = std::move(odt).value();
  return options;
}

}  // namespace trichyeu
