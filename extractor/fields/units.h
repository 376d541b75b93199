// Lists of units (đơn vị) taken apart.
//
//   "Văn phòng Sở, các phòng: Tổ chức, Kế hoạch và các tổ chức, cá nhân liên quan."
//    Văn phòng Sở | phòng Tổ chức | phòng Kế hoạch | các tổ chức, cá nhân liên quan
//
// A list is cut at ";", and at "," or "và" only before a named unit, a new "các", or a class with a
// modifier of its own; bare classes and a shared tail stay whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/span.h"

namespace trichyeu {

struct UnitPhrase {
  ByteSpan bytes;        // of the text that was given
  std::string restored;  // a shared head noun that was put back: "phòng"
};

// How far the names of a stretch reach.
enum class Naming {
  running,  // a sentence: a verb of work ends a name
  bounded,  // a label's value, a heading, what stands between "Giao" and "chủ trì": nothing but
            // names, and a verb is a word of them ("Ban Quản lý dự án đầu tư xây dựng")
};

// A comma inside a short form, "VH,TT&DL", parts nothing. `comma` is its byte offset.
[[nodiscard]] bool inside_short_form(std::string_view text, std::size_t comma);

class UnitReader {
 public:
  explicit UnitReader(const Grammars& grammars);

  // The text begins with a word that heads a unit's name, "các" and the like before it or not.
  [[nodiscard]] bool begins_unit(std::string_view text) const;
  // It begins with a unit and has no verb of work: "Thanh tra Sở", "Các phòng, đơn vị thuộc Sở:".
  [[nodiscard]] bool is_units_only(std::string_view text) const;
  // A heading that names a body, whatever words its name is made of: "Ban Quản lý dự án đầu tư".
  [[nodiscard]] bool is_body_heading(std::string_view text) const;
  // A sentence about what units do, where names alone are expected: "Các trường phối hợp với Công
  // an quận xây dựng nội dung". A name may hold a verb too.
  [[nodiscard]] bool is_sentence(std::string_view text) const;
  // A verb with something to do stands behind its first word: a sentence, not a list.
  [[nodiscard]] bool says_work(std::string_view text) const;
  // Length of the units that stand before a colon and work behind it: "Sở Nội vụ: Chủ trì …"; 0
  // where the text does not begin so.
  [[nodiscard]] std::size_t doer_before_colon(std::string_view text) const;
  // The heading without what asks or names before the unit: "Đề nghị Hội Nông dân" -> the rest.
  [[nodiscard]] ByteSpan without_prefix(ByteSpan heading, std::string_view text) const;
  // It begins with a verb of work: "Tổ chức kiểm tra".
  [[nodiscard]] bool begins_work(std::string_view text) const;
  // The units of `list`, which holds nothing else but clauses behind them.
  [[nodiscard]] std::vector<UnitPhrase> split(ByteSpan list, std::string_view text,
                                              Naming naming) const;
  // Keeps a name that holds a verb of work, so that running text reads it whole too.
  void learn(std::string_view name);
  // `name`, or the longer one that was learnt and begins with it at this place of `text`.
  [[nodiscard]] ByteSpan as_learnt(ByteSpan name, std::string_view text) const;
  // Equal for equal units: letter case, place of the tone mark and "các" folded.
  [[nodiscard]] std::string key(std::string_view unit) const;

 private:
  class Run;  // one stretch between semicolons, taken apart
  // How a part of a list begins.
  struct Opening {
    bool quantified = false;       // "các"
    bool unit = false;             // a head word follows
    bool body = false;             // of a body's name, not a class of bodies or people
    bool office = false;           // of one who heads a body
    std::size_t head_to_byte = 0;  // end of the head word
  };
  [[nodiscard]] Opening opening_of(std::string_view part) const;
  [[nodiscard]] std::string without_quantifiers(std::string_view head) const;
  [[nodiscard]] bool is_reference(std::string_view text) const;
  [[nodiscard]] ByteSpan without_person(ByteSpan unit, std::string_view text) const;
  [[nodiscard]] std::size_t work_at(std::string_view text) const;
  [[nodiscard]] bool parts_here(std::string_view current, std::string_view next) const;
  [[nodiscard]] ByteSpan without_clauses(ByteSpan unit, std::string_view text, Naming naming) const;
  [[nodiscard]] std::size_t portfolio_end(std::string_view text) const;

  const Grammar& rules_;
  std::vector<std::string> quantifiers_;   // small letters, longest first
  std::vector<std::string> conjunctions_;  // "và"
  struct Head {
    std::string small;
    bool body;
    bool office;
    bool named_by_work;  // "Tổ khảo sát": a verb behind it is part of the name
  };
  [[nodiscard]] const Head* head_at(std::string_view small) const;  // null where none begins
  std::vector<Head> heads_;                                         // longest first
  std::vector<std::string> not_units_;                              // small letters
  std::vector<std::string> learnt_;                                 // small letters
  std::vector<std::string> portfolios_;                             // small letters, longest first
};

}  // namespace trichyeu
