// Tesseract finds words and the baseline of each, on the cleaned and straightened image. What slope
// is left is straightened in numbers only: every word's reach is sheared by the usual slope of the
// baselines, so that page_lines sees level lines. A word's box is where it is seen on the page as
// it lies.
#include "extractor/read/recognizer.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "extractor/read/heading_numerals.h"
#include "extractor/read/line_dirt.h"
#include "extractor/read/second_model.h"
#include "extractor/read/seen_page.h"

namespace trichyeu {
namespace {

constexpr double smallest_font = 4;    // points; smaller is dirt
constexpr double upside_down = 0.6;    // confidence; text upside down reads at a half
constexpr double doubtful = 0.92;      // confidence; evenly lit clean pages read at 0.93 and more
constexpr int frame_of_part = 10;      // pixels
constexpr std::size_t few_words = 20;  // of a page: most of it may be lost

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

std::vector<PageWord> placed(SeenPage page, const StraightPage& straight) {
  const double scale = 72.0 / resolution(*straight.image);
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

}  // namespace

Recognizer::Recognizer(Engine first, std::string model, std::string tessdata)
    : first_(std::move(first)), tessdata_(std::move(tessdata)) {
  name_ = std::string("tesseract ") + tesseract::TessBaseAPI::Version() + ' ' + model;
  second_model_ = second_model_of(model, first_.data_folder());
  if (has_second()) name_ += ", " + second_model_;
}

Result<Recognizer> Recognizer::open(const std::string& model, const std::string& tessdata) {
  silence_leptonica();
  Result<Engine> first = Engine::open(model, tessdata);
  if (!first) return first.error();
  return Recognizer(std::move(first).value(), model, tessdata);
}

Result<Recognition> Recognizer::recognize(PixPtr page) {
  CleanPage clean = cleaned(std::move(page));
  if (!clean.image) return Error{ErrorCode::damaged, "the page image cannot be cleaned", ""};
  page = std::move(clean.image);
  local_threshold_ = clean.was_uneven();
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
  local_threshold_ = true;
  Result<Recognition> other =
      recognize_straight({PixPtr(pixClone(best.image.get())), best.radians});
  if (!other || worth(*other) <= worth(best)) {
    local_threshold_ = false;
    return false;
  }
  other.value().rotation = best.rotation;
  other.value().rulings = std::move(best.rulings);
  other.value().cleanup = std::move(best.cleanup);
  best = std::move(other).value();
  return true;
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
  Result<SeenPage> seen = first_.see(image, {Sight::Holds::page, local_threshold_});
  if (!seen) return seen.error();
  Recognition recognition;
  recognition.width = points(image, static_cast<int>(image.w));
  recognition.height = points(image, static_cast<int>(image.h));
  recognition.on_end = seen->words_on_end * 2 > seen->words.size();
  drop_dirt(seen.value());
  recognition.mends = mend_numerals(seen.value(), image);
  recognition.rows = row_beginnings(*seen);
  recognition.words = placed(std::move(seen).value(), page);
  recognition.image = std::move(page.image);
  recognition.radians = page.radians;
  return recognition;
}

std::vector<PageWord> Recognizer::recognize_again(const Recognition& page) {
  const StraightPage straight{PixPtr(pixClone(page.image.get())), page.radians};
  Result<SeenPage> seen = second().see(*straight.image, {Sight::Holds::page, local_threshold_});
  if (!seen) return {};
  drop_dirt(seen.value());
  (void)mend_numerals(seen.value(), *straight.image);
  return placed(std::move(seen).value(), straight);
}

Engine& Recognizer::second() {
  if (!second_ && has_second()) {
    Result<Engine> opened = Engine::open(second_model_, tessdata_);
    if (opened)
      second_ = std::move(opened).value();
    else
      second_model_.clear();
  }
  return second_ ? *second_ : first_;
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
  // Letters at an image's edge are not found.
  PixPtr framed(
      part.image ? pixAddBorder(part.image.get(), frame_of_part, static_cast<l_uint32>(part.paper))
                 : nullptr);
  if (!framed) return Error{ErrorCode::damaged, "a part of the page cannot be cut out", ""};
  pixSetResolution(framed.get(), resolution(*page.image), resolution(*page.image));
  const Sight sight{part.one_line ? Sight::Holds::line : Sight::Holds::block, local_threshold_,
                    part.digits};
  Result<SeenPage> seen = (part.by_second ? second() : first_).see(*framed, sight);
  if (!seen) return seen.error();
  drop_dirt(seen.value());
  (void)mend_numerals(seen.value(), *framed);
  std::vector<PageWord> words = placed(std::move(seen).value(), {std::move(framed), 0});
  const double scale = 72.0 / resolution(*page.image);
  const double right = (part.left - frame_of_part / part.enlarged) * scale;
  const double down = (part.top - frame_of_part / part.enlarged) * scale;
  for (PageWord& word : words) {
    word.reach = on_page(word.reach, part.enlarged, right, down);
    word.box = on_page(word.box, part.enlarged, right, down);
    word.font_size = std::max(smallest_font, word.font_size / part.enlarged);
    word.box = turned_about(word.box, page.width / 2, page.height / 2, -page.radians);
  }
  return words;
}

}  // namespace trichyeu
