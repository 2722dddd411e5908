// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/text_sketch.h"

#include <algorithm>
#include <limits>
#include <string>

#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

constexpr size_t kShingle = 6;       // Characters.
constexpr size_t kHashesOfBand = 3;  // All of them agree where a band does.
constexpr size_t kMaxKept = 256;     // Shingles; the error of a share is then some 3%.
constexpr size_t kMinShingles = 24;  // Of the shorter text: briefs of a line are all alike.

// SplitMix64's finalizer: every bit of the result depends on every bit of `x`.
constexpr uint64_t Mix(uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

// Multipliers of the min-wise hashes: odd, fixed for good.
constexpr auto kMultipliers = [] {
  std::array<uint64_t, TextSketch::kBands* kHashesOfBand> multipliers = {};
  for (size_t i = 0; i < multipliers.size(); ++i) {
    multipliers.at(i) = Mix((i + 1) * 0x9E3779B97F4A7C15U) | 1U;
  }
  return multipliers;
}();

// Letters and digits alone: prints differ in punctuation, spaces and line breaks.
std::u32string Letters(std::u32string_view text, absl::Span<const Span> skipped) {
  std::u32string kept;
  kept.reserve(text.size());
  uint32_t at = 0;
  for (const Span skip : skipped) {
    if (skip.begin > at) kept += Slice(text, {at, skip.begin});
    at = std::max(at, skip.end);
  }
  if (at < text.size()) kept += text.substr(at);
  std::u32string key = FoldKeyVariants(FoldToKey(kept));
  std::erase_if(key, [](char32_t c) { return IsSpace(c) || IsPunctuation(c); });
  return key;
}

uint64_t HashOf(std::u32string_view characters) {
  uint64_t hash = characters.size();
  for (const char32_t c : characters) hash = Mix(hash + c);
  return hash;
}

template <typename T>
void SortUnique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<uint64_t> Shingles(std::u32string_view letters) {
  std::vector<uint64_t> hashes;
  for (size_t i = 0; i + kShingle <= letters.size(); ++i) {
    hashes.push_back(HashOf(letters.substr(i, kShingle)));
  }
  SortUnique(hashes);
  return hashes;
}

std::vector<uint32_t> Figures(std::u32string_view letters) {
  std::vector<uint32_t> hashes;
  for (size_t i = 0; i < letters.size();) {
    size_t end = i;
    while (end < letters.size() && IsDigit(letters[end])) ++end;
    if (end > i) hashes.push_back(static_cast<uint32_t>(HashOf(letters.substr(i, end - i))));
    i = std::max(end, i + 1);
  }
  SortUnique(hashes);
  return hashes;
}

// The least value of each hash function over all shingles, three functions folded into one band.
std::array<uint32_t, TextSketch::kBands> Bands(const std::vector<uint64_t>& shingles) {
  std::array<uint32_t, kMultipliers.size()> least = {};
  least.fill(std::numeric_limits<uint32_t>::max());
  for (const uint64_t shingle : shingles) {
    for (size_t i = 0; i < least.size(); ++i) {
      least[i] = std::min(least[i], static_cast<uint32_t>((shingle * kMultipliers[i]) >> 32U));
    }
  }
  std::array<uint32_t, TextSketch::kBands> bands = {};
  for (size_t band = 0; band < bands.size(); ++band) {
    uint64_t hash = 0;
    for (size_t i = 0; i < kHashesOfBand; ++i) {
      hash = Mix(hash + least.at(band * kHashesOfBand + i) + 1);
    }
    bands.at(band) = static_cast<uint32_t>(hash);
  }
  return bands;
}

bool IsKept(uint64_t hash, uint32_t thinning) {
  return (hash & ((uint64_t{1} << thinning) - 1)) == 0;
}

void Thin(std::vector<uint32_t>& hashes, uint32_t thinning) {
  std::erase_if(hashes, [&](uint32_t hash) { return !IsKept(hash, thinning); });
}

size_t Common(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t common = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) ++common;
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    x += step_x ? 1 : 0;
    y += step_y ? 1 : 0;
  }
  return common;
}

// A changed date line costs a figure or two; the next month's report changes nearly all.
bool FiguresAgree(const TextSketch& a, const TextSketch& b) {
  const size_t fewer = std::min(a.figures.size(), b.figures.size());
  return fewer - Common(a.figures, b.figures) <= 1 + fewer / 5;
}

}  // namespace

TextSketch SketchText(std::u32string_view text, absl::Span<const Span> skipped) {
  const std::u32string letters = Letters(text, skipped);
  const std::vector<uint64_t> shingles = Shingles(letters);
  TextSketch sketch;
  sketch.bands = Bands(shingles);
  sketch.figures = Figures(letters);
  for (const uint64_t shingle : shingles) {
    sketch.shingles.push_back(static_cast<uint32_t>(shingle));
  }
  SortUnique(sketch.shingles);
  while (sketch.shingles.size() > kMaxKept) Thin(sketch.shingles, ++sketch.thinning);
  sketch.shingles.shrink_to_fit();
  return sketch;
}

bool IsReprint(const TextSketch& a, const TextSketch& b) {
  if (std::min(a.size(), b.size()) < kMinShingles) return false;
  const TextSketch& coarse = a.thinning >= b.thinning ? a : b;
  std::vector<uint32_t> other = a.thinning >= b.thinning ? b.shingles : a.shingles;
  Thin(other, coarse.thinning);
  const size_t shorter = std::min(coarse.shingles.size(), other.size());
  const size_t longer = std::max(coarse.shingles.size(), other.size());
  if (shorter * 2 < longer) return false;
  return Common(coarse.shingles, other) * 5 >= shorter * 4 && FiguresAgree(a, b);
}

}  // namespace yinzheng::text
