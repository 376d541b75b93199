// A plan that has every element and attribute of the contract at least once.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "models/plan.h"

namespace trichyeu::testing {

// Grows a tree line by line.
class TreeBuilder {
 public:
  std::size_t line(BlockKind kind, const std::string& id, const std::string& text, int page = 1) {
    Block block;
    block.kind = kind;
    block.id = id;
    block.page = page;
    block.bytes = {tree.text.size(), tree.text.size() + text.size()};
    block.content = block.bytes;
    tree.text += text + '\n';
    tree.blocks.push_back(block);
    return tree.blocks.size() - 1;
  }
  Item item(const std::string& id, const std::string& text, int page = 1) {
    return {{}, line(BlockKind::paragraph, id, text, page), {}};
  }
  // The place of the first `words` after byte `from`.
  [[nodiscard]] Place place(std::string_view words, std::size_t from = 0) const {
    Place place;
    place.bytes.from_byte = tree.text.find(words, from);
    place.bytes.to_byte = place.bytes.from_byte + words.size();
    place.block = tree.block_at(place.bytes.from_byte).id;
    place.page = tree.block_at(place.bytes.from_byte).page;
    place.boxes = {{place.page, {85.04, 100, 510.26, 113.5}}};
    return place;
  }
  [[nodiscard]] Value value(const std::string& words, const std::string& rule) const {
    return {words, place(words), rule, 0.975, {}, {}, {}};
  }

  DocumentTree tree;
};

inline DocumentTree sample_tree(TreeBuilder& builder) {
  DocumentTree& tree = builder.tree;
  Zone letterhead{ZoneKind::letterhead, {}, 0};
  letterhead.nodes.emplace_back(builder.item("p1", "UBND TỈNH ĐẠI AN"));
  letterhead.nodes.emplace_back(builder.item("p2", "SỞ Y TẾ"));
  letterhead.nodes.emplace_back(builder.item("p3", "Số: 83/KH-SYT"));
  letterhead.nodes.emplace_back(builder.item("p4", "Đại An, ngày 22 tháng 3 năm 2023"));
  tree.blocks[0].bold = true;
  tree.blocks[0].centred = true;

  Zone title{ZoneKind::title, {}, 0};
  title.nodes.emplace_back(builder.item("p5", "KẾ HOẠCH"));
  title.nodes.emplace_back(builder.item("p6", "Phòng bệnh giai đoạn 2023-2027 & các năm <sau>"));

  Zone main{ZoneKind::main, {}, 0};
  Item heading{"s1", builder.line(BlockKind::heading, "h1", "I. NHIỆM VỤ"), {}};
  tree.blocks.back().path = "I";
  tree.blocks.back().level = Level::roman;
  tree.blocks.back().mark = "I.";
  Item task = builder.item(
      "p7", "1. Luật \"Khám bệnh\" theo Kế hoạch số 12/KH-UBND ngày 5/1/2023 của UBND tỉnh");
  tree.blocks.back().path = "I.1";
  tree.blocks.back().level = Level::arabic;
  tree.blocks.back().mark = "1.";
  task.section_id = "s2";
  task.children.emplace_back(Mark{MarkKind::page_number, "2", 2, Box{290, 20, 300, 32.25}});
  task.children.emplace_back(
      builder.item("p8", "Chủ trì: phòng Nghiệp vụ Y, xong trước 30/6 hằng năm", 2));
  heading.children.emplace_back(task);
  main.nodes.emplace_back(heading);

  Zone annex{ZoneKind::annex, {}, 1};
  Table table{"tb1", {}};
  Row row;
  row.cells.push_back({builder.line(BlockKind::cell, "td1", "Việc", 3), 2, 1});
  row.cells.push_back({builder.line(BlockKind::cell, "td2", "", 3), 1, 3});
  table.rows.push_back(row);
  annex.nodes.emplace_back(table);

  Zone signature{ZoneKind::signature, {}, 0};
  signature.nodes.emplace_back(builder.item("p9", "KT. GIÁM ĐỐC", 3));
  signature.nodes.emplace_back(builder.item("p10", "PHÓ GIÁM ĐỐC", 3));
  signature.nodes.emplace_back(builder.item("p11", "Trần Thị Bê", 3));
  signature.nodes.emplace_back(Mark{MarkKind::seal, {}, 3, {}});
  Zone recipients{ZoneKind::recipients, {}, 0};
  recipients.nodes.emplace_back(builder.item("p12", "- UBND tỉnh (để báo cáo);", 3));
  tree.zones = {letterhead, title, main, annex, signature, recipients};
  return tree;
}

inline Header sample_header(const TreeBuilder& text) {
  Header header;
  header.issuer = {text.value("SỞ Y TẾ", "header.issuer"), "UBND tỉnh Đại An"};
  header.number = {text.value("83/KH-SYT", "header.number"), "KH-SYT"};
  header.number->value.repair = "read 83/KII-SYT";
  header.place = text.value("Đại An", "header.place");
  header.date = {text.value("ngày 22 tháng 3 năm 2023", "header.date"), "2023-03-22"};
  header.type = {text.value("KẾ HOẠCH", "header.type"), "KH"};
  header.title = text.value("Phòng bệnh giai đoạn 2023-2027 & các năm <sau>", "header.title");
  header.period = {text.value("giai đoạn 2023-2027", "header.period"), "2023-01-01", "2027-12-31"};
  header.signature.capacity = text.value("KT. GIÁM ĐỐC", "header.signature");
  header.signature.position = text.value("PHÓ GIÁM ĐỐC", "header.signature");
  header.signature.signer = text.value("Trần Thị Bê", "header.signature");
  header.recipients.push_back(
      {text.value("UBND tỉnh (để báo cáo)", "header.recipient"), "để báo cáo"});
  return header;
}

inline std::vector<Citation> sample_citations(const TreeBuilder& text) {
  Citation citation;
  citation.id = "c1";
  citation.value =
      text.value("Kế hoạch số 12/KH-UBND ngày 5/1/2023 của UBND tỉnh", "citations.numbered");
  citation.role = "implements";
  citation.type = "Kế hoạch";
  citation.number = "12/KH-UBND";
  citation.canonical_number = "12/KH-UBND";
  citation.date = "2023-01-05";
  citation.issuer = "UBND tỉnh";
  citation.resolved_date = "2023-01";
  citation.resolved_issuer = "UBND tỉnh Đại An";
  citation.locator = "khoản 2";
  citation.target = "admin:ke-hoach:ubnd@dai-an:2023-01-05:12";
  citation.iri = "/akn/vn/act/2023-01-05/12";
  citation.value.inherited = "date issuer";
  return {citation};
}

inline Deadline sample_deadline(const TreeBuilder& text) {
  Deadline deadline;
  deadline.value = text.value("trước 30/6 hằng năm", "deadlines.yearly");
  deadline.kind = DeadlineKind::recurring;
  deadline.start = "2023-01-01";
  deadline.end = "2023-06-30";
  deadline.recurrence = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30";
  deadline.duration = "P15D";
  deadline.anchor = "ngày nhận văn bản";
  deadline.exclusive = true;
  deadline.working_days = true;
  deadline.approximate = true;
  deadline.assumption = "year from the plan";
  return deadline;
}

inline Task sample_task(const TreeBuilder& text) {
  Task task;
  task.id = "t1";
  task.path = "I.1";
  task.form = TaskForm::paragraph;
  task.content = text.value("Luật \"Khám bệnh\"", "tasks.item");
  task.content.place.boxes.push_back({2, {85, 60, 510, 74}});
  Unit unit{text.value("phòng Nghiệp vụ Y", "units.label"), "u1", "phòng Nghiệp vụ Y tế"};
  unit.value.restored = "phòng";
  unit.value.place.boxes.push_back({3, {85, 60, 510, 74}});
  task.lead = {unit};
  task.coordinating = {unit};
  task.deadlines = {sample_deadline(text)};
  task.products = {text.value("Việc", "tasks.product")};
  return task;
}

inline Plan sample_plan() {
  Plan plan;
  TreeBuilder text;
  plan.body = sample_tree(text);
  plan.status = Status::partial;
  plan.source.file = "ke-hoach & phụ lục.pdf";
  plan.source.sha256 = std::string(64, '0');
  plan.source.media_type = "application/pdf";
  plan.source.encoding = "TCVN3 VNI";
  plan.source.document = 1;
  plan.source.documents = 2;
  plan.source.first_page = 1;
  plan.source.last_page = 3;
  plan.source.pages = {{1, 595.3, 841.9, Reading::text, 1, 0, {}},
                       {2, 595.3, 841.9, Reading::ocr, 0.96, 90, {}},
                       {3, 595.3, 841.9, Reading::failed, 0, 0, {}}};
  plan.source.pages[1].label = "ii";
  plan.producer = {"0.1.0", "sha256:" + std::string(64, 'a'), "tesseract 5.3.0 vie"};
  plan.diagnostics = {{"number-blank", {}, 1, text.place("Số:").bytes},
                      {"page-unreadable", {"3", "timed-out"}, 3, {}}};
  plan.header = sample_header(text);
  plan.abbreviations = {{"SYT", text.value("SỞ Y TẾ", "abbreviations.bracket")}};
  plan.citations = sample_citations(text);
  plan.tasks = {sample_task(text)};
  return plan;
}

}  // namespace trichyeu::testing
