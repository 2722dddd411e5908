// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Spans that follow each other as distances: two numbers each, code points since the end of the
// last span and its length. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_SPAN_COLUMNS_H_
#define YINZHENG_INDEXER_STORE_SPAN_COLUMNS_H_

#include <google/protobuf/repeated_field.h>

#include <cstdint>

#include "yinzheng/v1/text.pb.h"

namespace yinzheng::store {

using Columns = google::protobuf::RepeatedField<uint32_t>;

// Whether `span` can follow one that ended at `end`.
inline bool Follows(const yinzheng::v1::TextSpan& span, int32_t end) {
  return span.start() >= end && span.end() >= span.start();
}

// Adds `span`, which follows one that ended at `end`, and moves `end` to its own.
inline void AddSpan(const yinzheng::v1::TextSpan& span, int32_t& end, Columns& columns) {
  columns.Add(static_cast<uint32_t>(span.start() - end));
  columns.Add(static_cast<uint32_t>(span.end() - span.start()));
  end = span.end();
}

// Reads span `index`, which follows one that ended at `end`, and moves `end` to its own. False if
// it ends behind `limit`: the numbers are damaged.
inline bool ReadSpan(const Columns& columns, int index, int32_t limit, int32_t& end,
                     yinzheng::v1::TextSpan& span) {
  const int64_t start = int64_t{end} + columns[2 * index];
  const int64_t stop = start + columns[2 * index + 1];
  if (stop > limit) return false;
  span.set_start(static_cast<int32_t>(start));
  span.set_end(static_cast<int32_t>(stop));
  end = span.end();
  return true;
}

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SPAN_COLUMNS_H_
