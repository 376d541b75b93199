// E-mails and web archives (EML, MHTML): text files whose documents are inside, encoded.
#pragma once

#include <string_view>

namespace trichyeu {

// Begins with a block of header fields (RFC 5322 2.2), MIME-Version among them.
[[nodiscard]] bool is_mail_message(std::string_view bytes);

}  // namespace trichyeu
