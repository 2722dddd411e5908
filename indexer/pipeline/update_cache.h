// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a build leaves for the next update, and what an update takes of it: the analyses of articles
// here, the documents of the databases in the store. Nothing of it is ever trusted without its
// digest, and nothing of it is needed: where it is missing, damaged or another program's, an update
// is a build.

#ifndef YINZHENG_INDEXER_PIPELINE_UPDATE_CACHE_H_
#define YINZHENG_INDEXER_PIPELINE_UPDATE_CACHE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "indexer/base/file_system.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/pipeline/analysis_cache.h"
#include "indexer/pipeline/cached_knowledge.h"
#include "indexer/store/generation_writer.h"
#include "yinzheng/store/v1/manifest.pb.h"

namespace yinzheng::indexer {

enum class CacheUse {
  kNone,    // Neither reads nor writes it.
  kFill,    // Analyses and writes everything, and leaves it for an update.
  kUpdate,  // Takes of it what has not changed.
};

// An article's analysis on its way through a build.
struct CachedAnalysis {
  ArticleAnalysis analysis;
  std::string key;     // Empty if no cache is used, or the analysis cannot be kept.
  std::string packed;  // Likewise.
  bool reused = false;
};

class UpdateCache {
 public:
  // `files` must outlive it.
  UpdateCache(base::FileSystem& files, const std::string& index_directory, CacheUse use);

  // Before all else. `inputs` names the knowledge packs and facts files, on which analyses depend.
  void Open(const store::v1::Manifest& inputs);

  // For WriterOptions; empty where no cache is used. The documents depend on the program alone,
  // since they are compared with what is to be written.
  const std::string& documents_key() const { return documents_key_; }

  // What is kept of the article, else what `extractor` finds. Safe for concurrent use. The record,
  // without mentions, is that of the article; it is as before in the end.
  CachedAnalysis Analyse(const knowledge::ArticleExtractor& extractor, const v1::Article& article,
                         const text::SourceMap& source_map, store::v1::ArticleRecord& record) const;

  // Every article's, in their order, on one thread.
  void Keep(CachedAnalysis& analysed);

  // An article that is left out because it was taken back, once it is known to be. If the last
  // generation had it, nothing of its documents is used: their dictionaries may quote it, and files
  // keep what was removed from them.
  void LeaveOut(store::v1::ArticleRecord record);

  // When all articles are read: takes up the last generation's documents if this is an update and
  // most articles are as they were. Else writing everything is quicker.
  void TakeUpDocuments(store::GenerationWriter& writer);

  // After publication, while the directory is locked. A fault is logged and costs the next update
  // time alone.
  void Save();

  // What an update used; a line for people. Empty for builds.
  std::string Describe() const;

 private:
  void Note(const absl::Status& status);

  base::FileSystem& files_;
  const std::string directory_;
  CacheUse use_;
  std::string documents_key_;
  std::string analyses_key_;
  AnalysisCache analyses_;
  int64_t articles_ = 0;
  int64_t reused_ = 0;
  bool took_documents_ = false;
  bool holds_retracted_ = false;
  std::string notes_;
};

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_UPDATE_CACHE_H_
