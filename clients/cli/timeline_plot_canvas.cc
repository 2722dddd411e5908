// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/timeline_plot_canvas.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace yinzheng::cli {

std::string_view GlyphOf(PlotMark mark) {
  switch (mark) {
    case PlotMark::kPlan:
      return "○";
    case PlotMark::kFact:
      return "●";
    case PlotMark::kConflict:
      break;
  }
  return "✗";
}

PlotCanvas::PlotCanvas(int rows, int columns)
    : cells_(static_cast<size_t>(rows), std::vector<Cell>(static_cast<size_t>(columns))) {}

PlotCanvas::Cell* PlotCanvas::At(int row, int column) {
  if (row < 0 || column < 0 || row >= rows()) return nullptr;
  std::vector<Cell>& cells = cells_[static_cast<size_t>(row)];
  return static_cast<size_t>(column) < cells.size() ? &cells[static_cast<size_t>(column)] : nullptr;
}

void PlotCanvas::Put(int row, int column, std::string_view glyph, int rank) {
  Cell* const cell = At(row, column);
  if (cell == nullptr || cell->rank >= rank) return;
  cell->glyph = std::string(glyph);
  cell->rank = rank;
}

void PlotCanvas::Draw(int row, int column, PlotMark mark) {
  Put(row, column, GlyphOf(mark), 2 + static_cast<int>(mark));
}

void PlotCanvas::Draw(int row, int column, std::string_view stroke) { Put(row, column, stroke, 1); }

bool PlotCanvas::IsEmpty(int row, int column) const {
  return cells_[static_cast<size_t>(row)][static_cast<size_t>(column)].rank == 0;
}

std::string PlotCanvas::Row(int row) const {
  std::string text;
  for (const Cell& cell : cells_[static_cast<size_t>(row)]) {
    text += cell.rank == 0 ? " " : cell.glyph;
  }
  absl::StripTrailingAsciiWhitespace(&text);
  return text;
}

bool PlotCanvas::Has(std::string_view glyph) const {
  return std::any_of(cells_.begin(), cells_.end(), [&](const std::vector<Cell>& row) {
    return std::any_of(row.begin(), row.end(),
                       [&](const Cell& cell) { return cell.rank > 0 && cell.glyph == glyph; });
  });
}

}  // namespace yinzheng::cli
