// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A half-open range of code points of one text. Which text (an article body, a reading, a key) is
// the holder's business. Not for bytes: see ByteRange in source_map.h.

#ifndef YINZHENG_INDEXER_TEXT_SPAN_H_
#define YINZHENG_INDEXER_TEXT_SPAN_H_

#include <algorithm>
#include <compare>
#include <cstdint>
#include <ostream>
#include <string_view>

namespace yinzheng::text {

// Invariant: begin <= end. Ordered by begin, then end.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(uint32_t position) const { return begin <= position && position < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }

  // True if the two share a code point; an empty span shares none.
  constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end && !empty() && !other.empty();
  }

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 of a defaulted <=> for a
  // pointer.
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

// The common part; empty (at the later begin) if there is none.
constexpr Span Intersect(Span a, Span b) {
  const uint32_t begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

// The smallest span that holds both.
constexpr Span Cover(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// The code points of `text` in `span`, cut at the end of the text. A view: `text` must outlive it.
constexpr std::u32string_view Slice(std::u32string_view text, Span span) {
  const size_t begin = std::min<size_t>(span.begin, text.size());
  const size_t end = std::min<size_t>(span.end, text.size());
  return text.substr(begin, end < begin ? 0 : end - begin);
}

inline std::ostream& operator<<(std::ostream& out, Span span) {
  return out << '[' << span.begin << ',' << span.end << ')';
}

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_SPAN_H_
