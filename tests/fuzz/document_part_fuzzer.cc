// The XML inside: the input is the main part of a DOCX, its styles and its lists at once, and the
// content of an ODT.
#include <string>

#include "extractor/read/flow/docx_reader.h"
#include "extractor/read/flow/odt_reader.h"
#include "tests/extractor/read/flow/container.h"
#include "tests/fuzz/read_claims.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const std::string xml(fuzz::view_of(data, size));
  const std::string rels =
      "<r><Relationship Type=\"/styles\" Target=\"document.xml\"/>"
      "<Relationship Type=\"/numbering\" Target=\"document.xml\"/>"
      "<Relationship Type=\"/footnotes\" Target=\"document.xml\"/>"
      "<Relationship Type=\"/header\" Target=\"document.xml\"/></r>";
  const Result<SourceText> word = read_docx(
      test::container({{"word/document.xml", xml}, {"word/_rels/document.xml.rels", rels}}));
  if (word.ok()) fuzz::claim_source(word.value());
  const Result<SourceText> open =
      read_odt(test::container({{"content.xml", xml}, {"styles.xml", xml}}));
  if (open.ok()) fuzz::claim_source(open.value());
  return 0;
}
