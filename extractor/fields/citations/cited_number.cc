#include "extractor/fields/citations/cited_number.h"

#include <algorithm>
#include <array>

namespace trichyeu {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_year(std::string_view token) {
  return token.size() == 4 && std::all_of(token.begin(), token.end(), is_digit);
}

struct LookAlike {
  std::string_view printed;
  char meant;
};

// Without blanks, with one kind of stroke and one of hyphen.
std::string squeezed(std::string_view printed) {
  constexpr std::array<LookAlike, 7> look_alikes = {{{"\\", '/'},
                                                     {"|", '/'},
                                                     {"\u2044", '/'},
                                                     {"\u2215", '/'},
                                                     {"_", '-'},
                                                     {"\u2013", '-'},
                                                     {"\u2014", '-'}}};
  std::string out;
  for (std::size_t at = 0; at < printed.size();) {
    const auto found =
        std::find_if(look_alikes.begin(), look_alikes.end(), [&](const LookAlike& mark) {
          return printed.substr(at, mark.printed.size()) == mark.printed;
        });
    if (found != look_alikes.end()) {
      out += found->meant;
      at += found->printed.size();
    } else {
      if (printed[at] != ' ') out += printed[at];
      ++at;
    }
  }
  return out;
}

bool is_figure_or_look_alike(char c) {
  return is_digit(c) || c == 'O' || c == 'o' || c == 'l' || c == 'I';
}

// Letters that were read for figures, at the beginning and in the year; an l before the symbol's
// letters is a stroke.
std::string with_figures(std::string text) {
  std::size_t end = 0;
  while (end < text.size() && (is_figure_or_look_alike(text[end]) || text[end] == '/')) ++end;
  const bool stroke_lost = end > 1 && end < text.size() && text[end] != '-' && text[end - 1] != '/';
  if (stroke_lost && (text[end - 1] == 'l' || text[end - 1] == 'I')) text[end - 1] = '/';
  for (std::size_t at = 0; at < end; ++at) {
    if (text[at] == 'O' || text[at] == 'o') text[at] = '0';
    if (text[at] == 'l' || text[at] == 'I') text[at] = '1';
  }
  return text;
}

// "66.7", "30c", "19": figures, a fraction, a letter where a separator follows it.
std::size_t running_size(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && end > 0))) ++end;
  if (end == 0 || end == text.size()) return end;
  const std::size_t letter = text.substr(end, 2) == "đ" ? 2 : 1;
  const bool small = (text[end] >= 'a' && text[end] <= 'e') ||
                     (text[end] >= 'A' && text[end] <= 'E') || letter == 2;
  const std::size_t next = end + letter;
  if (small && (next == text.size() || text[next] == '/' || text[next] == '-')) return next;
  return end;
}

struct Token {
  std::string text;
  char before = '/';  // its separator
};

std::vector<Token> tokens_of(std::string_view symbol) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < symbol.size();) {
    const std::size_t end = std::min(symbol.find_first_of("/-", at + 1), symbol.size());
    const bool separated = symbol[at] == '/' || symbol[at] == '-';
    tokens.push_back(
        {std::string(symbol.substr(at + (separated ? 1 : 0), end - at - (separated ? 1 : 0))),
         separated ? symbol[at] : '\0'});
    at = end;
  }
  return tokens;
}

// A code that lost the hyphen between type and issuer, or has a dot for it: "NĐCP", "QĐ.UB".
struct Glued {
  std::string type;
  std::string issuer;
};

std::optional<Glued> unglued(const std::string& token, const Registers& registers) {
  for (std::size_t size = token.size() - 1; size > 0; --size) {
    std::string_view type = std::string_view(token).substr(0, size);
    const std::string_view issuer = std::string_view(token).substr(size);
    if (type.back() == '.') type.remove_suffix(1);
    if (registers.type_of_code(type) && registers.issuer_of_code(issuer)) {
      return Glued{std::string(type), std::string(issuer)};
    }
  }
  return std::nullopt;
}

class NumberParser {
 public:
  NumberParser(std::string_view printed, const Registers& registers)
      : printed_(printed), registers_(registers) {}

  std::optional<CitedNumber> parse(bool damaged) {
    const std::string plain = squeezed(printed_);
    const std::string text = damaged ? with_figures(plain) : plain;
    const std::size_t size = running_size(text);
    if (size == 0) return std::nullopt;
    number_.running = text.substr(0, size);
    read_tokens(tokens_of(std::string_view(text).substr(size)));
    write_text();
    mend_order();
    note_repair();
    return std::move(number_);
  }

 private:
  void read_tokens(std::vector<Token> tokens) {
    for (Token& token : tokens) {
      if (number_.year.empty() && number_.type_code.empty() && number_.issuers.empty() &&
          is_year(token.text)) {
        number_.year = token.text;
      } else if (number_.type_code.empty() && number_.issuers.empty()) {
        read_first(token);
      } else {
        read_issuer(token);
      }
      tokens_.push_back(token);
    }
    if (!tokens_.empty() && tokens_.front().before != '\0')
      number_.separator = tokens_.front().before;
  }

  // The letters after the number: a type, or in an official letter its issuer.
  void read_first(Token& token) {
    if (registers_.type_of_code(token.text)) {
      number_.type_code = token.text;
    } else if (registers_.issuer_of_code(token.text)) {
      number_.issuers.push_back(token.text);
    } else if (const auto type = registers_.known_type_code(token.text)) {
      number_.type_code = token.text = *type;
    } else if (const auto glued = unglued(token.text, registers_)) {
      number_.type_code = glued->type;
      number_.issuers.push_back(glued->issuer);
      glued_ = true;
    } else {
      read_issuer(token);
    }
  }

  void read_issuer(Token& token) {
    if (!registers_.type_of_code(token.text)) {
      if (const auto issuer = registers_.known_issuer_code(token.text)) token.text = *issuer;
    }
    number_.issuers.push_back(token.text);
  }

  void write_text() {
    number_.text = number_.running;
    for (const Token& token : tokens_) {
      if (token.before != '\0') number_.text += token.before;
      number_.text += token.text;
    }
    const std::size_t begin =
        number_.running.size() + (tokens_.empty() || tokens_.front().before == '\0' ? 0 : 1);
    if (number_.text.size() > begin) number_.symbol = number_.text.substr(begin);
  }

  // The Party writes 31-QĐ/TW, the State 12/QĐ-UBND; lost separators are put back: "19KH-PGDĐT",
  // "61/2018/NĐCP".
  void mend_order() {
    const bool party =
        number_.of_party(registers_) && number_.year.empty() && !number_.type_code.empty();
    const bool lost = !tokens_.empty() && (tokens_.front().before == '\0' || glued_);
    if (!party && !lost) return;
    std::string mended = number_.running;
    if (!number_.year.empty()) (mended += '/') += number_.year;
    if (!number_.type_code.empty()) (mended += party ? '-' : '/') += number_.type_code;
    for (std::size_t i = 0; i < number_.issuers.size(); ++i) {
      const bool organ = party && i == 0;
      const bool first = mended == number_.running;
      mended += organ || first ? '/' : '-';
      mended += organ ? registers_.issuer_of_code(number_.issuers[i])->code : number_.issuers[i];
    }
    if (mended != number_.text) number_.canonical = mended;
  }

  void note_repair() {
    std::string without_blanks(printed_);
    std::erase(without_blanks, ' ');
    if (number_.text != without_blanks)
      number_.repair = std::string(printed_) + ": read as " + number_.text;
  }

  std::string_view printed_;
  const Registers& registers_;
  CitedNumber number_;
  std::vector<Token> tokens_;
  bool glued_ = false;
};

}  // namespace

bool CitedNumber::of_party(const Registers& registers) const {
  if (issuers.empty()) return false;
  const IssuerEntry* issuer = registers.issuer_of_code(issuers.front());
  return issuer != nullptr && issuer->party;
}

std::optional<CitedNumber> parse_number(std::string_view printed, bool damaged,
                                        const Registers& registers) {
  return NumberParser(printed, registers).parse(damaged);
}

}  // namespace trichyeu
