#include "extractor/fields/labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using LabelsOf = std::vector<Label> (*)(std::string_view, const Grammars&);

// "label=value" of every label.
std::vector<std::string> read(LabelsOf labels_of_line, std::string_view text) {
  std::vector<std::string> all;
  for (const Label& label : labels_of_line(text, testing::built_in_grammars()))
    all.push_back(std::string(label.bytes.of(text)) + "=" + std::string(label.value.of(text)));
  return all;
}

TEST(Labels, OfALineStandBehindASentence) {
  EXPECT_THAT(read(labels_of, "Chủ trì: Sở A. Phối hợp: Sở B"),
              ElementsAre("Chủ trì=Sở A", "Phối hợp=Sở B"));
  EXPECT_THAT(read(labels_of, "Chủ trì: Sở A Phối hợp: Sở B"),
              ElementsAre("Chủ trì=Sở A Phối hợp: Sở B"));
}

TEST(Labels, OfACellStandAtTheHeadOfItsJoinedLines) {
  EXPECT_THAT(read(labels_of_cell, "Chủ trì: Sở A Phối hợp: Sở B; Sở C"),
              ElementsAre("Chủ trì=Sở A", "Phối hợp=Sở B; Sở C"));
  EXPECT_THAT(read(labels_of_cell, "Sở A chủ trì; các xã phối hợp"), IsEmpty());
}

}  // namespace
}  // namespace trichyeu
