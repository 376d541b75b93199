// Tesseract finds words and the baseline of each, on the cleaned and straightened image. What slope
// is left is straightened in numbers only: every word's reach is sheared by the usual slope of the
// baselines, so that page_lines sees level lines. A word's box is where it is seen on the page as
// it lies.
#include "extractor/read/recognizer.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "extractor/read/heading_numerals.h"
#include "extractor/read/line_dirt.h"
#include "extractor/read/seen_page.h"

// Of OpenMP 3.0, the runtime that Tesseract is linked with; declared here because its header
// belongs to one compiler.
extern "C" int omp_get_max_active_levels(void);
extern "C" void omp_set_max_active_levels(int levels);

namespace trichyeu {
namespace {

constexpr double smallest_font = 4;    // points; smaller is dirt
constexpr double upside_down = 0.6;    // confidence; text upside down reads at a half
constexpr double doubtful = 0.92;      // confidence; evenly lit clean pages read at 0.93 and more
constexpr int frame_of_part = 10;      // pixels
constexpr std::size_t few_words = 20;  // of a page: most of it may be lost

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

// Without blanks, and without letters that only look like ours. The Icelandic one is often seen
// besides it: "QĐÐ".
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

// Long lines know the slope best: the median over words, not over lines.
double usual_slope(const SeenPage& page) {
  std::vector<double> slopes;
  for (const SeenWord& seen : page.words) slopes.push_back(page.rows[seen.row].slope());
  if (slopes.empty()) return 0;
  const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(slopes.begin(), middle, slopes.end());
  return *middle;
}

// From the straightened page back to where the word is seen.
Box turned_back(const Box& box, const Pix& page, double scale, double radians) {
  return turned_about(box, page.w * scale / 2, page.h * scale / 2, -radians);
}

// From a part, which may be enlarged, to the page.
Box on_page(const Box& box, double enlarged, double right, double down) {
  return {box.left / enlarged + right, box.top / enlarged + down, box.right / enlarged + right,
          box.bottom / enlarged + down};
}

std::vector<PageWord> placed(SeenPage page, const StraightPage& straight, double scale) {
  const double slope = usual_slope(page);
  std::vector<PageWord> words;
  for (SeenWord& seen : page.words) {
    const SeenRow& row = page.rows[seen.row];
    const double x = (seen.left + seen.right) / 2.0;
    const double y = row.baseline_at(x) - slope * x;
    const double lean = slope * (seen.top + seen.bottom) / 2.0;
    PageWord& word = seen.word;
    word.box =
        turned_back({seen.left * scale, seen.top * scale, seen.right * scale, seen.bottom * scale},
                    *straight.image, scale, straight.radians);
    word.reach = {(seen.left + lean) * scale, (y - row.above) * scale, (seen.right + lean) * scale,
                  (y + row.below) * scale};
    word.font_size = std::max(smallest_font, word.reach.height());
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::size_t> row_beginnings(const SeenPage& page) {
  std::vector<std::size_t> beginnings;
  for (std::size_t at = 0; at < page.words.size(); ++at) {
    if (page.begins_row(at)) beginnings.push_back(at);
  }
  return beginnings;
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

// By which `page` may be turned to be upright. The letters tell; few letters, or capitals alone,
// say nothing of up and down, and then the reading tells: lines that stand on end, or words that
// Tesseract doubts. Asked only where the reading leaves doubts, as it costs.
std::vector<int> other_turns(const Recognition& recognition, const Pix& page) {
  if (!recognition.on_end && !is_doubtful(recognition)) return {};
  if (const int degrees = turn_to_upright(page); degrees != 0) return {degrees};
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
  CleanPage clean = cleaned(std::move(page));
  if (!clean.image) return Error{ErrorCode::damaged, "the page image cannot be cleaned", ""};
  page = std::move(clean.image);
  set_local_threshold(clean.was_uneven());
  Result<Recognition> best = recognize_as_it_lies(PixPtr(pixClone(page.get())));
  if (!best) return best;
  best.value().rotation = try_other_turns(page.get(), best.value());
  std::move(best->cleanup.begin(), best->cleanup.end(), std::back_inserter(clean.steps));
  const bool local =
      clean.was_uneven() || (is_doubtful(*best) && try_local_threshold(best.value()));
  if (local) clean.steps.emplace_back("threshold");
  if (clean.coloured) {
    PixPtr upright = turned(std::move(clean.coloured), best->rotation);
    best.value().coloured = straightened_by(std::move(upright), best->radians);
  }
  if (best->radians != 0) clean.steps.emplace_back("skew");
  best.value().cleanup = std::move(clean.steps);
  return best;
}

int Recognizer::try_other_turns(Pix* page, Recognition& best) {
  int turn = 0;
  for (const int degrees : other_turns(best, *page)) {
    Result<Recognition> other = recognize_as_it_lies(turned(PixPtr(pixClone(page)), degrees));
    if (!other || worth(*other) <= worth(best)) continue;
    best = std::move(other).value();
    turn = degrees;
  }
  return turn;
}

// One threshold for a whole page loses what lies in shadow, in a stamp or on grey paper; one for
// each neighbourhood (Sauvola) keeps it, but hurts clean pages.
bool Recognizer::try_local_threshold(Recognition& best) {
  set_local_threshold(true);
  Result<Recognition> other =
      recognize_straight({PixPtr(pixClone(best.image.get())), best.radians});
  if (!other || worth(*other) <= worth(best)) return false;
  other.value().rotation = best.rotation;
  other.value().rulings = std::move(best.rulings);
  other.value().cleanup = std::move(best.cleanup);
  best = std::move(other).value();
  return true;
}

void Recognizer::set_local_threshold(bool local) {
  engine_->SetVariable("thresholding_method", local ? "2" : "0");
}

Result<Recognition> Recognizer::recognize_as_it_lies(PixPtr page) {
  if (!page) return Error{ErrorCode::damaged, "the page image cannot be turned", ""};
  StraightPage straight = straightened(std::move(page));
  Rulings rulings = rulings_of(*straight.image, Lie::askew);
  const int paper = static_cast<int>(measures_of(*straight.image).paper_usual);
  const bool ruled = paint_tables(*straight.image, rulings, paper);
  Result<Recognition> recognition = recognize_straight(std::move(straight));
  if (!recognition) return recognition;
  recognition.value().rulings = std::move(rulings);
  if (ruled) recognition.value().cleanup.emplace_back("rules");
  return recognition;
}

Result<Recognition> Recognizer::recognize_straight(StraightPage page) {
  Pix& image = *page.image;
  Recognition recognition;
  recognition.width = points(image, static_cast<int>(image.w));
  recognition.height = points(image, static_cast<int>(image.h));
  engine_->SetImage(&image);
  engine_->SetSourceResolution(resolution(image));
  const bool done = engine_->Recognize(nullptr) == 0;
  const std::unique_ptr<tesseract::ResultIterator> at(done ? engine_->GetIterator() : nullptr);
  if (at) {
    SeenPage seen = seen_by(*at);
    recognition.on_end = seen.words_on_end * 2 > seen.words.size();
    drop_dirt(seen);
    recognition.mends = mend_numerals(seen, image);
    recognition.rows = row_beginnings(seen);
    recognition.words = placed(std::move(seen), page, 72.0 / resolution(image));
  }
  engine_->Clear();
  if (!done) return Error{ErrorCode::damaged, "Tesseract could not recognise the page", ""};
  recognition.image = std::move(page.image);
  recognition.radians = page.radians;
  return recognition;
}

PagePart part_of(const Recognition& page, const Box& box) {
  const double scale = 72.0 / resolution(*page.image);
  PagePart part;
  part.left = std::max(0, static_cast<int>(box.left / scale));
  part.top = std::max(0, static_cast<int>(box.top / scale));
  ::Box* cut = boxCreate(part.left, part.top, static_cast<int>(box.right / scale) - part.left,
                         static_cast<int>(box.bottom / scale) - part.top);
  part.image.reset(cut != nullptr ? pixClipRectangle(page.image.get(), cut, nullptr) : nullptr);
  boxDestroy(&cut);
  return part;
}

PagePart enlarged(PagePart part, double times) {
  if (!part.image || times == 1) return part;
  const auto factor = static_cast<float>(times);
  part.image.reset(pixScale(part.image.get(), factor, factor));
  part.enlarged *= times;
  return part;
}

Result<std::vector<PageWord>> Recognizer::recognize_part(const Recognition& page, PagePart part) {
  const OneThread one_thread;
  // Letters at an image's edge are not found.
  PixPtr framed(
      part.image ? pixAddBorder(part.image.get(), frame_of_part, static_cast<l_uint32>(part.paper))
                 : nullptr);
  if (!framed) return Error{ErrorCode::damaged, "a part of the page cannot be cut out", ""};
  pixSetResolution(framed.get(), resolution(*page.image), resolution(*page.image));
  engine_->SetPageSegMode(part.one_line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SINGLE_BLOCK);
  engine_->SetVariable("tessedit_char_whitelist", part.digits ? "0123456789" : "");
  Result<Recognition> read = recognize_straight({std::move(framed), 0});
  engine_->SetVariable("tessedit_char_whitelist", "");
  engine_->SetPageSegMode(tesseract::PSM_AUTO);
  if (!read) return read.error();
  const double scale = 72.0 / resolution(*page.image);
  const double right = (part.left - frame_of_part / part.enlarged) * scale;
  const double down = (part.top - frame_of_part / part.enlarged) * scale;
  const double width = page.width / 2, height = page.height / 2;
  for (PageWord& word : read.value().words) {
    word.reach = on_page(word.reach, part.enlarged, right, down);
    word.box = on_page(word.box, part.enlarged, right, down);
    word.font_size = std::max(smallest_font, word.font_size / part.enlarged);
    word.box = turned_about(word.box, width, height, -page.radians);
  }
  return std::move(read.value().words);
}

}  // namespace trichyeu
