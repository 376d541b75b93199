#include "tools/worker/message.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Message, IsReadBack) {
  for (const Message& message :
       {Message{}, Message{""}, Message{"answer", std::string("a\0b", 3), "ế"}}) {
    EXPECT_EQ(decoded(encoded(message)), message);
  }
}

TEST(Message, CutShortIsNone) {
  const std::string bytes = encoded({"answer", "<plan/>"});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decoded(std::string_view(bytes).substr(0, size)).has_value()) << size;
  }
}

TEST(Message, WithMoreBehindItIsNone) {
  EXPECT_FALSE(decoded(encoded({"answer"}) + 'x').has_value());
}

TEST(Message, WithAFieldBeyondItsEndIsNone) {
  std::string bytes = encoded({"answer"});
  bytes[8] = 'x';
  EXPECT_FALSE(decoded(bytes).has_value());
}

}  // namespace
}  // namespace trichyeu
