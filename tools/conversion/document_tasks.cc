#include "tools/conversion/document_tasks.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "models/names.h"
#include "tools/conversion/mapped_file.h"

namespace trichyeu {
namespace {

constexpr std::string_view open_task = "open";
constexpr std::string_view page_task = "page";
constexpr std::string_view assemble_task = "assemble";
constexpr std::string_view product_answer = "product";
constexpr std::string_view pages_answer = "pages";
constexpr std::string_view office_answer = "office";
constexpr std::size_t fields_before_outputs = 3;
constexpr std::size_t fields_of_output = 3;
constexpr std::size_t fields_before_pages = 3;  // task, name, link
constexpr std::size_t bytes_of_a_page = 4000;   // of a text, which has none
constexpr std::size_t fields_of_page = 3;       // number, error code or nothing, bytes or message

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || number < 0) return std::nullopt;
  return number;
}

Result<Message> product_of(const Conversion& run, const std::string& link,
                           const OutputMaker& make_outputs) {
  Result<std::vector<DocumentOutput>> outputs = make_outputs(run, link);
  if (!outputs) return outputs.error();
  const std::vector<SourcePage>& pages = run.source.pages;
  const auto failed = std::count_if(pages.begin(), pages.end(), [](const SourcePage& page) {
    return page.reading == Reading::failed;
  });
  Message message{std::string(product_answer), std::to_string(pages.size()),
                  std::to_string(failed)};
  for (DocumentOutput& output : outputs.value()) {
    for (std::string* field : {&output.suffix, &output.bytes, &output.summary})
      message.push_back(std::move(*field));
  }
  return message;
}

class DocumentTask {
 public:
  DocumentTask(const ConverterOptions& options, std::string_view bytes, const TimeExtension& extend)
      : options_(options), reading_(options.reading), bytes_(bytes), extend_(extend) {
    reading_.max_pages = options.limits.max_pages;
    reading_.max_text_bytes = options.limits.max_bytes;
  }

  Result<Message> run(const Message& request) {
    const std::string_view task = request.empty() ? std::string_view() : request.front();
    if (task == open_task && request.size() == 4) return open(request[1], request[2], request[3]);
    if (task == page_task && request.size() == 2) return recognize(number_in(request[1]));
    if (task == assemble_task && request.size() >= fields_before_pages) return assemble(request);
    return Error{ErrorCode::internal, "a worker was asked for what it does not know", {}, 0};
  }

 private:
  Result<Message> open(const std::string& name, const std::string& link, const std::string& odt) {
    reading_.as_odt = odt;
    extend_by_size();
    const std::optional<OfficeFormat> format = office_format_of(bytes_);
    if (format && odt.empty())
      return Message{std::string(office_answer), std::string(name_of(*format))};
    std::vector<int> wanted;
    int all = 0;
    reading_.see_page_count = [&](int pages) {
      all = pages;
      extend_(options_.limits.time_for(pages));
    };
    reading_.recognition = [&](int page) -> Result<std::string> {
      wanted.push_back(page);
      return Error{ErrorCode::no_text, "it is not recognised yet", {}, 0};
    };
    Result<SourceText> source = read(bytes_, reading_);
    if (!wanted.empty()) {
      Message answer{std::string(pages_answer), std::to_string(std::max(all, wanted.back()))};
      for (const int page : wanted) answer.push_back(std::to_string(page));
      return answer;
    }
    return product(std::move(source), name, link);
  }

  void extend_by_size() const {
    const FileKind kind = file_kind_of(bytes_);
    if (kind == FileKind::text || kind == FileKind::markdown)
      extend_(options_.limits.time_for(static_cast<int>(bytes_.size() / bytes_of_a_page)));
  }

  Result<Message> recognize(std::optional<int> page) const {
    Result<std::string> recognized = recognize_page(bytes_, page.value_or(0), reading_);
    if (!recognized) return recognized.error();
    return Message{std::move(recognized).value()};
  }

  Result<Message> assemble(const Message& request) {
    std::map<int, std::size_t> places;  // of pages in the request
    for (std::size_t at = fields_before_pages; at + fields_of_page <= request.size();
         at += fields_of_page)
      places.emplace(number_in(request[at]).value_or(0), at);
    reading_.recognition = [&](int page) -> Result<std::string> {
      const auto place = places.find(page);
      if (place == places.end())
        return Error{ErrorCode::internal, "it was not recognised", {}, page};
      const std::string& code = request[place->second + 1];
      const std::string& text = request[place->second + 2];
      if (code.empty()) return text;
      return Error{error_code_of(code).value_or(ErrorCode::internal), text, {}, page};
    };
    return product(read(bytes_, reading_), request[1], request[2]);
  }

  Result<Message> product(Result<SourceText> source, const std::string& name,
                          const std::string& link) const {
    if (!source) return source.error();
    return product_of(convert(std::move(source).value(), bytes_, name, *options_.grammars), link,
                      options_.outputs);
  }

  const ConverterOptions& options_;
  ReadOptions reading_;
  std::string_view bytes_;
  const TimeExtension& extend_;
};

}  // namespace

Message open_request(const std::string& shown_name, const std::string& link,
                     const std::string& odt) {
  return {std::string(open_task), shown_name, link, odt};
}

Message page_request(int page) { return {std::string(page_task), std::to_string(page)}; }

Message assemble_request(const std::string& shown_name, const std::string& link,
                         const RecognizedPages& pages) {
  Message request{std::string(assemble_task), shown_name, link};
  for (const auto& [page, recognized] : pages) {
    request.push_back(std::to_string(page));
    request.emplace_back(recognized ? std::string_view() : name_of(recognized.error().code));
    request.push_back(recognized ? *recognized : recognized.error().message);
  }
  return request;
}

std::optional<Product> product_in(Message answer) {
  if (answer.size() < fields_before_outputs || answer[0] != product_answer) return std::nullopt;
  const std::optional<int> pages = number_in(answer[1]), failed = number_in(answer[2]);
  if (!pages || !failed) return std::nullopt;
  Product product{*pages, *failed, {}};
  for (std::size_t at = fields_before_outputs; at + fields_of_output <= answer.size();
       at += fields_of_output) {
    product.outputs.push_back(
        {std::move(answer[at]), std::move(answer[at + 1]), std::move(answer[at + 2])});
  }
  return product;
}

std::optional<OfficeFormat> office_format_in(const Message& answer) {
  if (answer.size() != 2 || answer[0] != office_answer) return std::nullopt;
  return office_format_of_name(answer[1]);
}

std::optional<PagesToRecognize> pages_in(const Message& answer) {
  if (answer.size() < 3 || answer[0] != pages_answer) return std::nullopt;
  const std::optional<int> all = number_in(answer[1]);
  if (!all) return std::nullopt;
  PagesToRecognize pages{*all, {}};
  for (std::size_t at = 2; at < answer.size(); ++at) {
    const std::optional<int> page = number_in(answer[at]);
    if (!page || *page < 1 || (!pages.pages.empty() && *page <= pages.pages.back()))
      return std::nullopt;
    pages.pages.push_back(*page);
  }
  return pages;
}

TaskHandler document_task_handler(ConverterOptions options) {
  options.reading.recognizers = new_recognizer_keeper();
  return [options = std::move(options)](const Message& request, int file,
                                        const TimeExtension& extend) -> Result<Message> {
    const std::optional<MappedFile> mapped = MappedFile::open(file);
    if (!mapped) return Error{ErrorCode::cannot_open, "it cannot be read", {}, 0};
    return DocumentTask(options, mapped->bytes(), extend).run(request);
  };
}

}  // namespace trichyeu
