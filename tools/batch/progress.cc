#include "tools/batch/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>

#include "tools/batch/printable.h"

namespace trichyeu {
namespace {

using nlohmann::ordered_json;

constexpr int bar_cells = 20;
constexpr int usual_columns = 80;
constexpr const char* clear_line = "\r\033[K";

std::string number_of(double number, int decimals) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return text.data();
}

// "1:02:03"
std::string clock_of(double seconds) {
  const auto whole = static_cast<long long>(seconds);
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60,
                whole % 60);
  return text.data();
}

std::string cells_of(const Standing& standing) {
  const std::int64_t of = std::max<std::int64_t>(standing.inputs, 1);
  const auto full = static_cast<int>(bar_cells * std::min(standing.finished, of) / of);
  return '[' + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(bar_cells - full), '.') + ']';
}

std::string speed_of(const Standing& standing) {
  const double seconds = std::max(standing.elapsed.count(), 0.001);
  const bool by_page = standing.pages_now > 0;
  const auto count = static_cast<double>(by_page ? standing.pages_now : standing.finished_now);
  return number_of(count / seconds, 1) + (by_page ? " pages/s" : " documents/s");
}

std::string time_left(const Standing& standing) {
  if (standing.finished_now == 0) return "?";
  const auto left = static_cast<double>(standing.inputs - standing.finished);
  return clock_of(standing.elapsed.count() / static_cast<double>(standing.finished_now) * left);
}

int columns_of_terminal() {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual_columns;
}

bool is_trouble(State state) { return state == State::failed || state == State::partial; }

class ProgressBar : public Progress {
 public:
  explicit ProgressBar(std::ostream& out) : out_(out) {}

  void begin(std::int64_t inputs, std::int64_t waiting) override {
    standing_.inputs = inputs;
    standing_.finished = inputs - waiting;
    started_ = Clock::now();
    draw();
  }
  void notice(const std::string& text) override {
    out_ << clear_line << text << '\n';
    draw();
  }
  void more(std::int64_t inputs) override { standing_.inputs += inputs; }
  void finished(const InputRecord& record) override {
    ++standing_.finished;
    ++standing_.finished_now;
    standing_.pages_now += record.pages;
    if (record.state == State::failed) ++standing_.failed;
    if (is_trouble(record.state)) out_ << clear_line << line_of(record) << '\n';
    if (is_trouble(record.state) || Clock::now() - drawn_ > pause) draw();
  }
  void tick() override { draw(); }
  void end(const Totals& /*totals*/, const std::string& /*outcome*/) override {
    out_ << clear_line << std::flush;
  }

 private:
  // As often as an eye follows.
  static constexpr std::chrono::milliseconds pause{100};

  void draw() {
    drawn_ = Clock::now();
    standing_.elapsed = drawn_ - started_;
    out_ << clear_line << bar_of(standing_, columns_of_terminal()) << std::flush;
  }

  std::ostream& out_;
  Standing standing_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_;
};

class ProgressLines : public Progress {
 public:
  explicit ProgressLines(std::ostream& out) : out_(out) {}
  void begin(std::int64_t inputs, std::int64_t waiting) override {
    out_ << inputs << " inputs, " << waiting << " to do" << std::endl;
  }
  void notice(const std::string& text) override { out_ << text << std::endl; }
  void more(std::int64_t /*inputs*/) override {}
  void finished(const InputRecord& record) override { out_ << line_of(record) << std::endl; }
  void tick() override {}
  void end(const Totals& /*totals*/, const std::string& outcome) override {
    out_ << outcome << std::endl;
  }

 private:
  std::ostream& out_;
};

class ProgressJson : public Progress {
 public:
  explicit ProgressJson(std::ostream& out) : out_(out) {}
  void begin(std::int64_t inputs, std::int64_t waiting) override {
    write({{"event", "begin"}, {"inputs", inputs}, {"waiting", waiting}});
  }
  void notice(const std::string& text) override { write({{"event", "notice"}, {"text", text}}); }
  void more(std::int64_t inputs) override { write({{"event", "more"}, {"inputs", inputs}}); }
  void finished(const InputRecord& record) override {
    ordered_json event{{"event", "document"},
                       {"target", printable(record.target)},
                       {"path", printable(record.path)},
                       {"state", name_of(record.state)}};
    if (!record.error_code.empty()) event["code"] = record.error_code;
    if (!record.error_text.empty()) event["text"] = record.error_text;
    event["pages"] = record.pages;
    event["failedPages"] = record.failed_pages;
    event["seconds"] = record.seconds;
    event["peakMemoryBytes"] = record.peak_memory_bytes;
    write(event);
  }
  void tick() override {}
  void end(const Totals& totals, const std::string& outcome) override {
    ordered_json event{{"event", "end"}, {"outcome", outcome}};
    for (const auto& [state, count] : totals.inputs) event[std::string(name_of(state))] = count;
    write(event);
  }

 private:
  void write(ordered_json event) {
    event["time"] = time_now();
    out_ << event.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << std::endl;
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Progress> make_progress(ProgressForm form, std::ostream& out) {
  switch (form) {
    case ProgressForm::bar: return std::make_unique<ProgressBar>(out);
    case ProgressForm::json: return std::make_unique<ProgressJson>(out);
    case ProgressForm::lines: break;
  }
  return std::make_unique<ProgressLines>(out);
}

std::string bar_of(const Standing& standing, int columns) {
  std::string bar = cells_of(standing) + ' ' + std::to_string(standing.finished) + '/' +
                    std::to_string(standing.inputs) + " documents, " + speed_of(standing) + ", " +
                    time_left(standing) + " left, " + std::to_string(standing.failed) + " failed";
  if (columns > 1) bar.resize(std::min(bar.size(), static_cast<std::size_t>(columns) - 1));
  return bar;
}

std::string line_of(const InputRecord& record) {
  std::string line = std::string(name_of(record.state)) + ' ' + printable(record.path);
  if (!record.error_code.empty())
    return line + ": " + record.error_text + " (" + record.error_code + ')';
  line += " (";
  if (record.pages > 0) line += std::to_string(record.pages) + " pages, ";
  if (record.failed_pages > 0) line += std::to_string(record.failed_pages) + " not read, ";
  return line + number_of(record.seconds, 1) + " s)";
}

}  // namespace trichyeu
