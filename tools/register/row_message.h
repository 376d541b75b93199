// Rows as a worker sends them: the bytes of one field after the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/register/document_rows.h"

namespace trichyeu {

[[nodiscard]] std::string bytes_of(const DocumentRows& rows);

// Nothing where the bytes are no such rows, whole and without more behind them.
[[nodiscard]] std::optional<DocumentRows> rows_in(std::string_view bytes);

}  // namespace trichyeu
