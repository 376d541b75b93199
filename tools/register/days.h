// Days as the register stores them: ISO 8601 texts, which sort as the days do (models/days.h).
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

[[nodiscard]] bool is_day(std::string_view text);  // "2024-02-29"; "2023-02-29" is none

// "2024-03-01" of "2024-02-29"; empty where the text is no day.
[[nodiscard]] std::string day_after(std::string_view day);

// "2022-09-29" of "29/9/2022", "29-09-2022", "29.9.2022", or an ISO day; empty where it is none.
[[nodiscard]] std::string day_in(std::string_view printed);

[[nodiscard]] std::string today();  // of the machine's time zone

}  // namespace trichyeu
