// Lines are weighed one by one; what they vote for together leans the choice of each.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "normalizer/legacy/choice.h"
#include "normalizer/legacy/decode.h"
#include "normalizer/legacy/legacy.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr double weight_of_votes = 12;  // of a unanimous text's, in units of likelihood
constexpr double vote_of_unicode = 20;  // of a line that shows letters of Unicode
constexpr double leading_share = 0.5;   // of the votes: then one word is enough
constexpr int least_syllables_of_bytes = 3;

class Votes {
 public:
  void add(Encoding encoding, double weight) {
    by_encoding_[index_of(encoding)] += weight;
    all_ += weight;
  }
  [[nodiscard]] double share(Encoding encoding) const {
    return all_ > 0 ? by_encoding_[index_of(encoding)] / all_ : 0;
  }
  [[nodiscard]] Leaning leaning(bool raw) const {
    Leaning leaning;
    for (std::size_t i = 0; i < encoding_count; ++i)
      leaning.by_encoding[i] = weight_of_votes * share(static_cast<Encoding>(i));
    leaning.on_little = all_ > 0 && share(Encoding::unicode) < 1 - leading_share;
    leaning.raw = raw;
    return leaning;
  }
  // Of raw bytes; Unicode where no line voted.
  [[nodiscard]] Encoding leader() const {
    const auto best = std::max_element(by_encoding_.begin(), by_encoding_.end());
    return *best > 0 ? static_cast<Encoding>(best - by_encoding_.begin()) : Encoding::unicode;
  }

 private:
  std::array<double, encoding_count> by_encoding_{};
  double all_ = 0;
};

struct Suspect {
  std::string_view line;  // with its line end
  Evidences evidences;
};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Of U+0080 to U+00BF: legacy letters show as such, and sound text has few of them.
bool has_signs(std::string_view line) { return line.find('\xC2') != std::string_view::npos; }

std::string_view cut_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, std::min(end + 1, rest.size()));
  rest.remove_prefix(line.size());
  return line;
}

class LineDecoder {
 public:
  LineDecoder(std::string_view shown, bool raw) : shown_(shown), raw_(raw) { weigh_lines(); }

  [[nodiscard]] bool has_suspects() const { return !suspects_.empty(); }

  // Raw bytes are text in a legacy encoding when most marked words of it are syllables.
  [[nodiscard]] bool is_evident() const {
    int marked = 0, syllables = 0;
    const Leaning leaning = votes_.leaning(raw_);
    for (const Suspect& suspect : suspects_) {
      const Evidence& chosen = suspect.evidences[index_of(choose(suspect.evidences, leaning))];
      marked += chosen.marked;
      syllables += chosen.syllables;
    }
    const Encoding leader = votes_.leader();
    return leader != Encoding::unicode && leader != Encoding::utf8 &&
           syllables >= least_syllables_of_bytes && syllables * 2 > marked;
  }

  DecodedText decoded() const {
    DecodedText done;
    done.garbled_lines = garbled_unicode_;
    done.text.reserve(shown_.size());
    const Leaning leaning = votes_.leaning(raw_);
    std::size_t copied = 0;
    for (const Suspect& suspect : suspects_) {
      const Encoding encoding = choose(suspect.evidences, leaning);
      done.garbled_lines += is_garbled(suspect.evidences[index_of(encoding)]) ? 1U : 0U;
      if (encoding == Encoding::unicode) continue;
      const auto from = static_cast<std::size_t>(suspect.line.data() - shown_.data());
      done.text += shown_.substr(copied, from - copied);
      copied = from + suspect.line.size();
      const Decoding decoding = decode(suspect.line, encoding);
      done.text += decoding.rewrite.text;
      add_uses(done.uses, {{encoding, suspect.line.size(), decoding.unknown, decoding.restored}});
    }
    done.text += shown_.substr(copied);
    return done;
  }

 private:
  void weigh_lines() {
    for (std::string_view rest = shown_; !rest.empty();) {
      const std::string_view line = cut_line(rest);
      if (may_be_legacy(line)) {
        suspects_.push_back({line, evidences_of(line)});
        const Vote vote = vote_of(suspects_.back().evidences, raw_);
        votes_.add(vote.encoding, vote.lead);
      } else if (!is_ascii(line)) {
        votes_.add(Encoding::unicode, vote_of_unicode);
        garbled_unicode_ += has_signs(line) && is_garbled(evidence_of(line)) ? 1U : 0U;
      }
    }
  }

  std::string_view shown_;
  bool raw_;
  std::size_t garbled_unicode_ = 0;  // lines of Unicode with legacy words among them
  std::vector<Suspect> suspects_;
  Votes votes_;
};

}  // namespace

DecodedText decode_lines(std::string_view shown) {
  const LineDecoder decoder(shown, false);
  return decoder.decoded();
}

std::optional<DecodedText> decode_bytes(std::string_view bytes) {
  const std::string shown = shown_as_windows_1252(bytes);
  const LineDecoder decoder(shown, true);
  if (!decoder.is_evident()) return std::nullopt;
  return decoder.decoded();
}

}  // namespace trichyeu
