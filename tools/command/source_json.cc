#include "tools/command/source_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace trichyeu {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) { return std::round(value * steps) / steps; }
double points(double value) { return rounded(value, 10); }
double confidence(double value) { return rounded(value, 100); }

Json json_of(const Box& box) {
  return Json::array({points(box.left), points(box.top), points(box.right), points(box.bottom)});
}

Json json_of(const SourcePage& page) {
  return {{"number", page.number},
          {"label", page.label},
          {"width", points(page.width)},
          {"height", points(page.height)},
          {"reading", name_of(page.reading)},
          {"confidence", confidence(page.confidence)},
          {"rotation", page.rotation},
          {"cleanup", page.cleanup},
          {"skew", rounded(page.skew, 100)}};
}

Json json_of(const SourceTable& table) {
  Json cells = Json::array();
  for (const SourceCell& cell : table.cells) {
    cells.push_back({{"page", cell.page},
                     {"row", cell.row},
                     {"column", cell.column},
                     {"rowSpan", cell.row_span},
                     {"columnSpan", cell.column_span}});
  }
  return {{"cells", std::move(cells)}};
}

Json json_of(const Diagnostic& diagnostic, const std::string& language) {
  Json json{{"code", diagnostic.code}};
  if (diagnostic.page > 0) json["page"] = diagnostic.page;
  json["arguments"] = diagnostic.arguments;
  json["text"] = diagnostic.text(language);
  return json;
}

// `word` is the first that no earlier line holds.
Json json_of(const SourceLine& line, const SourceText& source,
             std::vector<PlacedWord>::const_iterator& word) {
  Json json = Json::object();
  if (line.page > 0) {
    json["page"] = line.page;
    json["bbox"] = json_of(line.box);
  }
  json["text"] = line.bytes.of(source.text);
  if (line.place.in_table()) {
    json["table"] = line.place.table;
    json["cell"] = line.place.cell;
    if (line.place.repeated) json["repeated"] = true;
  }
  Json words = Json::array();
  for (; word != source.words.end() && line.bytes.contains(word->bytes); ++word) {
    words.push_back({{"text", word->bytes.of(source.text)},
                     {"bbox", json_of(word->box)},
                     {"confidence", confidence(word->confidence)}});
  }
  if (!words.empty()) json["words"] = std::move(words);
  return json;
}

}  // namespace

std::string source_json(const SourceText& source, const std::string& language) {
  Json json{{"mediaType", source.media_type}};
  if (!source.ocr.empty()) json["ocr"] = source.ocr;
  Json pages = Json::array(), tables = Json::array(), lines = Json::array(),
       diagnostics = Json::array();
  for (const SourcePage& page : source.pages) pages.push_back(json_of(page));
  for (const SourceTable& table : source.tables) tables.push_back(json_of(table));
  auto word = source.words.begin();
  for (const SourceLine& line : source.lines) lines.push_back(json_of(line, source, word));
  for (const Diagnostic& diagnostic : source.diagnostics)
    diagnostics.push_back(json_of(diagnostic, language));
  json["pages"] = std::move(pages);
  json["tables"] = std::move(tables);
  json["lines"] = std::move(lines);
  json["diagnostics"] = std::move(diagnostics);
  return json.dump(1) + '\n';
}

}  // namespace trichyeu
