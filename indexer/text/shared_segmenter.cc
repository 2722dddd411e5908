// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/shared_segmenter.h"

#include <memory>

#include "indexer/base/mutex.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::text {

absl::StatusOr<const Segmenter*> SharedSegmenter() {
  static auto* const mutex = new base::Mutex;
  static const Segmenter* segmenter = nullptr;
  base::MutexLock lock(*mutex);
  if (segmenter == nullptr) {
    YZ_ASSIGN_OR_RETURN(std::unique_ptr<Segmenter> created, Segmenter::Create());
    segmenter = created.release();
  }
  return segmenter;
}

}  // namespace yinzheng::text
