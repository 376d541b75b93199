// Whether this build is instrumented: then it needs more address space than a limit would leave it.
#pragma once

namespace trichyeu {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
inline constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace trichyeu
