#include "tools/command/doctor_command.h"

#include <iostream>
#include <optional>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/formats/formats.h"
#include "tools/command/exit_code.h"
#include "tools/command/ocr_data.h"
#include "tools/command/versions.h"

namespace trichyeu {
namespace {

struct Finding {
  bool good = false;
  std::string what;
  std::string advice;  // empty where good
};

Finding rules(const std::string& folder) {
  const Result<Grammars> grammars = Grammars::load(folder);
  if (!grammars) return {false, "rules: " + grammars.error().message, grammars.error().advice};
  return {true,
          "rules: " + std::to_string(grammars->grammar_names().size()) + " rule files, " +
              std::to_string(grammars->list_names().size()) + " word lists, " +
              grammars->fingerprint(),
          {}};
}

Finding schema() {
  const bool good = validate_xml(to_xml(Plan{})).empty();
  return {good, good ? "schema: an empty plan is valid" : "schema: an empty plan is not valid",
          good ? "" : "This build is damaged: build it again."};
}

Finding language_data(const std::string& language, const std::string& tessdata) {
  const std::optional<std::string> folder = ocr_data_folder(language, tessdata);
  return {folder.has_value(),
          "Tesseract data: " + language + (folder ? " in " + *folder : " is missing"),
          folder ? "" : "apt-get install tesseract-ocr-" + language};
}

}  // namespace

int doctor_command(const std::string& ocr_language, const std::string& tessdata,
                   const std::string& grammar_folder) {
  std::cout << version_text();
  std::vector<Finding> findings{rules(grammar_folder), schema()};
  for (const std::string& language : languages_in(ocr_language))
    findings.push_back(language_data(language, tessdata));
  bool all_good = true;
  for (const Finding& finding : findings) {
    std::cout << (finding.good ? "good     " : "MISSING  ") << finding.what << '\n';
    if (!finding.good) std::cout << "         " << finding.advice << '\n';
    all_good = all_good && finding.good;
  }
  return all_good ? exit_done : exit_not_ready;
}

}  // namespace trichyeu
