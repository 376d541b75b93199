// Which system calls a worker may make (libseccomp).
//
// Allowed is what computing needs: memory, threads of its own, clocks, reading files and the wire
// to the parent. Changing files is refused with an error, because libraries try it and go on. All
// else ends the process: sockets, programs, processes, other processes' memory, files without a
// name, rings of system calls, code made at run time.
#pragma once

namespace trichyeu {

// Of this process and all its threads, until it ends; it gains no privileges any more either. False
// where the kernel refuses.
[[nodiscard]] bool filter_system_calls();

}  // namespace trichyeu
