// The corpus in its three forms, for tests: a plan's own text, its PDF, and the recorded
// recognition of its scan.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "extractor/convert.h"

namespace trichyeu::testing {

enum class Form { text, pdf, scan };

// Names of the folders of corpus/, sorted.
[[nodiscard]] std::vector<std::string> corpus_names();

[[nodiscard]] std::filesystem::path source_of(const std::string& name, Form form);
// expected.xml, expected-pdf.xml, expected-scan.xml beside it.
[[nodiscard]] std::filesystem::path expected_of(const std::string& name, Form form);

// Fails the test and gives an empty conversion where the document cannot be read.
[[nodiscard]] Conversion converted(const std::string& name, Form form);

// The plan's XML without what every change of a rule or release changes: the versions.
[[nodiscard]] std::string golden_xml(Conversion conversion);

[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);

}  // namespace trichyeu::testing
