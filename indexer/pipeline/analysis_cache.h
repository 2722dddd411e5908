// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The packed analyses of the articles of the last generation, by AnalysisKey (cached_knowledge.h).
// The next cache holds what was asked for or added since, so that it never outgrows the corpus.

#ifndef YINZHENG_INDEXER_PIPELINE_ANALYSIS_CACHE_H_
#define YINZHENG_INDEXER_PIPELINE_ANALYSIS_CACHE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "indexer/base/file_system.h"
#include "yinzheng/store/v1/cache.pb.h"

namespace yinzheng::indexer {

class AnalysisCache {
 public:
  // Bytes of analyses that are kept; what comes later is analysed again. Beyond twice as many
  // protobuf could not read them back.
  static constexpr size_t kMaxBytes = size_t{1} << 30U;

  // Reads what Save wrote with the same key. On an error the cache is empty: kNotFound if there is
  // none, kFailedPrecondition if it has another key, kDataLoss if it is damaged.
  absl::Status Load(const base::FileSystem& files, const std::string& path, std::string_view key);

  // The analysis with this key; null if there is none. Safe for concurrent use, beside Keep too.
  const std::string* Find(const std::string& key) const;

  // Puts an analysis into the next cache. For one thread.
  void Keep(std::string key, std::string analysis);

  // Writes the next cache. For one thread.
  absl::Status Save(base::FileSystem& files, const std::string& path, std::string_view key) const;

 private:
  absl::flat_hash_map<std::string, std::string> last_;
  store::v1::AnalysisCache next_;
  size_t next_bytes_ = 0;
};

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_ANALYSIS_CACHE_H_
