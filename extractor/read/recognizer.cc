// Tesseract finds words and the baseline of each. A page that lies askew is straightened in numbers
// only: every word's reach is sheared by the usual slope of the baselines, so that page_lines sees
// level lines, while its box stays where the word is seen.
#include "extractor/read/recognizer.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <utility>

// Of OpenMP 3.0, the runtime that Tesseract is linked with; declared here because its header
// belongs to one compiler.
extern "C" int omp_get_max_active_levels(void);
extern "C" void omp_set_max_active_levels(int levels);

namespace trichyeu {
namespace {

constexpr double smallest_font = 4;    // points; smaller is dirt
constexpr double upside_down = 0.6;    // confidence; text upside down reads at a half
constexpr double doubtful = 0.92;      // confidence; evenly lit clean pages read at 0.93 and more
constexpr std::size_t few_words = 20;  // of a page: most of it may be lost

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

// In pixels.
struct Row {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;  // baseline
  double above = 0;                       // baseline to ascender
  double below = 0;                       // baseline to descender

  double slope() const { return x2 > x1 && !stands_on_end() ? (y2 - y1) / (x2 - x1) : 0; }
  bool stands_on_end() const { return std::fabs(y2 - y1) > std::fabs(x2 - x1); }
  double baseline_at(double x) const { return y1 + slope() * (x - x1); }
};

struct Seen {
  PageWord word;
  int left = 0, top = 0, right = 0, bottom = 0;
  std::size_t row = 0;
};

struct Page {
  std::vector<Row> rows;
  std::vector<Seen> words;
  std::size_t words_on_end = 0;
};

Row row_at(const tesseract::ResultIterator& at) {
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  float height = 0, descenders = 0, ascenders = 0;
  at.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2);
  at.RowAttributes(&height, &descenders, &ascenders);
  const double below = std::fabs(descenders);
  return {static_cast<double>(x1), static_cast<double>(y1), static_cast<double>(x2),
          static_cast<double>(y2), height - below,          below};
}

Page page_of(tesseract::ResultIterator& at) {
  Page page;
  do {
    if (at.Empty(tesseract::RIL_WORD)) continue;
    if (page.rows.empty() || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE))
      page.rows.push_back(row_at(at));
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    Seen seen;
    seen.row = page.rows.size() - 1;
    if (text) seen.word.text = text.get();
    seen.word.text.erase(std::remove_if(seen.word.text.begin(), seen.word.text.end(),
                                        [](unsigned char c) { return c <= ' '; }),
                         seen.word.text.end());
    seen.word.confidence =
        std::clamp(static_cast<double>(at.Confidence(tesseract::RIL_WORD)) / 100, 0.0, 1.0);
    at.BoundingBox(tesseract::RIL_WORD, &seen.left, &seen.top, &seen.right, &seen.bottom);
    if (seen.word.text.empty()) continue;
    page.words.push_back(std::move(seen));
    if (page.rows.back().stands_on_end()) ++page.words_on_end;
  } while (at.Next(tesseract::RIL_WORD));
  return page;
}

// Long lines know the slope best: the median over words, not over lines.
double usual_slope(const Page& page) {
  std::vector<double> slopes;
  for (const Seen& seen : page.words) slopes.push_back(page.rows[seen.row].slope());
  if (slopes.empty()) return 0;
  const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(slopes.begin(), middle, slopes.end());
  return *middle;
}

std::vector<PageWord> placed(Page page, double scale) {
  const double slope = usual_slope(page);
  std::vector<PageWord> words;
  for (Seen& seen : page.words) {
    const Row& row = page.rows[seen.row];
    const double x = (seen.left + seen.right) / 2.0;
    const double y = row.baseline_at(x) - slope * x;
    const double lean = slope * (seen.top + seen.bottom) / 2.0;
    PageWord& word = seen.word;
    word.box = {seen.left * scale, seen.top * scale, seen.right * scale, seen.bottom * scale};
    word.reach = {(seen.left + lean) * scale, (y - row.above) * scale, (seen.right + lean) * scale,
                  (y + row.below) * scale};
    word.font_size = std::max(smallest_font, word.reach.height());
    words.push_back(std::move(word));
  }
  return words;
}

// Confidence by letters, so that dirt read as single signs counts little.
double sureness(const Recognition& recognition) {
  double sum = 0, bytes = 0;
  for (const PageWord& word : recognition.words) {
    sum += word.confidence * static_cast<double>(word.text.size());
    bytes += static_cast<double>(word.text.size());
  }
  return bytes > 0 ? sum / bytes : 0;
}

// Which of two readings of a page is better: the one with more letters surely read. Words below an
// even chance count against it, and lines that stand on end count nothing, because the boxes of
// their words are no words' boxes.
double worth(const Recognition& recognition) {
  if (recognition.on_end) return 0;
  double sum = 0;
  for (const PageWord& word : recognition.words) {
    sum += (word.confidence - 0.5) * static_cast<double>(word.text.size());
  }
  return sum;
}

bool is_doubtful(const Recognition& recognition) {
  return recognition.words.size() < few_words || sureness(recognition) < doubtful;
}

std::vector<int> other_turns(const Recognition& recognition) {
  if (recognition.on_end) return {90, 270};
  if (!recognition.words.empty() && sureness(recognition) < upside_down) return {180};
  return {};
}

Error unavailable(const std::string& language, const std::string& tessdata) {
  return {ErrorCode::ocr_unavailable,
          "Tesseract has no data for \"" + language + "\"" +
              (tessdata.empty() ? "" : " in " + tessdata),
          "apt-get install tesseract-ocr-" + language};
}

}  // namespace

Recognizer::Recognizer(std::unique_ptr<tesseract::TessBaseAPI> engine, std::string name)
    : engine_(std::move(engine)), name_(std::move(name)) {}
Recognizer::Recognizer(Recognizer&&) noexcept = default;
Recognizer& Recognizer::operator=(Recognizer&&) noexcept = default;
Recognizer::~Recognizer() = default;

Result<Recognizer> Recognizer::open(const std::string& language, const std::string& tessdata) {
  silence_leptonica();
  auto engine = std::make_unique<tesseract::TessBaseAPI>();
  engine->SetVariable("debug_file", "/dev/null");
  const char* folder = tessdata.empty() ? nullptr : tessdata.c_str();
  if (engine->Init(folder, language.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    return unavailable(language, tessdata);
  engine->SetPageSegMode(tesseract::PSM_AUTO);
  return Recognizer(std::move(engine),
                    std::string("tesseract ") + tesseract::TessBaseAPI::Version() + " " + language);
}

Result<Recognition> Recognizer::recognize(PixPtr page) {
  const OneThread one_thread;
  const int degrees = turn_to_upright(*page);
  page = turned(std::move(page), degrees);
  Result<Recognition> best = recognize_as_it_lies(page.get());
  if (!best) return best;
  if (const int more = try_other_turns(page.get(), best.value()); more != 0) {
    page = turned(std::move(page), more);
    best.value().rotation = more;
  }
  best.value().rotation = (best->rotation + degrees) % 360;
  if (is_doubtful(*best)) try_local_threshold(page.get(), best.value());
  return best;
}

// Few letters, or capitals alone, say nothing of up and down. Then the reading tells: lines that
// stand on end, or words that Tesseract doubts, are read again the other ways.
int Recognizer::try_other_turns(Pix* page, Recognition& best) {
  int turn = 0;
  for (const int degrees : other_turns(best)) {
    Result<Recognition> other = recognize_as_it_lies(turned(PixPtr(pixClone(page)), degrees).get());
    if (!other || worth(*other) <= worth(best)) continue;
    best = std::move(other).value();
    turn = degrees;
  }
  return turn;
}

// One threshold for a whole page loses what lies in shadow, in a stamp or on grey paper; one for
// each neighbourhood (Sauvola) keeps it, but hurts clean pages.
void Recognizer::try_local_threshold(Pix* page, Recognition& best) {
  engine_->SetVariable("thresholding_method", "2");
  Result<Recognition> other = recognize_as_it_lies(page);
  engine_->SetVariable("thresholding_method", "0");
  if (!other || worth(*other) <= worth(best)) return;
  other.value().rotation = best.rotation;
  best = std::move(other).value();
}

Result<Recognition> Recognizer::recognize_as_it_lies(Pix* page) {
  if (page == nullptr) return Error{ErrorCode::damaged, "the page image cannot be turned", ""};
  Recognition recognition;
  recognition.width = points(*page, static_cast<int>(page->w));
  recognition.height = points(*page, static_cast<int>(page->h));
  engine_->SetImage(page);
  engine_->SetSourceResolution(resolution(*page));
  const bool done = engine_->Recognize(nullptr) == 0;
  const std::unique_ptr<tesseract::ResultIterator> at(done ? engine_->GetIterator() : nullptr);
  if (at) {
    Page seen = page_of(*at);
    recognition.on_end = seen.words_on_end * 2 > seen.words.size();
    recognition.words = placed(std::move(seen), 72.0 / resolution(*page));
  }
  engine_->Clear();
  if (!done) return Error{ErrorCode::damaged, "Tesseract could not recognise the page", ""};
  return recognition;
}

}  // namespace trichyeu
