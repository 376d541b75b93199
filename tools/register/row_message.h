// Rows as a worker sends them: one field after the other.
#pragma once

#include <optional>

#include "tools/register/document_rows.h"
#include "tools/worker/message.h"

namespace trichyeu {

[[nodiscard]] Message message_of(DocumentRows rows);

// Nothing where the message holds no such rows.
[[nodiscard]] std::optional<DocumentRows> rows_in(const Message& message);

}  // namespace trichyeu
