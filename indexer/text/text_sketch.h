// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A short digest of a text by which two prints of it are recognised: the same article under another
// headline or byline, with a part cut, or in the other script. Resemblance and containment of sets
// of shingles (runs of 6 folded letters and digits) are estimated from samples of their hashes:
// A. Broder, "On the resemblance and containment of documents", 1997 (the sketch "mod m" for
// containment, min-wise hashes for finding candidates). Says nothing of what a text means: two
// reports of one event in different words are no reprints, nor are two monthly reports of one
// pattern whose figures differ.
//
//   if (IsReprint(SketchText(a), SketchText(b))) …

#ifndef YINZHENG_INDEXER_TEXT_TEXT_SKETCH_H_
#define YINZHENG_INDEXER_TEXT_TEXT_SKETCH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

// About 1 kB. Equal on every machine.
struct TextSketch {
  // Two texts of resemblance r agree in at least one band with probability 1 - (1 - r^3)^32: 0.99
  // at r = 0.5, 0.03 at r = 0.1.
  static constexpr size_t kBands = 32;

  std::vector<uint32_t> shingles;  // Hashes that are kept, ascending: multiples of 2^thinning.
  uint32_t thinning = 0;
  std::vector<uint32_t> figures;  // Hashes of the runs of digits, ascending.
  std::array<uint32_t, kBands> bands = {};

  // Number of distinct shingles, estimated.
  size_t size() const { return shingles.size() << thinning; }
};

// Sketches `text` without the parts in `skipped` (ordered, not overlapping). Needs what folding
// needs (fold.h). Cost: one folding and about 0.1 µs a character.
TextSketch SketchText(std::u32string_view text, absl::Span<const Span> skipped = {});

// True if the shorter text is at least half of the longer one, four fifths of it stand in the
// longer one, and its figures do as well, nearly. Texts of fewer than some 30 characters are never
// reprints. Symmetric.
bool IsReprint(const TextSketch& a, const TextSketch& b);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_TEXT_SKETCH_H_
