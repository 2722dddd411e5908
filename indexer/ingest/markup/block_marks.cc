// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/block_marks.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace yinzheng::ingest {
namespace {

LineRole RoleIn(BlockKind kind, LineRole role) {
  const bool credits = role == LineRole::kByline || role == LineRole::kCredit;
  switch (kind) {
    case BlockKind::kLinks:
    case BlockKind::kComments:
      return LineRole::kLinks;
    case BlockKind::kFurniture:
      return credits ? role : LineRole::kFurniture;
    case BlockKind::kCaption:
      return LineRole::kCaption;
    case BlockKind::kHeadline:
      return role == LineRole::kProse || role == LineRole::kLabel ? LineRole::kHeading : role;
    case BlockKind::kHeading:
      return role == LineRole::kProse ? LineRole::kHeading : role;
  }
  return role;
}

}  // namespace

void MarkBlock(const MarkedBlock& block, Page& page) {
  std::vector<PageLine>& lines = page.lines();
  auto line = std::lower_bound(
      lines.begin(), lines.end(), block.span.begin,
      [](const PageLine& one, uint32_t position) { return one.span.begin < position; });
  for (; line != lines.end() && line->span.end <= block.span.end; ++line) {
    if (line->role == LineRole::kBlank) continue;
    line->role = RoleIn(block.kind, line->role);
    line->headline |= block.kind == BlockKind::kHeadline;
  }
}

}  // namespace yinzheng::ingest
