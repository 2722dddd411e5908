// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/analysis_cache.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/cache_file.h"

namespace yinzheng::indexer {

absl::Status AnalysisCache::Load(const base::FileSystem& files, const std::string& path,
                                 std::string_view key) {
  YZ_ASSIGN_OR_RETURN(const std::string contents, store::ReadCacheFile(files, path, key));
  store::v1::AnalysisCache cache;
  if (!cache.ParseFromString(contents)) {
    return absl::DataLossError(absl::StrCat(path, " is damaged"));
  }
  for (store::v1::CachedAnalysis& article : *cache.mutable_articles()) {
    last_.try_emplace(article.key(), std::move(*article.mutable_knowledge()));
  }
  return absl::OkStatus();
}

const std::string* AnalysisCache::Find(const std::string& key) const {
  const auto found = last_.find(key);
  return found == last_.end() ? nullptr : &found->second;
}

void AnalysisCache::Keep(std::string key, std::string analysis) {
  next_bytes_ += key.size() + analysis.size();
  if (next_bytes_ > kMaxBytes) return;
  store::v1::CachedAnalysis& article = *next_.add_articles();
  article.set_key(std::move(key));
  article.set_knowledge(std::move(analysis));
}

absl::Status AnalysisCache::Save(base::FileSystem& files, const std::string& path,
                                 std::string_view key) const {
  return store::WriteCacheFile(files, path, key, next_.SerializeAsString());
}

}  // namespace yinzheng::indexer
