// The bytes are CBOR (RFC 8949): arrays whose places say what stands in them.
#include "extractor/read/recognized_page.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace trichyeu {
namespace {

using Json = nlohmann::json;

template <typename Value>
Json list_of(const std::vector<Value>& values);

Json json_of(const Box& box) { return {box.left, box.top, box.right, box.bottom}; }

Json json_of(const PageWord& word) {
  return {word.text,   json_of(word.box),     json_of(word.reach), word.font_size,
          word.bold,   word.italic,           word.joined,         word.confidence,
          word.second, word.second_confidence};
}

Json json_of(const CellPlace& place) {
  return place.in_table() ? Json{place.table, place.cell, place.repeated} : Json();
}

Json json_of(const GridCell& cell) {
  return {cell.row, cell.column, cell.row_span, cell.column_span, json_of(cell.box)};
}

Json json_of(const PageLine& line) { return list_of(line); }

Json json_of(const Grid& grid) {
  return {json_of(grid.box), grid.column_edges, list_of(grid.cells)};
}

Json json_of(const Mend& mend) { return {mend.read, mend.meant, mend.because}; }

Json json_of(const Diagnostic& diagnostic) { return {diagnostic.code, diagnostic.arguments}; }

Json json_of(const SourcePage& page) {
  return {page.number,   page.width,   page.height, static_cast<int>(page.reading),
          page.rotation, page.cleanup, page.skew,   page.label};
}

template <typename Value>
Json list_of(const std::vector<Value>& values) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(json_of(value));
  return list;
}

// What follows throws where the bytes are not what the writers above make.

Box box_of(const Json& json) {
  return {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(),
          json.at(3).get<double>()};
}

PageWord word_of(const Json& json) {
  PageWord word;
  word.text = json.at(0).get<std::string>();
  word.box = box_of(json.at(1));
  word.reach = box_of(json.at(2));
  word.font_size = json.at(3).get<double>();
  word.bold = json.at(4).get<bool>();
  word.italic = json.at(5).get<bool>();
  word.joined = json.at(6).get<bool>();
  word.confidence = json.at(7).get<double>();
  word.second = json.at(8).get<std::string>();
  word.second_confidence = json.at(9).get<double>();
  return word;
}

template <typename Value>
std::vector<Value> values_of(const Json& list, Value (*value_of)(const Json&)) {
  std::vector<Value> values;
  for (const Json& json : list) values.push_back(value_of(json));
  return values;
}

PageLine line_of(const Json& json) { return values_of(json, word_of); }

CellPlace place_of(const Json& json) {
  if (json.is_null()) return {};
  return {json.at(0).get<std::size_t>(), json.at(1).get<std::size_t>(), json.at(2).get<bool>()};
}

GridCell cell_of(const Json& json) {
  return {json.at(0).get<int>(), json.at(1).get<int>(), json.at(2).get<int>(),
          json.at(3).get<int>(), box_of(json.at(4))};
}

Grid grid_of(const Json& json) {
  return {box_of(json.at(0)), json.at(1).get<std::vector<double>>(),
          values_of(json.at(2), cell_of)};
}

Mend mend_of(const Json& json) {
  return {json.at(0).get<std::string>(), json.at(1).get<std::string>(),
          json.at(2).get<std::string>()};
}

Diagnostic diagnostic_of(const Json& json) {
  Diagnostic diagnostic;
  diagnostic.code = json.at(0).get<std::string>();
  diagnostic.arguments = json.at(1).get<std::vector<std::string>>();
  return diagnostic;
}

SourcePage page_of(const Json& json) {
  SourcePage page;
  page.number = json.at(0).get<int>();
  page.width = json.at(1).get<double>();
  page.height = json.at(2).get<double>();
  page.reading = static_cast<Reading>(json.at(3).get<int>());
  page.rotation = json.at(4).get<int>();
  page.cleanup = json.at(5).get<std::vector<std::string>>();
  page.skew = json.at(6).get<double>();
  page.label = json.at(7).get<std::string>();
  return page;
}

RecognizedPage recognized_of(const Json& json) {
  RecognizedPage page;
  page.page = page_of(json.at(0));
  page.text.lines = values_of(json.at(1), line_of);
  page.text.places = values_of(json.at(2), place_of);
  page.text.grids = values_of(json.at(3), grid_of);
  page.mends = values_of(json.at(4), mend_of);
  page.diagnostics = values_of(json.at(5), diagnostic_of);
  page.ocr = json.at(6).get<std::string>();
  page.score = {json.at(7).get<int>(), json.at(8).get<double>()};
  return page;
}

bool stands_in_a_grid(const CellPlace& place, const std::vector<Grid>& grids) {
  return !place.in_table() ||
         (place.table < grids.size() && place.cell < grids[place.table].cells.size());
}

bool is_sound(const RecognizedPage& page) {
  if (page.text.places.size() != page.text.lines.size()) return false;
  for (std::size_t at = 0; at < page.text.lines.size(); ++at) {
    if (page.text.lines[at].empty() || !stands_in_a_grid(page.text.places[at], page.text.grids))
      return false;
  }
  return page.page.reading == Reading::ocr || page.page.reading == Reading::blank ||
         page.page.reading == Reading::failed;
}

}  // namespace

RecognizedPage failed_page(SourcePage asked, ErrorCode reason) {
  RecognizedPage page;
  page.page = std::move(asked);
  page.page.reading = Reading::failed;
  const int number = page.page.number;
  page.diagnostics.push_back(
      {"page-unreadable", {std::to_string(number), std::string(name_of(reason))}, number, {}});
  return page;
}

void add(SourceWriter& writer, RecognizedPage page) {
  for (Diagnostic& diagnostic : page.diagnostics) {
    writer.add_diagnostic(std::move(diagnostic.code), std::move(diagnostic.arguments),
                          page.page.number);
  }
  if (page.page.reading == Reading::failed) return writer.add_page(page.page, {});
  writer.set_ocr(std::move(page.ocr));
  writer.add_recognized_page(page.page, std::move(page.text), std::move(page.mends));
}

std::string bytes_of(const RecognizedPage& page) {
  const Json json = {json_of(page.page),
                     list_of(page.text.lines),
                     list_of(page.text.places),
                     list_of(page.text.grids),
                     list_of(page.mends),
                     list_of(page.diagnostics),
                     page.ocr,
                     page.score.words,
                     page.score.share};
  std::string bytes;
  Json::to_cbor(json, bytes);
  return bytes;
}

std::optional<RecognizedPage> recognized_page_of(std::string_view bytes) {
  const Json json = Json::from_cbor(bytes, true, false);
  if (json.is_discarded()) return std::nullopt;
  try {
    RecognizedPage page = recognized_of(json);
    if (is_sound(page)) return page;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return std::nullopt;
}

Result<RecognizedPage> page_recognized_elsewhere(const SourcePage& asked,
                                                 const ReadOptions& options) {
  const Result<std::string> bytes = options.recognition(asked.number);
  if (!bytes && bytes.error().code == ErrorCode::ocr_unavailable) return bytes.error();
  if (!bytes) return failed_page(asked, bytes.error().code);
  std::optional<RecognizedPage> page = recognized_page_of(*bytes);
  if (!page || page->page.number != asked.number) return failed_page(asked, ErrorCode::internal);
  return *std::move(page);
}

}  // namespace trichyeu
