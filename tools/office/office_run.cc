#include "tools/office/office_run.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "tools/office/confinement.h"
#include "tools/office/office_program.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_output = std::uintmax_t{256} << 20;  // bytes
// A profile that was just made wants another start (desktop/source/app: EXITHELPER_NORMAL_RESTART).
constexpr int exit_start_again = 81;
constexpr int most_starts = 2;

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

fs::path document_in(const fs::path& folder, OfficeFormat format) {
  return folder / (format == OfficeFormat::rtf ? "document.rtf" : "document.doc");
}

// LibreOffice's name of its import filter: left to find one by itself it takes rubbish for plain
// text.
std::string filter_of(OfficeFormat format) {
  switch (format) {
    case OfficeFormat::rtf: return "Rich Text Format";
    case OfficeFormat::word_6: return "MS WinWord 6.0";
    case OfficeFormat::word_95: return "MS Word 95";
    case OfficeFormat::word_97: break;
  }
  return "MS Word 97";
}

bool write_settings(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / "profile" / "user", error);
  std::ofstream file(folder / "profile" / "user" / "registrymodifications.xcu", std::ios::binary);
  file << settings;
  return !error && file.flush();
}

std::optional<Error> copy(int from, const fs::path& path) {
  std::ofstream file(path, std::ios::binary);
  std::array<char, 65536> buffer{};
  for (off_t at = 0;;) {
    const ssize_t got = pread(from, buffer.data(), buffer.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{ErrorCode::cannot_open, "it cannot be read", {}, 0};
    if (got == 0) break;
    file.write(buffer.data(), got);
    at += got;
  }
  if (file.flush()) return std::nullopt;
  return Error{ErrorCode::cannot_write, "there is no room for a copy that LibreOffice can open",
               "Set TMPDIR to a folder with room.", 0};
}

[[noreturn]] void be_office(const std::string& program, const fs::path& folder, OfficeFormat format,
                            std::chrono::seconds time_limit) {
  std::vector<std::string> arguments = {
      program,
      "-env:UserInstallation=file://" + (folder / "profile").string(),
      "--headless",
      "--invisible",
      "--nologo",
      "--norestore",
      "--nolockcheck",
      "--nodefault",
      "--infilter=" + filter_of(format),
      "--convert-to",
      "odt",
      "--outdir",
      (folder / "out").string(),
      document_in(folder, format).string()};
  std::vector<std::string> environment = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(),
                                          "PATH=/usr/bin:/bin", "LANG=C.UTF-8",
                                          "SAL_USE_VCLPLUGIN=svp"};
  const auto pointers = [](std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (std::string& string : strings) result.push_back(string.data());
    result.push_back(nullptr);
    return result;
  };
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  if (confine_office(time_limit))
    execve(program.c_str(), pointers(arguments).data(), pointers(environment).data());
  _exit(127);
}

Result<std::string> output_in(const fs::path& folder) {
  const fs::path path = folder / "out" / "document.odt";
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) {
    return Error{ErrorCode::damaged, "LibreOffice can make nothing of it",
                 "Open it in a word processor and save it as DOCX.", 0};
  }
  if (size > most_output)
    return Error{ErrorCode::too_large, "what LibreOffice made of it is too large", "Split it.", 0};
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

Result<OfficeRun> OfficeRun::start(int file, OfficeFormat format, std::chrono::seconds time_limit) {
  const std::optional<std::string> program = office_program();
  if (!program) return office_unavailable();
  OfficeRun run;
  run.program_ = *program;
  run.format_ = format;
  run.time_limit_ = time_limit;
  run.deadline_ = Clock::now() + time_limit;
  if (run.folder_.path().empty() || !write_settings(run.folder_.path())) {
    return Error{ErrorCode::cannot_write, "no folder for LibreOffice could be made",
                 "Set TMPDIR to a folder with room.", 0};
  }
  if (auto error = copy(file, document_in(run.folder_.path(), format))) return *error;
  if (!run.start_child()) {
    return Error{ErrorCode::internal, "no process could be started",
                 "Try again when the machine is less busy.", 0};
  }
  return run;
}

OfficeRun::OfficeRun(OfficeRun&& other) noexcept
    : program_(std::move(other.program_)),
      format_(other.format_),
      time_limit_(other.time_limit_),
      deadline_(other.deadline_),
      folder_(std::move(other.folder_)),
      child_(std::exchange(other.child_, -1)),
      ended_(std::move(other.ended_)),
      starts_(other.starts_) {}

OfficeRun& OfficeRun::operator=(OfficeRun&& other) noexcept {
  std::swap(program_, other.program_);
  std::swap(format_, other.format_);
  std::swap(time_limit_, other.time_limit_);
  std::swap(deadline_, other.deadline_);
  std::swap(folder_, other.folder_);
  std::swap(child_, other.child_);
  std::swap(ended_, other.ended_);
  std::swap(starts_, other.starts_);
  return *this;
}

OfficeRun::~OfficeRun() { static_cast<void>(end_child()); }

bool OfficeRun::start_child() {
  ++starts_;
  child_ = fork();
  if (child_ == 0) be_office(program_, folder_.path(), format_, time_limit_);
  if (child_ < 0) return false;
  setpgid(child_, child_);  // whichever of the two comes first
  // Through syscall: glibc 2.36 declares pidfd_open without C linkage.
  ended_ = FileDescriptor(static_cast<int>(syscall(SYS_pidfd_open, child_, 0)));
  return ended_.is_open();
}

// Its status, as wait(2) gives it.
int OfficeRun::end_child() {
  int status = 0;
  if (child_ <= 0) return status;
  kill(-child_, SIGKILL);  // and what it may have started
  kill(child_, SIGKILL);   // where it has no group yet
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  return status;
}

std::optional<Result<std::string>> OfficeRun::result(Clock::time_point now) {
  pollfd ended{fd(), POLLIN, 0};
  const bool has_ended = poll(&ended, 1, 0) > 0;
  if (!has_ended && now < deadline_) return std::nullopt;
  const int status = end_child();
  if (!has_ended) {
    return Error{ErrorCode::timed_out,
                 "LibreOffice took longer than " + std::to_string(time_limit_.count()) + " s",
                 "Give it more with --timeout SECONDS, or save the document as DOCX.", 0};
  }
  const bool again = WIFEXITED(status) && WEXITSTATUS(status) == exit_start_again;
  if (again && starts_ < most_starts && start_child()) return std::nullopt;
  return output_in(folder_.path());
}

}  // namespace trichyeu
