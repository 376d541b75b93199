#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "extractor/read/flow/flow.h"
#include "extractor/read/flow/flow_encoding.h"
#include "extractor/read/flow/flow_lines.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// Adds the line's words behind `text`.
SourceLine written(const FlowLine& line, std::string& text) {
  const std::size_t from = text.size();
  std::size_t bold = 0, italic = 0;
  SourceLine done;
  if (line.page_break_before) text += '\f';
  for (const FlowRun& run : line.runs) {
    text += run.capitals ? uppercase(run.text) : run.text;
    bold += run.bold ? run.text.size() : 0;
    italic += run.italic ? run.text.size() : 0;
    done.font_size = std::max(done.font_size, run.font_size);
  }
  done.bytes = {from, text.size()};
  done.bold = bold * 2 > text.size() - from;
  done.italic = italic * 2 > text.size() - from;
  done.place = line.place;
  done.running_head = line.running_head;
  return done;
}

}  // namespace

Error too_many_cells() {
  return {ErrorCode::too_large, "more than " + std::to_string(most_flow_cells) + " table cells",
          "Split the file."};
}

Error too_many_words() {
  return {ErrorCode::too_large, "repeated cells come to too much text", "Split the file."};
}

Result<SourceText> write_flow(const Flow& flow, std::string_view media_type) {
  FlowLines flowing = lines_of(flow);
  SourceText source;
  source.media_type = media_type;
  FlowEncoding encoding = make_unicode(flowing.lines);
  source.encoding = std::move(encoding.name);
  source.diagnostics = std::move(encoding.diagnostics);
  for (const FlowLine& line : flowing.lines) {
    source.lines.push_back(written(line, source.text));
    source.text += '\n';
  }
  source.tables = std::move(flowing.tables);
  if (source.text.find_first_not_of(" \t\r\n\v\f") == std::string::npos)
    return Error{ErrorCode::empty_input, "the document holds no words", ""};
  return source;
}

}  // namespace trichyeu
