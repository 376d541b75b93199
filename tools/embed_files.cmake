# Run at build time by trichyeu_embed: writes STEM.h and STEM.cc with the bytes of FILES.
get_filename_component(header ${STEM}.h NAME)
file(WRITE ${STEM}.h.new "// Generated from data files of the source tree.
#pragma once
#include <string_view>
#include <utility>
#include <vector>
namespace trichyeu::${NAMESPACE} {
const std::vector<std::pair<std::string_view, std::string_view>>& embedded_files();
std::string_view file_named(std::string_view name);  // empty where there is none
}
")
file(WRITE ${STEM}.cc.new "#include \"${header}\"\nnamespace trichyeu::${NAMESPACE} {\n")
set(rows "")
set(index 0)
foreach(file IN LISTS FILES)
  file(READ ${file} hex HEX)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  # Adjacent literals keep every line of the generated file short.
  string(REGEX REPLACE "((\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..)(\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..\\\\x..))" "\\1\"\n\"" bytes "${bytes}")
  file(APPEND ${STEM}.cc.new "static const char file_${index}[] = \"${bytes}\";\n")
  string(APPEND rows "    {\"${name}\", {file_${index}, sizeof file_${index} - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(APPEND ${STEM}.cc.new "const std::vector<std::pair<std::string_view, std::string_view>>& embedded_files() {
  static const std::vector<std::pair<std::string_view, std::string_view>> files = {
${rows}  };
  return files;
}
std::string_view file_named(std::string_view name) {
  for (const auto& [file, bytes] : embedded_files()) {
    if (file == name) return bytes;
  }
  return {};
}
}
")
file(RENAME ${STEM}.h.new ${STEM}.h)
file(RENAME ${STEM}.cc.new ${STEM}.cc)
