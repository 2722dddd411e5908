// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which bytes of the source file say which code points of an article body, in both directions.
// Built by whoever extracts the body (plain text, JSON strings with escapes, HTML with entities and
// tags between), read when a citation is made or verified. It holds no text.

#ifndef YINZHENG_INDEXER_TEXT_SOURCE_MAP_H_
#define YINZHENG_INDEXER_TEXT_SOURCE_MAP_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

// Half-open range of bytes of a source file, after decompression.
struct ByteRange {
  uint64_t begin = 0;
  uint64_t end = 0;

  constexpr uint64_t size() const { return end - begin; }
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 of a defaulted <=> for a
  // pointer.
  friend constexpr auto operator<=>(const ByteRange&, const ByteRange&) = default;
  friend constexpr bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Append the body's code points in order; then query. Bytes never run backwards. Memory: one
// 24-byte run for each stretch of neighbouring code points with the same byte width, so a JSON
// escape or a lone Latin letter costs a run and a line of Chinese costs one. Lookups take
// logarithmic time. Safe for concurrent reading once built.
class SourceMap {
 public:
  // Adds one code point that stands at `bytes`: its UTF-8 bytes, an escape such as \u4e2d, an
  // entity. An empty range stands for a code point that the source does not have (a line break put
  // between two HTML paragraphs). kInvalidArgument if the range begins before the end of the last
  // one.
  absl::Status Append(ByteRange bytes);

  // Adds code points begin..end-1 of a decoding whose offsets (DecodedText::byte_offset) are given,
  // each shifted by `base` bytes.
  absl::Status AppendDecoded(absl::Span<const uint64_t> byte_offset, Span range, uint64_t base = 0);

  // Code points added so far: the length of the body.
  uint32_t size() const { return size_; }

  // The bytes from the first to the last code point of `body`, what lies between them included. An
  // empty span gives an empty range where the code point would begin. kOutOfRange past size().
  absl::StatusOr<ByteRange> ToBytes(Span body) const;

  // True if the code points of `body` follow each other in the source without a gap, so that
  // decoding the bytes gives exactly the text.
  bool IsContiguous(Span body) const;

  // The code points whose bytes overlap `bytes`; empty, at the place, if none does. kOutOfRange
  // past the end of the last code point's bytes.
  absl::StatusOr<Span> ToBody(ByteRange bytes) const;

 private:
  // Code points begin.. up to the next run, `width` bytes each, without gaps from `byte_begin` on.
  struct Run {
    uint64_t byte_begin;
    uint32_t begin;
    uint32_t width;
  };

  const Run& RunOf(uint32_t position) const;
  ByteRange BytesOf(uint32_t position) const;
  uint32_t FirstEndingAfter(uint64_t byte) const;
  uint64_t end_byte() const;

  std::vector<Run> runs_;
  uint32_t size_ = 0;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_SOURCE_MAP_H_
