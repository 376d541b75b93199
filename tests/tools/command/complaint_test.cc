#include "tools/command/complaint.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Complaint, SaysWhatIsWrongWhatToDoAndTheCode) {
  EXPECT_EQ(complaint("a.pdf", {ErrorCode::encrypted, "it is encrypted", "Remove its password", 0}),
            "trichyeu: a.pdf: it is encrypted. Remove its password. (encrypted)");
}

TEST(Complaint, NamesThePage) {
  EXPECT_EQ(complaint("a.pdf", {ErrorCode::damaged, "its picture is broken.", {}, 3}),
            "trichyeu: a.pdf: page 3: its picture is broken. (damaged)");
}

}  // namespace
}  // namespace trichyeu
