// The XML inside: the input is the main part of a DOCX, its styles and its lists at once, the
// content of an ODT, and a sheet of an XLSX, its styles and its strings.
#include <string>

#include "extractor/read/flow/docx_reader.h"
#include "extractor/read/flow/odt_reader.h"
#include "extractor/read/flow/xlsx_reader.h"
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
  const std::string sheet_rels =
      "<r><Relationship Id=\"s\" Type=\"/worksheet\" Target=\"s.xml\"/>"
      "<Relationship Type=\"/styles\" Target=\"s.xml\"/>"
      "<Relationship Type=\"/sharedStrings\" Target=\"s.xml\"/></r>";
  const Result<SourceText> sheet = read_xlsx(test::container(
      {{"xl/workbook.xml", "<workbook><sheets><sheet id=\"s\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels", sheet_rels},
       {"xl/s.xml", xml}}));
  if (sheet.ok()) fuzz::claim_source(sheet.value());
  return 0;
}
