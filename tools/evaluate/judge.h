// The rules of evaluate.h, one function for each part of a plan; each appends to `document`.
#pragma once

#include <vector>

#include "tools/evaluate/evaluate.h"

namespace trichyeu {

void judge_header(const Gold& gold, const Header& found, DocumentEvaluation& document);
void judge_citations(const Gold& gold, const std::vector<Citation>& found,
                     DocumentEvaluation& document);
void judge_tasks(const Gold& gold, const std::vector<Task>& found, DocumentEvaluation& document);

}  // namespace trichyeu
