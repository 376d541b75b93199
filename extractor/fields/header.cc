// One function a field; each looks at the blocks of its own zones.
#include <algorithm>
#include <utility>

#include "extractor/fields/citations/cited_number.h"
#include "extractor/fields/fields.h"
#include "extractor/fields/letterhead_lines.h"
#include "extractor/fields/name_case.h"
#include "extractor/fields/time_calendar.h"
#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// "3" -> "03", "I1" -> "11"; empty where it is no number up to `most`.
std::string two_digits(std::string_view printed, int most) {
  int number = 0;
  for (const char c : printed) {
    const char digit = c == 'I' || c == 'l' ? '1' : c == 'O' ? '0' : c;
    if (digit < '0' || digit > '9') return {};
    number = number * 10 + (digit - '0');
  }
  if (number < 1 || number > most) return {};
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// A number printed with its symbol is one word; one written by hand into the blank before
// "/KH-UBND" stands alone, and the recogniser must be sure of it.
constexpr double sure_of_print = 0.6;
constexpr double sure_of_hand = 0.95;

constexpr std::string_view signs_around_names = ".,:;_-`'~";
constexpr std::size_t longest_capacity = 4;  // bytes: TUQ, T/UQ

std::string without_blanks(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

class HeaderReader {
 public:
  HeaderReader(const DocumentTree& tree, const Grammars& grammars,
               std::vector<Diagnostic>& diagnostics)
      : tree_(tree),
        grammars_(grammars),
        rules_(grammars.grammar("header")),
        lines_(grammars.grammar("lines")),
        diagnostics_(diagnostics),
        zones_(tree.zone_of_blocks()),
        names_(grammars, tree.text),
        registers_(grammars) {
    // The head is the first document's: what follows its signature has a head of its own.
    const auto signature = std::find(zones_.begin(), zones_.end(), ZoneKind::signature);
    head_end_ = static_cast<std::size_t>(signature - zones_.begin());
    if (zones_.empty()) head_end_ = 0;
  }

  Header read() {
    Header header;
    read_letterhead(header);
    read_title(header);
    if (!header.issuer) header.issuer = self_named_issuer();
    header.period = period(header);
    header.signature = signature();
    header.recipients = recipients();
    return header;
  }

 private:
  [[nodiscard]] std::string_view text(const Block& block) const {
    return block.bytes.of(tree_.text);
  }
  [[nodiscard]] Value value(ByteSpan bytes, std::string_view rule, double confidence) const {
    return value_of(bytes, tree_, rule, confidence);
  }

  // Calls `visit(block)` for every block of the first document in `zone`.
  template <typename Visit>
  void each(ZoneKind zone, std::size_t end, const Visit& visit) const {
    for (std::size_t i = 0; i < std::min(end, tree_.blocks.size()); ++i) {
      if (zones_[i] == zone) visit(tree_.blocks[i]);
    }
  }

  void read_letterhead(Header& header) {
    std::vector<ByteSpan> left, right;
    each(ZoneKind::letterhead, head_end_,
         [&](const Block& block) { (block.right_column ? right : left).push_back(block.bytes); });
    header.issuer = issuer(read_column(left, header));
    read_column(right, header);
  }

  // The bodies that stand in a column of the letterhead; number, place and date go to the header.
  std::vector<ByteSpan> read_column(const std::vector<ByteSpan>& lines, Header& header) {
    std::vector<ByteSpan> bodies;
    bool left_column = true;  // the bodies stand above the number, on the left
    bool beside_motto = false;
    for (const LetterheadLine& line : letterhead_lines(lines, tree_.text, grammars_)) {
      const std::string words = one_line(line.bytes, tree_.text);
      const auto match = rules_.find(words, ZoneKind::letterhead);
      const std::string_view field = match ? match->emitted("field") : std::string_view{};
      if (line.is == LetterheadLine::Kind::motto) {
        beside_motto = !bodies.empty();
      } else if (line.is == LetterheadLine::Kind::rule) {
        left_column = left_column && bodies.empty();
      } else if (field == "number") {
        if (!header.number) header.number = number(line.bytes, *match);
        left_column = false;
      } else if (field == "number-lost") {
        note_lost_number(line.bytes);
        left_column = false;
      } else if (field == "date") {
        read_place_and_date(header, line.bytes, *match);
      } else if (left_column && has_letter(words) && (!beside_motto || is_all_capitals(words))) {
        bodies.push_back(line.bytes);
      }
    }
    return bodies;
  }

  void note_lost_number(ByteSpan line) {
    const Place place = place_of(line, tree_);
    diagnostics_.push_back({"number-unreadable", {}, place.page, place.bytes});
  }

  void read_place_and_date(Header& header, ByteSpan line, const Match& match) {
    if (header.date) return;
    const std::string words = one_line(line, tree_.text);
    const auto at = [&](std::string_view name) {
      return shifted(match.captures.find(name)->second, line.from_byte);
    };
    header.place = value(at("place"), match.rule->id, 0.97);
    PrintedDate date;
    date.value = value(at("date"), match.rule->id, 0.97);
    date.iso = std::string(match.capture("y", words));
    const std::string month = two_digits(match.capture("m", words), 12);
    const std::string_view printed_day = match.capture("d", words);
    if (!date.iso.empty() && !month.empty()) {
      const std::string day =
          two_digits(printed_day, days_in_month(std::stoi(date.iso), std::stoi(month)));
      date.iso += "-" + month;
      if (!day.empty()) date.iso += "-" + day;
      if (day.empty() && !printed_day.empty()) {
        diagnostics_.push_back(
            {"date-impossible", {date.value.text}, date.value.place.page, date.value.place.bytes});
      }
      const std::string_view printed_month = match.capture("m", words);
      if (printed_month.find_first_of("IlO") != std::string_view::npos) {
        date.value.repair = "“" + std::string(printed_month) + "” read as " + month;
      }
    }
    if (!date.iso.empty()) header.date = std::move(date);
  }

  // The word as read that holds the byte; nothing for sources without words.
  [[nodiscard]] std::optional<PlacedWord> word_at(std::size_t byte) const {
    for (const PlacedWord& word : tree_.words) {
      if (word.bytes.from_byte <= byte && byte < word.bytes.to_byte) return word;
    }
    return std::nullopt;
  }

  // Recognition was sure of none of its words.
  [[nodiscard]] bool is_doubtful(ByteSpan line) const {
    bool any = false;
    for (const PlacedWord& word : tree_.words) {
      if (word.bytes.to_byte <= line.from_byte || word.bytes.from_byte >= line.to_byte) continue;
      if (word.confidence >= sure_of_print) return false;
      any = true;
    }
    return any;
  }

  // The letterhead's left column: bodies from the superior down, each over one line or more; a line
  // that begins no body goes on with the one above. Letterheads are printed in capitals: other
  // lines above them are a portal's.
  std::optional<Issuer> issuer(std::vector<ByteSpan> lines) const {
    const auto first = std::find_if(lines.begin(), lines.end(), [this](ByteSpan line) {
      return is_all_capitals(line.of(tree_.text));
    });
    if (first != lines.end()) {
      lines.erase(lines.begin(), first);
      // The rule under the name reads as some letters ("hộ").
      std::erase_if(lines, [this](ByteSpan line) {
        return !is_all_capitals(line.of(tree_.text)) && is_doubtful(line);
      });
    }
    std::vector<std::vector<ByteSpan>> bodies;
    for (const ByteSpan line : lines) {
      if (bodies.empty() || begins_body(one_line(line, tree_.text), grammars_))
        bodies.emplace_back();
      bodies.back().push_back(trimmed(line, tree_.text, signs_around_names));
    }
    if (bodies.empty()) return std::nullopt;
    const auto read = [&](const std::vector<ByteSpan>& body) {
      Value name = value_of_pieces(body, tree_, "header.letterhead", 0.95);
      name.text = names_.running_case(name.text);
      return name;
    };
    Issuer issuer;
    issuer.value = read(bodies.back());
    if (bodies.size() > 1) issuer.parent = read(bodies[bodies.size() - 2]).text;
    return issuer;
  }

  // The number as it is cited: blanks squeezed, a lost separator put back and said so.
  std::optional<Number> number(ByteSpan line, const Match& match) {
    const std::string words = one_line(line, tree_.text);
    Number number;
    number.value = value(shifted(match.bytes, line.from_byte), match.rule->id, 0.95);
    const std::string printed = std::exchange(number.value.text, {});
    number.symbol = without_blanks(match.capture("symbol", words));
    std::string running(match.capture("running", words));
    const bool read = !running.empty();
    const ByteSpan to = match.captures.find("symbol")->second;
    if (read) {
      const ByteSpan digits = shifted(match.captures.find("running")->second, line.from_byte);
      const std::optional<PlacedWord> word = word_at(digits.from_byte);
      const bool in_print = word && word->bytes.to_byte > line.from_byte + to.from_byte;
      if (word && word->confidence < (in_print ? sure_of_print : sure_of_hand)) running.clear();
    }
    if (running.empty()) {
      const bool blank = !read && match.rule->id == "header.number";
      diagnostics_.push_back({blank ? "number-blank" : "number-unreadable",
                              {},
                              number.value.place.page,
                              number.value.place.bytes});
      // Where it would stand: an empty place, without a box.
      number.value.place = place_of(shifted({to.from_byte, to.from_byte}, line.from_byte), tree_);
      return number;
    }
    const ByteSpan from = match.captures.find("running")->second;
    number.value.place = place_of(shifted({from.from_byte, to.to_byte}, line.from_byte), tree_);
    std::string separator = without_blanks(match.capture("separator", words));
    if (separator.empty()) {
      separator = number.symbol.find('/') == std::string::npos ? "/" : "-";
      number.value.repair = "“" + printed + "”: lost “" + separator + "” put back";
      number.value.confidence = 0.9;
    }
    number.value.text = running + separator + number.symbol;
    restore_hyphen(number);
    return number;
  }

  // "QĐUBND" is QĐ-UBND.
  void restore_hyphen(Number& number) const {
    if (number.symbol.find('-') != std::string::npos) return;
    const std::optional<CitedNumber> parsed = parse_number(number.value.text, false, registers_);
    if (!parsed || parsed->of_party(registers_) || parsed->canonical.empty()) return;
    number.value.repair = "“" + number.value.text + "”: lost “-” put back";
    number.value.text = parsed->canonical;
    number.symbol = parsed->canonical.substr(parsed->running.size() + 1);
    number.value.confidence = 0.9;
  }

  void read_title(Header& header) const {
    ByteSpan title;
    each(ZoneKind::title, head_end_, [&](const Block& block) {
      const std::string_view is = block.landmark;
      if (!header.type && is == "type") {
        header.type = document_type(block);
      } else if (header.type && is != "issued_with" && is != "type" && has_letter(text(block))) {
        if (title.empty()) title.from_byte = block.bytes.from_byte;
        title.to_byte = block.bytes.to_byte;
      }
    });
    if (!header.type) read_lone_annex(header);
    if (title.empty()) return;
    if (header.type) title = without_authority(title, header);
    header.title = value(title, "header.title", 0.95);
  }

  // Under the title of a decision stands, in capitals, who decides; it is no part of the title.
  [[nodiscard]] ByteSpan without_authority(ByteSpan title, const Header& header) const {
    if (!header.issuer || !has_field("enacted", header.type->value.text)) return title;
    title = trimmed(title, tree_.text);
    const std::string line = one_line(title, tree_.text);
    std::string_view words = line;
    if (const auto session = field_in("session", words))
      words = words.substr(0, session->bytes.from_byte);
    while (words.ends_with(' ')) words.remove_suffix(1);
    const std::string small = lowercase(words);  // letters of the same size
    const std::string issuer = lowercase(header.issuer->value.text);
    if (small.size() != words.size() || !small.ends_with(issuer)) return title;
    const std::string_view authority = words.substr(words.size() - issuer.size());
    if (!is_all_capitals(authority)) return title;
    words.remove_suffix(issuer.size());
    if (const auto office = field_in("office", words))
      words = words.substr(0, office->bytes.from_byte);
    const ByteSpan kept = trimmed({title.from_byte, title.from_byte + words.size()}, tree_.text);
    return kept.empty() || has_field("goes-on", kept.of(tree_.text)) ? title : kept;
  }

  // The find of a rule of titles.
  [[nodiscard]] std::optional<Match> field_in(std::string_view field,
                                              std::string_view words) const {
    for (const Match& match : rules_.find_all(words, ZoneKind::title)) {
      if (match.emitted("field") == field) return match;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool has_field(std::string_view field, std::string_view words) const {
    return field_in(field, words).has_value();
  }

  // A file that is an annex alone: type Phụ lục, its title the lines in capitals under its head.
  void read_lone_annex(Header& header) const {
    if (tree_.zones.empty() || tree_.zones.front().kind != ZoneKind::annex || tree_.blocks.empty())
      return;
    const Block& head = tree_.blocks.front();
    DocumentType type;
    type.value = value(head.bytes, "lines.annex", 0.9);
    const auto match = lines_.find(text(head));
    type.value.text = match ? std::string(match->emitted("type")) : std::string();
    type.value.repair = one_line(head.bytes, tree_.text);
    header.type = std::move(type);
    if (tree_.blocks.size() > 1 && is_all_capitals(text(tree_.blocks[1]))) {
      header.title = value(tree_.blocks[1].bytes, "header.lone-annex", 0.9);
    }
  }

  [[nodiscard]] DocumentType document_type(const Block& block) const {
    DocumentType type;
    type.value = value(block.bytes, "header.type", 0.98);
    if (!block.mended.empty()) {
      type.value.repair = "“" + type.value.text + "” read";
      type.value.text = capitalized(block.mended);
      type.value.confidence = 0.9;
    }
    type.value.text = sentence_case(type.value.text);
    const WordList& types = grammars_.list("document-types");
    std::size_t longest = 0;
    for (std::size_t row = 0; row < types.size(); ++row) {
      const std::string_view name = types.cell(row, "name");
      if (name.size() > longest && type.value.text.compare(0, name.size(), name) == 0) {
        longest = name.size();
        const std::string_view codes = types.cell(row, "code");
        type.code = std::string(codes.substr(0, codes.find('|')));
      }
    }
    return type;
  }

  [[nodiscard]] std::optional<Issuer> self_named_issuer() const {
    for (std::size_t i = 0; i < head_end_; ++i) {
      const Block& block = tree_.blocks[i];
      if (zones_[i] != ZoneKind::basis) continue;
      for (const Match& match : rules_.find_all(text(block), ZoneKind::basis)) {
        if (match.rule->id != "header.self-naming") continue;
        Issuer issuer;
        issuer.value = value(shifted(match.bytes, block.bytes.from_byte), match.rule->id, 0.9);
        issuer.value.text = std::string(match.capture("issuer", text(block)));
        issuer.value.text += match.capture("locality", text(block));
        const std::string_view bracket = match.capture("bracket", text(block));
        if (!bracket.empty())
          issuer.value.repair = "“" + std::string(bracket.substr(1)) + "” left out";
        return issuer;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Period> period(const Header& header) const {
    if (!header.title) return std::nullopt;
    const ByteSpan title = header.title->place.bytes;
    std::optional<Period> found;
    for (const Match& match : rules_.find_all(title.of(tree_.text), ZoneKind::title)) {
      const std::string_view field = match.emitted("field");
      if (field != "period" && (field != "year" || found)) continue;
      Period period;
      period.value = value(shifted(match.bytes, title.from_byte), match.rule->id, 0.95);
      const std::string first(match.capture("y", title.of(tree_.text)));
      const std::string last(match.has("y2") ? match.capture("y2", title.of(tree_.text)) : first);
      period.start = first + "-01-01";
      period.end = last + "-12-31";
      if (period.end < period.start) continue;
      found = std::move(period);
      if (field == "period") break;
    }
    return found;
  }

  // Capacity lines, then the signer's office, then the name; the first signature is the head's.
  [[nodiscard]] Signature signature() const {
    Signature signature;
    std::vector<ByteSpan> capacity, position;
    std::string on_behalf;    // the capacity's lines in running case
    bool for_office = false;  // the last of them names an office, not a body
    bool inside = false;
    for (std::size_t i = head_end_; i < tree_.blocks.size(); ++i) {
      if (zones_[i] != ZoneKind::signature && zones_[i] != ZoneKind::recipients) break;
      if (zones_[i] != ZoneKind::signature) continue;
      if (signature.signer) break;  // of two signatures the first body's
      inside = true;
      const Block& block = tree_.blocks[i];
      if (is_of_second_body(i)) continue;
      const std::string_view is = block.landmark;
      if (is == "capacity") {
        capacity.push_back(block.bytes);
        on_behalf += (on_behalf.empty() ? "" : " ") + capacity_case(text(block));
        for_office = acts_for_office(text(block));
      } else if (is == "position") {
        if (!goes_on_with_office(block)) position.clear();
        position.push_back(block.bytes);
      } else if (const auto match = rules_.find(text(block), ZoneKind::signature);
                 match && match->has("name") && !is_all_capitals(text(block))) {
        signature.signer =
            value(shifted(match->captures.find("name")->second, block.bytes.from_byte),
                  match->rule->id, 0.93);
      } else if (!is_all_capitals(text(block)) || (capacity.empty() && position.empty())) {
        continue;
      } else if (!position.empty()) {
        position.push_back(block.bytes);  // CỤC TRƯỞNG / CỤC …
      } else if (for_office) {
        position.push_back(block.bytes);  // TUQ. CHỦ TỊCH / CÔNG CHỨC …
      } else {
        capacity.push_back(block.bytes);  // TM. ỦY BAN NHÂN DÂN / TỈNH …
        on_behalf += " " + lowercase_head(text(block));
      }
    }
    if (!inside) return signature;
    if (!capacity.empty()) {
      signature.capacity = value_of_pieces(capacity, tree_, "header.capacity", 0.95);
      signature.capacity->text = on_behalf;
    }
    if (!position.empty()) {
      signature.position = value_of_pieces(position, tree_, "header.position", 0.95);
      signature.position->text = names_.running_case(signature.position->text);
    }
    return signature;
  }

  // KT., TL., TUQ.: below stands the signer's own office.
  [[nodiscard]] bool acts_for_office(std::string_view words) const {
    const std::vector<Match> found = rules_.find_all(words, ZoneKind::signature);
    return std::any_of(found.begin(), found.end(),
                       [](const Match& match) { return match.emitted("field") == "for-office"; });
  }

  // "KIÊM …" under an office.
  [[nodiscard]] bool goes_on_with_office(const Block& block) const {
    const auto match = lines_.find(text(block));
    return match && !match->emitted("goes_on").empty();
  }

  // In the column right of another signature's lines: recipients, or the typist's note, stand there
  // where one body signs alone.
  [[nodiscard]] bool is_of_second_body(std::size_t block) const {
    if (!tree_.blocks[block].right_column) return false;
    std::size_t left = block;
    while (left > 0 && tree_.blocks[left].right_column) --left;
    const Block& beside = tree_.blocks[left];
    return !beside.right_column && zones_[left] == ZoneKind::signature &&
           (beside.landmark == "capacity" || beside.landmark == "position" ||
            is_all_capitals(text(beside)));
  }

  // "KT. GIÁM ĐỐC" -> "KT. Giám đốc": the abbreviation stays large.
  [[nodiscard]] std::string capacity_case(std::string_view capitals) const {
    const std::size_t stop = capitals.find_first_of(". ");
    if (stop == std::string_view::npos) return std::string(capitals);
    if (stop > longest_capacity) return names_.running_case(capitals);  // ĐẠI DIỆN …
    const std::size_t rest = std::min(capitals.find_first_not_of(". ", stop), capitals.size());
    return std::string(capitals.substr(0, rest)) + names_.running_case(capitals.substr(rest));
  }

  // A line that goes on: "TỈNH VĨNH SƠN" -> "tỉnh Vĩnh Sơn".
  [[nodiscard]] std::string lowercase_head(std::string_view capitals) const {
    const std::string running = names_.running_case(capitals);
    const std::size_t end = std::min(running.find(' '), running.size());
    return lowercase(running.substr(0, end)) + running.substr(end);
  }

  [[nodiscard]] std::vector<Recipient> recipients() const {
    std::vector<Recipient> recipients;
    bool listed = false;
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      if (zones_[i] != ZoneKind::recipients) {
        if (listed && zones_[i] != ZoneKind::signature) break;
        continue;
      }
      const Block& block = tree_.blocks[i];
      if (block.landmark == "recipients") continue;
      const ByteSpan bytes = trimmed(block.content, tree_.text, ";.,:/-_`'~*");
      if (bytes.empty() || !has_letter(bytes.of(tree_.text))) continue;
      listed = true;
      Recipient recipient;
      recipient.value = value(bytes, "header.recipient", 0.95);
      recipient.purpose = purpose(bytes.of(tree_.text));
      recipients.push_back(std::move(recipient));
    }
    return recipients;
  }

  [[nodiscard]] std::string purpose(std::string_view recipient) const {
    const auto match = rules_.find(recipient, ZoneKind::recipients);
    if (!match) return {};
    const std::string_view printed = match->capture("purpose", recipient);
    const WordList& purposes = grammars_.list("recipient-purposes");
    const auto rows = purposes.rows_with("purpose", printed);
    return rows.empty() ? std::string(printed) : std::string(purposes.cell(rows.front(), "full"));
  }

  const DocumentTree& tree_;
  const Grammars& grammars_;
  const Grammar& rules_;
  const Grammar& lines_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<ZoneKind> zones_;
  NameCase names_;
  Registers registers_;
  std::size_t head_end_ = 0;
};

}  // namespace

Header extract_header(const DocumentTree& tree, const Grammars& grammars,
                      std::vector<Diagnostic>& diagnostics) {
  return HeaderReader(tree, grammars, diagnostics).read();
}

}  // namespace trichyeu
