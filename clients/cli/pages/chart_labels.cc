// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/chart_labels.h"

#include <algorithm>
#include <utility>

#include "clients/cli/pages/body_text.h"

namespace yinzheng::cli::pages {
namespace {

constexpr double kGap = 4;
constexpr double kNarrow = 0.6;          // of the font size
constexpr char kFirstWide[] = "\u2E80";  // radicals: from here on characters are square

bool Overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

double TextWidth(std::string_view text, double font_size) {
  const BodyText characters(text);
  double width = 0;
  for (int i = 0; i < characters.size(); ++i) {
    // UTF-8 keeps the order of code points. Dashes and quotation marks are square in Chinese fonts.
    const std::string_view character = characters.At(i);
    width += character >= kFirstWide || character.size() == 3 ? font_size : kNarrow * font_size;
  }
  return width;
}

std::string Shortened(std::string_view text, int length) {
  const BodyText characters(text);
  if (characters.size() <= length) return std::string(text);
  return std::string(characters.Slice(0, length)) + "…";
}

bool LabelPlacer::IsFree(const Box& box) const {
  if (box.left < frame_.left || box.right > frame_.right || box.top < frame_.top ||
      box.bottom > frame_.bottom) {
    return false;
  }
  return std::none_of(taken_.begin(), taken_.end(),
                      [&](const Box& other) { return Overlap(box, other); });
}

std::optional<Box> LabelPlacer::PlaceBeside(const Box& mark, double width, double height) {
  const double middle_x = (mark.left + mark.right) / 2;
  const double middle_y = (mark.top + mark.bottom) / 2;
  const double right = mark.right + kGap;
  const double left = mark.left - kGap - width;
  const double above = mark.top - kGap / 2 - height;
  const double below = mark.bottom + kGap / 2;
  const std::pair<double, double> places[] = {{right, middle_y - height / 2},
                                              {middle_x - width / 2, above},
                                              {middle_x - width / 2, below},
                                              {left, middle_y - height / 2},
                                              {right, above},
                                              {right, below},
                                              {left, above},
                                              {left, below}};
  for (const auto& [x, y] : places) {
    const Box box{x, y, x + width, y + height};
    if (!IsFree(box)) continue;
    Occupy(box);
    return box;
  }
  return std::nullopt;
}

int LabelPlacer::PlaceInRow(double left, double right) {
  const Box box{left, 0, right, 1};
  for (size_t row = 0;; ++row) {
    if (row == rows_.size()) rows_.emplace_back();
    const bool is_free = std::none_of(rows_[row].begin(), rows_[row].end(),
                                      [&](const Box& other) { return Overlap(box, other); });
    if (!is_free) continue;
    rows_[row].push_back(box);
    return static_cast<int>(row);
  }
}

}  // namespace yinzheng::cli::pages
