// A digest that names bytes: the input's in the output, the rule files' in the grammar's
// fingerprint.
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace trichyeu
