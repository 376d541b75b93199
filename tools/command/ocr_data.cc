#include "tools/command/ocr_data.h"

#include <tesseract/capi.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "extractor/read/second_model.h"
#include "models/sha256.h"
#include "tools/command/files.h"

namespace trichyeu {

std::vector<std::string> languages_in(std::string languages) {
  std::vector<std::string> parts;
  while (!languages.empty()) {
    const std::size_t end = std::min(languages.find('+'), languages.size());
    parts.push_back(languages.substr(0, end));
    languages.erase(0, end + 1);
  }
  return parts;
}

std::optional<std::string> ocr_data_folder(const std::string& language,
                                           const std::string& tessdata) {
  const std::unique_ptr<TessBaseAPI, void (*)(TessBaseAPI*)> recognizer(TessBaseAPICreate(),
                                                                        TessBaseAPIDelete);
  const char* folder = tessdata.empty() ? nullptr : tessdata.c_str();
  if (TessBaseAPIInit3(recognizer.get(), folder, language.c_str()) != 0) return std::nullopt;
  return TessBaseAPIGetDatapath(recognizer.get());
}

std::string second_model(const std::string& language, const std::string& tessdata) {
  return second_model_of(language, ocr_data_folder(language, tessdata).value_or(""));
}

std::string ocr_version(const std::string& languages, const std::string& tessdata) {
  std::vector<std::string> models = languages_in(languages);
  if (std::string second = second_model(languages, tessdata); !second.empty())
    models.push_back(std::move(second));
  std::string version = std::string("tesseract ") + TessVersion();
  for (const std::string& model : models) {
    version += ' ' + model;
    const std::optional<std::string> folder = ocr_data_folder(model, tessdata);
    const auto data = read_file(folder.value_or("") + '/' + model + ".traineddata");
    version += folder && data ? " sha256:" + sha256_hex(*data) : " missing";
  }
  return version;
}

}  // namespace trichyeu
