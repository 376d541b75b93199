#include "tools/command/summary.h"

#include <gtest/gtest.h>

#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

TEST(Summary, IsSixLinesInVietnamese) {
  EXPECT_EQ(summary(testing::sample_plan(), "vi"),
            "KẾ HOẠCH 83/KH-SYT, 2023-03-22, SỞ Y TẾ (đọc được một phần)\n"
            "Văn bản viện dẫn: 1\n"
            "Nhiệm vụ: 1\n"
            "Đơn vị: 1\n"
            "Thời hạn: 1\n"
            "Lưu ý: 2\n");
}

TEST(Summary, OfAnEmptyPlanCountsNothing) {
  EXPECT_EQ(summary(Plan{}, "en"),
            "Document\nCitations: 0\nTasks: 0\nUnits: 0\nDeadlines: 0\nDiagnostics: 0\n");
}

}  // namespace
}  // namespace trichyeu
