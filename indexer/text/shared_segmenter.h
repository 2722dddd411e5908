// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The segmenter of the data directory, read once for the whole process. For programs, and for tests
// that build and serve one index after the other; who wants another dictionary creates a Segmenter
// of their own.

#ifndef YINZHENG_INDEXER_TEXT_SHARED_SEGMENTER_H_
#define YINZHENG_INDEXER_TEXT_SHARED_SEGMENTER_H_

#include "absl/status/statusor.h"
#include "indexer/text/segmenter.h"

namespace yinzheng::text {

// Created at the first call, for the cost see Segmenter; never destroyed. An error is not kept: the
// next call tries again. Safe for concurrent use.
absl::StatusOr<const Segmenter*> SharedSegmenter();

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_SHARED_SEGMENTER_H_
