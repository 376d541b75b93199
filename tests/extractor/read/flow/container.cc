#include "tests/extractor/read/flow/container.h"

#include <zip.h>

#include <stdexcept>

namespace trichyeu::test {
namespace {

constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
constexpr const char* word_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
constexpr const char* relationship_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml = declaration;
  xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [type, target] : targets) {
    xml += "<Relationship Id=\"r" + target + "\" Type=\"" + relationship_type + type +
           "\" Target=\"" + target + "\"/>";
  }
  return xml + "</Relationships>";
}

std::string bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) throw std::runtime_error("the container cannot be read");
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

}  // namespace

std::string container(const Parts& parts) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("no container can be made");
  for (const auto& [name, bytes] : parts) {
    zip_source_t* part = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (index == 0) zip_set_file_compression(zip, 0, ZIP_CM_STORE, 0);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("the container cannot be written");
  return bytes_of(source);
}

std::string docx(const std::string& body, const Parts& more) {
  std::vector<std::pair<std::string, std::string>> targets;
  Parts parts = {{"[Content_Types].xml", std::string(declaration) + "<Types/>"},
                 {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})}};
  for (const auto& [name, xml] : more) {
    const std::string type = name.substr(0, name.find_first_of("0123456789"));
    targets.emplace_back(type, name + ".xml");
    const std::size_t tag_end = xml.find('>');
    parts.emplace_back("word/" + name + ".xml", declaration + xml.substr(0, tag_end) +
                                                    word_namespaces + xml.substr(tag_end));
  }
  parts.emplace_back("word/_rels/document.xml.rels", relationships(targets));
  parts.emplace_back("word/document.xml", std::string(declaration) + "<w:document" +
                                              word_namespaces + "><w:body>" + body +
                                              "</w:body></w:document>");
  return container(parts);
}

std::string paragraph(const std::string& text, const std::string& properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string odt(const std::string& body, const std::string& automatic_styles) {
  return container({{"mimetype", "application/vnd.oasis.opendocument.text"},
                    {"content.xml",
                     std::string(declaration) +
                         "<office:document-content "
                         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                         " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                         " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                         " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                         " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                         " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\">"
                         "<office:automatic-styles>" +
                         automatic_styles + "</office:automatic-styles><office:body><office:text>" +
                         body + "</office:text></office:body></office:document-content>"}});
}

std::string xlsx(const std::vector<std::string>& sheets, const Parts& more) {
  std::vector<std::pair<std::string, std::string>> targets;
  Parts parts = {{"[Content_Types].xml", std::string(declaration) + "<Types/>"},
                 {"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})}};
  std::string list;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1), target = "sheet" + number + ".xml";
    targets.emplace_back("worksheet", target);
    list += "<sheet name=\"" + number + "\" sheetId=\"" + number + "\" r:id=\"r" + target + "\"/>";
    parts.emplace_back("xl/" + target, "<worksheet>" + sheets[i] + "</worksheet>");
  }
  for (const auto& [name, xml] : more) {
    targets.emplace_back(name, name + ".xml");
    parts.emplace_back("xl/" + name + ".xml", xml);
  }
  parts.emplace_back("xl/_rels/workbook.xml.rels", relationships(targets));
  parts.emplace_back("xl/workbook.xml",
                     "<workbook xmlns:r=\"urn:r\"><sheets>" + list + "</sheets></workbook>");
  return container(parts);
}

std::string sheet_data(const std::vector<std::vector<std::string>>& rows) {
  std::string xml = "<sheetData>";
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string number = std::to_string(row + 1);
    xml += "<row r=\"" + number + "\">";
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (rows[row][column].empty()) continue;
      xml += "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + number +
             "\" t=\"inlineStr\"><is><t>" + rows[row][column] + "</t></is></c>";
    }
    xml += "</row>";
  }
  return xml + "</sheetData>";
}

}  // namespace trichyeu::test
