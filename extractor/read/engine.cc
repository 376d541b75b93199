#include "extractor/read/engine.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

// Of OpenMP 3.0, the runtime that Tesseract is linked with; declared here because its header
// belongs to one compiler.
extern "C" int omp_get_max_active_levels(void);
extern "C" void omp_set_max_active_levels(int levels);

namespace trichyeu {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> look_alikes{
    {{"Ñ", "N"}, {"ñ", "n"}, {"Ç", "C"}, {"ç", "c"}, {"/€", "/c"}}};

// Tesseract asks for four threads wherever it loops; without parallel levels it gets one.
class OneThread {
 public:
  OneThread() : levels_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
  ~OneThread() { omp_set_max_active_levels(levels_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int levels_;
};

SeenRow row_at(const tesseract::ResultIterator& at) {
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  float height = 0, descenders = 0, ascenders = 0;
  at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2);
  at.RowAttributes(&height, &descenders, &ascenders);
  const double below = std::fabs(descenders);
  return {static_cast<double>(x1), static_cast<double>(y1), static_cast<double>(x2),
          static_cast<double>(y2), height - below,          below};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// The Icelandic letter is often seen besides ours: "QĐÐ".
std::string vietnamese(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c <= ' '; });
  for (std::size_t at = 0; (at = text.find("Ð", at)) != std::string::npos;) {
    const bool twice =
        text.compare(at + 2, 2, "Đ") == 0 || (at >= 2 && text.compare(at - 2, 2, "Đ") == 0);
    text.replace(at, 2, twice ? "" : "Đ");
  }
  for (const auto& [other, ours] : look_alikes) replace_all(text, other, ours);
  return text;
}

SeenPage seen_by(tesseract::ResultIterator& at) {
  SeenPage page;
  do {
    if (at.Empty(tesseract::RIL_WORD)) continue;
    if (page.rows.empty() || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE))
      page.rows.push_back(row_at(at));
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    SeenWord seen;
    seen.row = page.rows.size() - 1;
    if (text) seen.word.text = vietnamese(text.get());
    seen.word.confidence =
        std::clamp(static_cast<double>(at.Confidence(tesseract::RIL_WORD)) / 100, 0.0, 1.0);
    at.BoundingBox(tesseract::RIL_WORD, &seen.left, &seen.top, &seen.right, &seen.bottom);
    if (seen.word.text.empty()) continue;
    page.words.push_back(std::move(seen));
    if (page.rows.back().stands_on_end()) ++page.words_on_end;
  } while (at.Next(tesseract::RIL_WORD));
  return page;
}

tesseract::PageSegMode mode_of(Sight::Holds holds) {
  switch (holds) {
    case Sight::Holds::block: return tesseract::PSM_SINGLE_BLOCK;
    case Sight::Holds::line: return tesseract::PSM_SINGLE_LINE;
    case Sight::Holds::page: break;
  }
  return tesseract::PSM_AUTO;
}

Error unavailable(const std::string& model, const std::string& tessdata) {
  return {
      ErrorCode::ocr_unavailable,
      "Tesseract has no data for \"" + model + "\"" + (tessdata.empty() ? "" : " in " + tessdata),
      "apt-get install tesseract-ocr-" + model};
}

}  // namespace

Engine::Engine(std::unique_ptr<tesseract::TessBaseAPI> api) : api_(std::move(api)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const std::string& model, const std::string& tessdata) {
  auto api = std::make_unique<tesseract::TessBaseAPI>();
  api->SetVariable("debug_file", "/dev/null");
  const char* folder = tessdata.empty() ? nullptr : tessdata.c_str();
  if (api->Init(folder, model.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    return unavailable(model, tessdata);
  return Engine(std::move(api));
}

Result<SeenPage> Engine::see(Pix& image, const Sight& sight) {
  const OneThread one_thread;
  api_->SetPageSegMode(mode_of(sight.holds));
  api_->SetVariable("thresholding_method", sight.local_threshold ? "2" : "0");
  api_->SetVariable("tessedit_char_whitelist", sight.digits ? "0123456789" : "");
  api_->SetImage(&image);
  api_->SetSourceResolution(resolution(image));
  const bool done = api_->Recognize(nullptr) == 0;
  SeenPage seen;
  const std::unique_ptr<tesseract::ResultIterator> at(done ? api_->GetIterator() : nullptr);
  if (at) seen = seen_by(*at);
  api_->Clear();
  if (!done) return Error{ErrorCode::damaged, "Tesseract could not recognise the page", ""};
  return seen;
}

std::string Engine::data_folder() const { return api_->GetDatapath(); }

}  // namespace trichyeu
