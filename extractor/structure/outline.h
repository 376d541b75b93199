// Nests paragraphs by their enumeration marks and gives each its path.
//
//   III. NHIỆM VỤ             III
//   1. Tăng cường …           III.1
//   1.1. Kết nối …            III.1.1       (the prefix is not repeated)
//   - Đơn vị chủ trì: …       III.1.1#1     (the first bullet there)
//   + …                       III.1.1#1#1
//   Trên đây là Kế hoạch …    child of III: a closing paragraph stands under no item
//
// The order of levels is the document's own: "A." above "I." where it comes first. Numbers are
// taken as printed: a jump or a repeat gives the path that it prints.
#pragma once

#include <vector>

#include "models/document_tree.h"

namespace trichyeu {

class OutlineBuilder {
 public:
  // Whether a capital letter stands above Roman numerals in this document.
  explicit OutlineBuilder(bool upper_above_roman) : upper_above_roman_(upper_above_roman) {}

  // Adds the next block; sets its `path` from `level` and `mark`. `closing`: it belongs to no item
  // below the outermost.
  void add(Block& block, std::size_t index, bool closing);
  // Adds a table below the current item, its bullets ended, or a mark where it stands,
  // behind an item that has nothing else below it.
  void add(Node node);
  // Ends all items; the builder is empty afterwards.
  [[nodiscard]] std::vector<Node> finish();

 private:
  struct Open {
    Item item;
    int rank = 0;
    std::string path;
    std::string mark;
    int bullets = 0;
  };

  [[nodiscard]] int rank_of(const Block& block) const;
  void close_until(int rank);                   // ends items of this rank and below
  void close_bullets(const std::string& mark);  // ends bullets down to the one with this mark
  [[nodiscard]] std::string path_of(const Block& block);
  [[nodiscard]] std::string path_above(int rank) const;
  void close_top();
  void push(std::size_t index, int rank, std::string path, std::string mark);

  bool upper_above_roman_;
  std::vector<Open> open_;
  std::vector<Node> roots_;
  int root_bullets_ = 0;
};

}  // namespace trichyeu
