// Headers and footers, each text once: the same words stand in those of several sections.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extractor/read/flow/flow.h"

namespace trichyeu {

class RunningHeads {
 public:
  // Tables' cells give their paragraphs.
  void add(const std::vector<FlowBlock>& blocks);
  [[nodiscard]] std::vector<FlowParagraph> finish() && { return std::move(heads_); }

 private:
  std::vector<FlowParagraph> heads_;
  std::set<std::string> seen_;
};

}  // namespace trichyeu
