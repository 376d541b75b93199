#include "tools/office/office.h"

#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <utility>

#include "extractor/read/office_format.h"
#include "tools/office/office_run.h"

namespace trichyeu {
namespace {

// Not open where there is no room.
FileDescriptor memory_with(std::string_view bytes) {
  FileDescriptor file(memfd_create("document", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return {};
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

// Until the child has ended, or its time is over; false where an interrupt came.
bool wait_for(const OfficeRun& run, const DeferredInterrupts& interrupts) {
  std::array<pollfd, 2> waits{{{run.fd(), POLLIN, 0}, {interrupts.fd(), POLLIN, 0}}};
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(run.deadline() - OfficeRun::Clock::now());
  const auto most = std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, 60'000);
  return poll(waits.data(), waits.size(), static_cast<int>(most)) <= 0 || waits[1].revents == 0;
}

Result<std::string> odt_of(std::string_view bytes, OfficeFormat format,
                           std::chrono::seconds time_limit, const DeferredInterrupts& interrupts) {
  const FileDescriptor file = memory_with(bytes);
  Result<OfficeRun> run = OfficeRun::start(file.get(), format, time_limit);
  if (!run) return run.error();
  while (wait_for(*run, interrupts)) {
    if (auto result = run.value().result(OfficeRun::Clock::now())) return *std::move(result);
  }
  return Error{ErrorCode::worker_died, "interrupted", {}, 0};
}

}  // namespace

Result<ReadOptions> with_office(ReadOptions options, std::string_view bytes,
                                std::chrono::seconds time_limit,
                                const DeferredInterrupts& interrupts) {
  const std::optional<OfficeFormat> format = office_format_of(bytes);
  if (!format) return options;
  Result<std::string> odt = odt_of(bytes, *format, time_limit, interrupts);
  if (!odt) return odt.error();
  options.as_odt = std::move(odt).value();
  return options;
}

}  // namespace trichyeu
