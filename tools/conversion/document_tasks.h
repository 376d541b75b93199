// What workers do with a document, and how it is asked for:
//
//   open      reads it; the product, or, where pages need recognition, which; or, where only
//             LibreOffice can read it, in which format it is: then again with its ODT
//   page      recognises one of them
//   assemble  reads it again with the pages given; the product
//
// The product's bytes are those of a run in one go.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractor/read/office_format.h"
#include "models/result.h"
#include "tools/conversion/converter.h"
#include "tools/worker/message.h"
#include "tools/worker/worker_process.h"

namespace trichyeu {

// By page, from 1: what recognize_page gave, or why it gave nothing.
using RecognizedPages = std::map<int, Result<std::string>>;

// `odt`: what LibreOffice made of it; empty where it was not asked.
[[nodiscard]] Message open_request(const std::string& shown_name, const std::string& link,
                                   const std::string& odt);
[[nodiscard]] Message page_request(int page);
[[nodiscard]] Message assemble_request(const std::string& shown_name, const std::string& link,
                                       const RecognizedPages& pages);

struct Product {
  int pages = 0;
  int failed_pages = 0;
  std::vector<DocumentOutput> outputs;
};
// Nothing where the answer is none.
[[nodiscard]] std::optional<Product> product_in(Message answer);

[[nodiscard]] std::optional<OfficeFormat> office_format_in(const Message& answer);

struct PagesToRecognize {
  int all = 0;             // of the document
  std::vector<int> pages;  // ascending
};
[[nodiscard]] std::optional<PagesToRecognize> pages_in(const Message& answer);

// For a worker: does the task. `options.grammars` lives as long as it.
[[nodiscard]] TaskHandler document_task_handler(ConverterOptions options);

}  // namespace trichyeu
