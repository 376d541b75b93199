// Which output belongs to which gold.
//
//   gold             its name   output
//   gold/kh-83.xml   kh-83      out/kh-83.xml
//   gold/kh-83.json  kh-83      out/kh-83.xml
//   corpus/kh-83/gold.json (or gold.xml)   kh-83   out/kh-83.xml
//
// Where gold is one file, the output may be one file too, of any name.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

struct EvaluationFile {
  std::string name;
  std::string gold;
  std::string output;  // may not be there
};

// By name. Fails with cannot_open where `gold` is not there or holds no gold, or where `outputs` is
// one file for many.
[[nodiscard]] Result<std::vector<EvaluationFile>> evaluation_files(const std::string& gold,
                                                                   const std::string& outputs);

}  // namespace trichyeu
