// Labels of an assignment ("Đơn vị chủ trì: …") and what a heading says of its section.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/span.h"

namespace trichyeu {

enum class Role { lead, coordinate, lead_coordinate, time, product, number, work, other };

struct Label {
  Role role = Role::other;
  ByteSpan bytes;  // of the label's words in the text given
  ByteSpan value;  // what stands behind the colon; may be empty
  const Rule* rule = nullptr;
};

// The label that `text` begins with. Without a colon only a label that stands alone counts.
[[nodiscard]] std::optional<Label> label_of(std::string_view text, const Grammars& grammars);

// All labels of one line: "Đơn vị thực hiện: Trạm Y tế. Thời gian: Quý I" holds two, each value up
// to the next label. The first may stand behind a sentence: "Khám sức khỏe. Lộ trình: …".
[[nodiscard]] std::vector<Label> labels_of(std::string_view text, const Grammars& grammars);

// Likewise of a table's cell, whose lines are joined: "Chủ trì: Sở A Phối hợp: Sở B".
[[nodiscard]] std::vector<Label> labels_of_cell(std::string_view text, const Grammars& grammars);

// lead, coordinate, time, product: a field of the task that it labels.
[[nodiscard]] bool is_field(Role role);

enum class SectionClass { none, schedule, tasks, content, organisation, reporting, effect };

// What the heading says; nothing where it says nothing of the kind.
[[nodiscard]] std::optional<SectionClass> section_class_of(std::string_view heading,
                                                           const Grammars& grammars);

}  // namespace trichyeu
