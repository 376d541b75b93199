#include "tests/support/recorded_source.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace trichyeu::testing {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) { return std::round(value * steps) / steps; }
double points(double value) { return rounded(value, 10); }
double share(double value) { return rounded(value, 1000); }

Json row_of(const SourcePage& page) {
  return {page.number,           points(page.width),     points(page.height),
          name_of(page.reading), share(page.confidence), page.rotation,
          page.bytes.from_byte,  page.bytes.to_byte};
}

Json placed(ByteSpan bytes, int page, const Box& box) {
  return {bytes.from_byte,   bytes.to_byte,     page, points(box.left), points(box.top),
          points(box.right), points(box.bottom)};
}

Json row_of(const SourceLine& line) {
  Json row = placed(line.bytes, line.page, line.box);
  row.push_back(points(line.font_size));
  row.push_back(line.bold);
  row.push_back(line.italic);
  if (line.place.in_table()) {
    row.push_back(line.place.table);
    row.push_back(line.place.cell);
    row.push_back(line.place.repeated);
  }
  return row;
}

Json row_of(const SourceTable& table) {
  Json cells = Json::array();
  for (const SourceCell& cell : table.cells)
    cells.push_back({cell.page, cell.row, cell.column, cell.row_span, cell.column_span});
  return cells;
}

Json row_of(const PlacedWord& word) {
  Json row = placed(word.bytes, word.page, word.box);
  row.push_back(share(word.confidence));
  return row;
}

Json row_of(const Diagnostic& diagnostic) {
  Json row = {diagnostic.code, diagnostic.page, diagnostic.arguments};
  if (diagnostic.bytes) {
    row.push_back(diagnostic.bytes->from_byte);
    row.push_back(diagnostic.bytes->to_byte);
  }
  return row;
}

template <typename Value>
std::string rows_of(const std::vector<Value>& values) {
  std::string rows = "[";
  for (const Value& value : values) {
    rows += (rows.size() == 1 ? "\n" : ",\n") + row_of(value).dump();
  }
  return rows + "]";
}

ByteSpan bytes_of(const Json& row, std::size_t at) { return {row.at(at), row.at(at + 1)}; }
Box box_of(const Json& row) { return {row.at(3), row.at(4), row.at(5), row.at(6)}; }

Reading reading_of(const std::string& name) {
  for (const Reading reading : {Reading::text, Reading::ocr, Reading::failed, Reading::blank}) {
    if (name_of(reading) == name) return reading;
  }
  throw nlohmann::json::other_error::create(501, "no reading: " + name, nullptr);
}

void read_row(const Json& row, SourcePage& page) {
  page.number = row.at(0);
  page.width = row.at(1);
  page.height = row.at(2);
  page.reading = reading_of(row.at(3));
  page.confidence = row.at(4);
  page.rotation = row.at(5);
  page.bytes = bytes_of(row, 6);
}

void read_row(const Json& row, SourceLine& line) {
  line.bytes = bytes_of(row, 0);
  line.page = row.at(2);
  line.box = box_of(row);
  line.font_size = row.at(7);
  line.bold = row.at(8);
  line.italic = row.at(9);
  if (row.size() > 10) line.place = {row.at(10), row.at(11), row.at(12)};
}

void read_row(const Json& row, SourceTable& table) {
  for (const Json& cell : row)
    table.cells.push_back({cell.at(0), cell.at(1), cell.at(2), cell.at(3), cell.at(4)});
}

void read_row(const Json& row, PlacedWord& word) {
  word.bytes = bytes_of(row, 0);
  word.page = row.at(2);
  word.box = box_of(row);
  word.confidence = row.at(7);
}

void read_row(const Json& row, Diagnostic& diagnostic) {
  diagnostic.code = row.at(0);
  diagnostic.page = row.at(1);
  diagnostic.arguments = row.at(2).get<std::vector<std::string>>();
  if (row.size() > 3) diagnostic.bytes = bytes_of(row, 3);
}

template <typename Value>
void read_rows(const Json& rows, std::vector<Value>& values) {
  for (const Json& row : rows) read_row(row, values.emplace_back());
}

}  // namespace

std::string recorded_source(const SourceText& source) {
  const auto field = [](std::string_view name, const std::string& json) {
    return "\"" + std::string(name) + "\": " + json;
  };
  return "{" + field("media_type", Json(source.media_type).dump()) + ",\n" +
         field("ocr", Json(source.ocr).dump()) + ",\n" + field("text", Json(source.text).dump()) +
         ",\n" + field("pages", rows_of(source.pages)) + ",\n" +
         field("lines", rows_of(source.lines)) + ",\n" +
         (source.tables.empty() ? "" : field("tables", rows_of(source.tables)) + ",\n") +
         field("words", rows_of(source.words)) + ",\n" +
         field("diagnostics", rows_of(source.diagnostics)) + "}\n";
}

Result<SourceText> replayed_source(std::string_view json) {
  try {
    const Json record = Json::parse(json);
    SourceText source;
    source.media_type = record.at("media_type");
    source.ocr = record.at("ocr");
    source.text = record.at("text");
    read_rows(record.at("pages"), source.pages);
    read_rows(record.at("lines"), source.lines);
    if (record.contains("tables")) read_rows(record.at("tables"), source.tables);
    read_rows(record.at("words"), source.words);
    read_rows(record.at("diagnostics"), source.diagnostics);
    return source;
  } catch (const nlohmann::json::exception& error) {
    return Error{ErrorCode::damaged, error.what(), "Record it again: tools/corpus/record", 0};
  }
}

}  // namespace trichyeu::testing
