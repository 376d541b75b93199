// What the command's exit says; `trichyeu --help` prints the same list.
#pragma once

namespace trichyeu {

enum ExitCode : int {
  exit_done = 0,
  exit_some_failed = 1,   // done, with at least one failed input
  exit_usage = 2,         // the command line is wrong
  exit_nothing_read = 3,  // no input could be read
  exit_some_partial = 4,  // done, with at least one input read in part
  exit_not_ready =
      5,  // trichyeu itself lacks something: a rule file is broken, OCR data is missing
};

}  // namespace trichyeu
