// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_CANVAS_H_
#define YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_CANVAS_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/timeline_plot_points.h"

namespace yinzheng::cli {

// Cells that points are drawn into. Marks stand over bars and arrows, whichever comes first; of two
// marks in one cell the greater PlotMark is seen. Places outside are ignored.
class PlotCanvas {
 public:
  PlotCanvas(int rows, int columns);

  int rows() const { return static_cast<int>(cells_.size()); }

  void Draw(int row, int column, PlotMark mark);
  // A stroke of bars and arrows: one column wide.
  void Draw(int row, int column, std::string_view stroke);

  bool IsEmpty(int row, int column) const;
  std::string Row(int row) const;  // Without spaces at its end.

  // Whether the mark or stroke is seen anywhere.
  bool Has(std::string_view glyph) const;

 private:
  struct Cell {
    std::string glyph;
    int rank = 0;  // 0: empty; 1: stroke; above: marks.
  };
  Cell* At(int row, int column);
  void Put(int row, int column, std::string_view glyph, int rank);

  std::vector<std::vector<Cell>> cells_;
};

// `●`, `○` or `✗`.
std::string_view GlyphOf(PlotMark mark);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TIMELINE_PLOT_CANVAS_H_
