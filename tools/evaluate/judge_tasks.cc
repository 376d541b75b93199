#include <algorithm>
#include <map>

#include "tools/evaluate/judge.h"
#include "tools/evaluate/similarity.h"

namespace trichyeu {
namespace {

// "II.1" of "II.1#3": which of its siblings a bullet is, is a matter of how lines were read.
std::string without_bullet(const std::string& path) {
  const std::size_t mark = path.rfind('#');
  const bool is_bullet = mark != std::string::npos && mark + 1 < path.size() &&
                         std::all_of(path.begin() + static_cast<std::ptrdiff_t>(mark) + 1,
                                     path.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_bullet ? path.substr(0, mark) : path;
}

std::string shown(const Deadline& deadline) {
  std::string text = deadline.value.text + " [" + std::string(name_of(deadline.kind));
  for (const std::string* part : {&deadline.start, &deadline.end, &deadline.recurrence}) {
    text += ' ' + (part->empty() ? "-" : *part);
  }
  return text + ']';
}

bool is_same_time(const Deadline& a, const Deadline& b) {
  return a.kind == b.kind && a.start == b.start && a.end == b.end && a.recurrence == b.recurrence;
}

class TaskJudge {
 public:
  TaskJudge(const Gold& gold, DocumentEvaluation& document) : gold_(gold), document_(document) {}

  void judge(const std::vector<Task>& found) {
    const std::vector<Task>& wanted = gold_.plan.tasks;
    const Pairs pairs = paired(
        wanted.size(), found.size(),
        [&](std::size_t i, std::size_t j) {
          return token_f1(wanted[i].content.text, found[j].content.text);
        },
        0.7);
    const std::map<std::size_t, std::size_t> partner_of(pairs.begin(), pairs.end());
    std::vector<bool> is_wanted(found.size());
    for (const auto& pair : pairs) is_wanted[pair.second] = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (gold_.optional.contains(wanted[i].id)) continue;
      const auto partner = partner_of.find(i);
      judge_task(wanted[i], partner == partner_of.end() ? nullptr : &found[partner->second]);
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
      if (!is_wanted[j]) invented(found[j]);
    }
  }

 private:
  void add(Field field, Outcome outcome, bool exact, const std::string& subject,
           const std::string& wanted, const std::string& found) {
    document_.judgements.push_back({field, outcome, exact, subject, wanted, found});
  }

  void judge_task(const Task& wanted, const Task* found) {
    const Task nothing;
    const std::string subject = wanted.id + ' ' + wanted.path;
    const Task& task = found != nullptr ? *found : nothing;
    add(Field::task, found != nullptr ? Outcome::right : Outcome::missed,
        folded(wanted.content.text) == folded(task.content.text), subject, wanted.content.text,
        task.content.text);
    if (found != nullptr) document_.estimates.push_back({task.content.confidence, true});
    judge_path(wanted, found, subject);
    judge_units(Field::lead, wanted.lead, task.lead, subject);
    judge_units(Field::coordinating, wanted.coordinating, task.coordinating, subject);
    judge_deadlines(wanted.deadlines, task.deadlines, subject);
  }

  void judge_path(const Task& wanted, const Task* found, const std::string& subject) {
    if (found == nullptr) {
      add(Field::path, Outcome::missed, false, subject, wanted.path, {});
      return;
    }
    const bool same = without_bullet(wanted.path) == without_bullet(found->path);
    add(Field::path, same ? Outcome::right : Outcome::wrong, wanted.path == found->path, subject,
        wanted.path, found->path);
  }

  void judge_units(Field field, const std::vector<Unit>& wanted, const std::vector<Unit>& found,
                   const std::string& subject) {
    const Pairs pairs = paired(
        wanted.size(), found.size(),
        [&](std::size_t i, std::size_t j) {
          return token_f1(wanted[i].value.text, found[j].value.text);
        },
        0.8);
    std::vector<bool> is_found(wanted.size());
    std::vector<bool> is_wanted(found.size());
    for (const auto& [i, j] : pairs) {
      const std::string& want = wanted[i].value.text;
      const std::string& got = found[j].value.text;
      add(field, Outcome::right, folded(want) == folded(got), subject, want, got);
      is_found[i] = is_wanted[j] = true;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!is_found[i]) add(field, Outcome::missed, false, subject, wanted[i].value.text, {});
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
      if (!is_wanted[j]) add(field, Outcome::invented, false, subject, {}, found[j].value.text);
      document_.estimates.push_back({found[j].value.confidence, is_wanted[j]});
    }
  }

  void judge_deadlines(const std::vector<Deadline>& wanted, const std::vector<Deadline>& found,
                       const std::string& subject) {
    // Those of the same words before others of the same time.
    const Pairs pairs = paired(
        wanted.size(), found.size(),
        [&](std::size_t i, std::size_t j) {
          if (!is_same_time(wanted[i], found[j])) return 0.0;
          return 1 + token_f1(wanted[i].value.text, found[j].value.text);
        },
        1);
    std::vector<bool> is_found(wanted.size());
    std::vector<bool> is_wanted(found.size());
    for (const auto& [i, j] : pairs) {
      add(Field::deadline, Outcome::right,
          folded(wanted[i].value.text) == folded(found[j].value.text), subject, shown(wanted[i]),
          shown(found[j]));
      is_found[i] = is_wanted[j] = true;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!is_found[i]) add(Field::deadline, Outcome::missed, false, subject, shown(wanted[i]), {});
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
      if (!is_wanted[j])
        add(Field::deadline, Outcome::invented, false, subject, {}, shown(found[j]));
      document_.estimates.push_back({found[j].value.confidence, is_wanted[j]});
    }
  }

  // Its deadlines are not counted: whether the work is one is the one question.
  void invented(const Task& found) {
    add(Field::task, Outcome::invented, false, {}, {}, found.content.text);
    document_.estimates.push_back({found.content.confidence, false});
    judge_units(Field::lead, {}, found.lead, {});
    judge_units(Field::coordinating, {}, found.coordinating, {});
  }

  const Gold& gold_;
  DocumentEvaluation& document_;
};

}  // namespace

void judge_tasks(const Gold& gold, const std::vector<Task>& found, DocumentEvaluation& document) {
  TaskJudge(gold, document).judge(found);
}

}  // namespace trichyeu
