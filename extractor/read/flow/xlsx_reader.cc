#include "extractor/read/flow/xlsx_reader.h"

#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/flow/office_package.h"
#include "extractor/read/flow/sheet.h"
#include "extractor/read/flow/xlsx_sheet.h"
#include "extractor/read/read.h"

namespace trichyeu {
namespace {

std::vector<std::vector<FlowRun>> strings_in(const xmlNode* root) {
  std::vector<std::vector<FlowRun>> strings;
  for (const xmlNode* node = root == nullptr ? nullptr : root->children; node != nullptr;
       node = node->next) {
    if (name_of(*node) == "si") strings.push_back(xlsx_string(*node));
  }
  return strings;
}

class WorkbookReader {
 public:
  explicit WorkbookReader(OfficePackage package)
      : package_(std::move(package)), main_(package_.main_part("xl/workbook.xml")) {}

  Result<Flow> read() {
    Result<XmlPart> workbook = package_.read(main_);
    if (!workbook) return workbook.error();
    const xmlNode* root = xmlDocGetRootElement(workbook->get());
    if (name_of(*root) != "workbook")
      return Error{ErrorCode::damaged, "its main part is no workbook", "Export the file again."};
    if (attribute_of(child_of(root, "workbookPr"), "date1904") == "1")
      workbook_.days_from = DaysFrom::year_1904;
    relationships_ = package_.relationships_of(main_);
    if (auto error = read_shared_parts()) return *error;
    if (auto error = read_sheets(child_of(root, "sheets"))) return *error;
    return std::move(flow_);
  }

 private:
  // Where they are missing, sheets are read without them.
  std::optional<Error> read_shared_parts() {
    for (const Relationship& relationship : relationships_) {
      const bool wanted = relationship.type == "styles" || relationship.type == "sharedStrings";
      if (!wanted || !package_.has(relationship.part)) continue;
      const Result<XmlPart> part = package_.read(relationship.part);
      if (!part) return part.error();
      const xmlNode* root = xmlDocGetRootElement(part->get());
      if (relationship.type == "styles") {
        workbook_.styles = XlsxStyles(root);
      } else {
        workbook_.strings = strings_in(root);
      }
    }
    return std::nullopt;
  }

  std::optional<Error> read_sheets(const xmlNode* sheets) {
    for (const xmlNode* node = sheets == nullptr ? nullptr : sheets->children; node != nullptr;
         node = node->next) {
      if (name_of(*node) != "sheet" ||
          attribute_of(node, "state").find("idden") != std::string::npos)
        continue;
      if (auto error = read_sheet(attribute_of(node, "id"))) return error;
    }
    return std::nullopt;
  }

  // A chart's sheet has no cells. A part that several sheets name is read once.
  std::optional<Error> read_sheet(const std::string& id) {
    for (Relationship& relationship : relationships_) {
      if (relationship.id != id || relationship.type != "worksheet") continue;
      const std::string name = std::exchange(relationship.part, {});
      if (name.empty()) return std::nullopt;
      const Result<XmlPart> part = package_.read(name);
      if (!part) return part.error();
      const Result<Sheet> sheet = xlsx_sheet(xmlDocGetRootElement(part->get()), workbook_, read_);
      if (!sheet) return sheet.error();
      std::vector<FlowBlock> blocks = blocks_of(*sheet);
      std::move(blocks.begin(), blocks.end(), std::back_inserter(flow_.blocks));
    }
    return std::nullopt;
  }

  OfficePackage package_;
  std::string main_;
  std::vector<Relationship> relationships_;
  Workbook workbook_;
  SheetsRead read_;
  Flow flow_;
};

}  // namespace

Result<SourceText> read_xlsx(std::string_view bytes) {
  Result<OfficePackage> package = OfficePackage::open(bytes);
  if (!package) return package.error();
  const Result<Flow> flow = WorkbookReader(std::move(package).value()).read();
  if (!flow) return flow.error();
  return write_flow(*flow, media_type_of(FileKind::xlsx));
}

}  // namespace trichyeu
