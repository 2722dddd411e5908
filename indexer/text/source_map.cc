// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/source_map.h"

#include <algorithm>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::text {

uint64_t SourceMap::end_byte() const { return size_ == 0 ? 0 : BytesOf(size_ - 1).end; }

absl::Status SourceMap::Append(ByteRange bytes) {
  if (bytes.end < bytes.begin || bytes.begin < end_byte()) {
    return absl::InvalidArgumentError(
        absl::StrCat("map code point ", size_, " to bytes ", bytes.begin, "..", bytes.end,
                     ": the last code point ends at byte ", end_byte()));
  }
  const auto width = static_cast<uint32_t>(bytes.size());
  if (runs_.empty() || runs_.back().width != width || bytes.begin != end_byte()) {
    runs_.push_back({bytes.begin, size_, width});
  }
  ++size_;
  return absl::OkStatus();
}

absl::Status SourceMap::AppendDecoded(absl::Span<const uint64_t> byte_offset, Span range,
                                      uint64_t base) {
  if (range.end >= byte_offset.size()) {
    return absl::OutOfRangeError(absl::StrCat("map code points up to ", range.end, " of a text of ",
                                              byte_offset.empty() ? 0 : byte_offset.size() - 1));
  }
  for (uint32_t i = range.begin; i < range.end; ++i) {
    YZ_RETURN_IF_ERROR(Append({base + byte_offset[i], base + byte_offset[i + 1]}));
  }
  return absl::OkStatus();
}

const SourceMap::Run& SourceMap::RunOf(uint32_t position) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), position,
                       [](uint32_t value, const Run& run) { return value < run.begin; });
  return *std::prev(after);
}

ByteRange SourceMap::BytesOf(uint32_t position) const {
  const Run& run = RunOf(position);
  const uint64_t begin = run.byte_begin + uint64_t{position - run.begin} * run.width;
  return {begin, begin + run.width};
}

absl::StatusOr<ByteRange> SourceMap::ToBytes(Span body) const {
  if (body.end > size_ || body.begin > body.end) {
    return absl::OutOfRangeError(absl::StrCat("map code points ", body.begin, "..", body.end,
                                              " of a body of ", size_, " to bytes"));
  }
  if (body.empty()) {
    const uint64_t place = body.begin < size_ ? BytesOf(body.begin).begin : end_byte();
    return ByteRange{place, place};
  }
  return ByteRange{BytesOf(body.begin).begin, BytesOf(body.end - 1).end};
}

bool SourceMap::IsContiguous(Span body) const {
  if (body.end > size_ || body.begin > body.end) return false;
  if (body.empty()) return true;
  const Run* run = &RunOf(body.begin);
  const Run* const last = &RunOf(body.end - 1);
  for (; run != last; ++run) {
    const Run& next = *(run + 1);
    if (run->byte_begin + uint64_t{next.begin - run->begin} * run->width != next.byte_begin) {
      return false;
    }
  }
  return true;
}

uint32_t SourceMap::FirstEndingAfter(uint64_t byte) const {
  uint32_t low = 0;
  uint32_t high = size_;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (BytesOf(middle).end > byte) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

absl::StatusOr<Span> SourceMap::ToBody(ByteRange bytes) const {
  if (bytes.end > end_byte() || bytes.begin > bytes.end) {
    return absl::OutOfRangeError(absl::StrCat("map bytes ", bytes.begin, "..", bytes.end,
                                              " to a body whose bytes end at ", end_byte()));
  }
  const uint32_t begin = FirstEndingAfter(bytes.begin);
  if (bytes.begin == bytes.end) return Span{begin, begin};
  uint32_t end = FirstEndingAfter(bytes.end - 1);
  // The code point that ends past bytes.end - 1 belongs to the range if it begins inside it.
  while (end < size_ && BytesOf(end).begin < bytes.end) ++end;
  return Span{begin, std::max(begin, end)};
}

}  // namespace yinzheng::text
