// The language data that Tesseract reads with.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trichyeu {

// "vie+eng" asks for both.
[[nodiscard]] std::vector<std::string> languages_in(std::string languages);

// Where Tesseract finds the data of `language`: in `tessdata`, or where it looks itself. Nothing
// where it has none.
[[nodiscard]] std::optional<std::string> ocr_data_folder(const std::string& language,
                                                         const std::string& tessdata);

// Which model reads again what that of `language` doubts (extractor/read/second_model.h); empty:
// the same.
[[nodiscard]] std::string second_model(const std::string& language, const std::string& tessdata);

// "tesseract 5.3.0 vie sha256:… Vietnamese sha256:…": its version, and the data of all `languages`
// and of what helps them, by content; "vie missing" where there is none.
[[nodiscard]] std::string ocr_version(const std::string& languages, const std::string& tessdata);

}  // namespace trichyeu
