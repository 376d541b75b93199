// record_source FILE: what the reader gives for FILE, as recorded_source writes it, to standard
// output.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "extractor/read/read.h"
#include "tests/support/recorded_source.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: record_source FILE\n", stderr);
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto source = trichyeu::read(bytes, trichyeu::ReadOptions{});
  if (!source) {
    std::fprintf(stderr, "%s: %s\n", arguments[1], source.error().message.c_str());
    return 1;
  }
  const std::string record = trichyeu::testing::recorded_source(*source);
  return std::fwrite(record.data(), 1, record.size(), stdout) == record.size() ? 0 : 1;
}
