// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_CHART_LABELS_H_
#define YINZHENG_CLIENTS_CLI_PAGES_CHART_LABELS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Where the labels of a chart go, so that none covers another or a mark. Pure geometry, in the
// units of the drawing.
namespace yinzheng::cli::pages {

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

// Width of `text` at a font size: a Chinese character is as wide as high, others a little over
// half.
double TextWidth(std::string_view text, double font_size);

// The first `length` code points of `text`, with … where that is not all of it.
std::string Shortened(std::string_view text, int length);

// Gives places to boxes inside a frame. What is placed stays taken.
class LabelPlacer {
 public:
  explicit LabelPlacer(const Box& frame) : frame_(frame) {}

  // What is drawn there already and must not be covered.
  void Occupy(const Box& box) { taken_.push_back(box); }

  // A free place for a box of this size next to `mark`: right of it, above, below, left, then the
  // corners; nullopt where all are taken. The place is then taken.
  std::optional<Box> PlaceBeside(const Box& mark, double width, double height);

  // The lowest of the rows 0, 1, … in which `left`..`right` is free; it is then taken.
  int PlaceInRow(double left, double right);

 private:
  bool IsFree(const Box& box) const;

  Box frame_;
  std::vector<Box> taken_;
  std::vector<std::vector<Box>> rows_;
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_CHART_LABELS_H_
