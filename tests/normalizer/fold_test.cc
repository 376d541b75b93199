#include "normalizer/fold.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Fold, Marks) {
  EXPECT_EQ(fold_marks("Đường Nguyễn Huệ, ngõ 5/8 ợ ẵ"), "Duong Nguyen Hue, ngo 5/8 o a");
  EXPECT_EQ(fold_marks("“½” ß и"), "“½” ß и");
}

TEST(Fold, Tones) {
  EXPECT_EQ(fold_tones("Tiến độ thực hiện đường ệ Ợ"), "Tiên đô thưc hiên đương ê Ơ");
}

TEST(Fold, TonePlacement) {
  EXPECT_EQ(fold_tone_placement("Uỷ ban, hoà bình, khoẻ, thuỷ, LOÈ, TOÀ"),
            "Ủy ban, hòa bình, khỏe, thủy, LÒE, TÒA");
  for (const char* same : {"hòa", "ủy", "quý", "QUỲ", "hoàn", "toán", "tuyết", "thuế", "ngoáy",
                           "khuỷu", "huỳnh", "của", "oai"}) {
    EXPECT_EQ(fold_tone_placement(same), same);
  }
}

}  // namespace
}  // namespace trichyeu
