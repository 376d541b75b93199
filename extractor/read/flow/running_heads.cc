#include "extractor/read/flow/running_heads.h"

namespace trichyeu {

void RunningHeads::add(const std::vector<FlowBlock>& blocks) {
  for (const FlowBlock& block : blocks) {
    if (const auto* table = std::get_if<FlowTable>(&block.content)) {
      for (const FlowCell& cell : table->cells) add(cell.blocks);
      continue;
    }
    const auto& paragraph = std::get<FlowParagraph>(block.content);
    std::string words;
    for (const FlowRun& run : paragraph.runs) words += run.text;
    if (seen_.insert(words).second) heads_.push_back(paragraph);
  }
}

}  // namespace trichyeu
