#include "models/formats/formats.h"
#include "models/formats/output_formats.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const std::string_view bytes = fuzz::view_of(data, size);
  const bool valid = validate_xml(bytes).empty();
  const Result<Plan> plan = from_xml(bytes);
  if (plan.ok() && valid) {
    const Result<Plan> again = from_xml(to_xml(plan.value()));
    fuzz::claim(again.ok(), "a plan that was read can be written and read");
  }
  if (!plan.ok()) return 0;
  for (const Format format : formats_of_many())
    fuzz::claim(formatted(plan.value(), format, {}).ok(), "a plan that was read has every format");
  return 0;
}
