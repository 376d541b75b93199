#include "tools/command/doctor_command.h"

#include <iostream>
#include <optional>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/read/second_model.h"
#include "models/formats/formats.h"
#include "tools/command/exit_code.h"
#include "tools/command/ocr_data.h"
#include "tools/command/versions.h"
#include "tools/office/office_program.h"
#include "tools/worker/worker_process.h"

namespace trichyeu {
namespace {

struct Finding {
  bool good = false;  // or not needed for most files
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

// Scans are read without it, too, the poor ones worse.
Finding second_language_data(const std::string& language, const std::string& tessdata) {
  const std::string model = second_model(language, tessdata);
  return {true,
          model.empty() ? std::string("Tesseract data: no second model for doubtful print; apt-get "
                                      "install ") +
                              second_model_package
                        : "Tesseract data: " + model + ", for doubtful print",
          ""};
}

// Conversion works without, too, unless --require-sandbox is given.
Finding workers(const std::string& tessdata) {
  const Result<Confined> confined = tried(confinement_of_readers(tessdata, Limits(), false));
  if (!confined) return {false, "workers: " + confined.error().message, confined.error().advice};
  const std::string advice =
      confined->wholly() ? ""
                         : "; Linux 5.13 or later with seccomp and Landlock confines them wholly";
  return {true, "workers: " + description_of(*confined) + advice, ""};
}

// Most files are read without it.
Finding office() {
  const std::optional<std::string> program = office_program();
  return {true,
          program ? "LibreOffice: " + *program
                  : "LibreOffice is not installed: DOC, RTF and WPS files are refused; apt-get "
                    "install libreoffice-writer-nogui",
          {}};
}

}  // namespace

int doctor_command(const std::string& ocr_language, const std::string& tessdata,
                   const std::string& grammar_folder) {
  std::cout << version_text();
  std::vector<Finding> findings{rules(grammar_folder), schema(), workers(tessdata)};
  for (const std::string& language : languages_in(ocr_language))
    findings.push_back(language_data(language, tessdata));
  if (ocr_language == "vie") findings.push_back(second_language_data(ocr_language, tessdata));
  findings.push_back(office());
  bool all_good = true;
  for (const Finding& finding : findings) {
    std::cout << (finding.good ? "good     " : "MISSING  ") << finding.what << '\n';
    if (!finding.good) std::cout << "         " << finding.advice << '\n';
    all_good = all_good && finding.good;
  }
  return all_good ? exit_done : exit_not_ready;
}

}  // namespace trichyeu
