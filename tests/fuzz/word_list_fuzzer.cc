#include "extractor/grammar/grammar.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const std::string_view bytes = fuzz::view_of(data, size);
  const Result<WordList> list = WordList::parse(bytes, "input.tsv");
  if (!list.ok()) return 0;
  const std::string column(bytes.substr(0, bytes.find_first_of("\t\n")));
  if (!list->has_column(column)) return 0;
  for (std::size_t row = 0; row < list->size(); ++row) {
    fuzz::claim(list->cell(row, column).find('\t') == std::string_view::npos, "a cell is one cell");
  }
  (void)list->entries(column);
  return 0;
}
