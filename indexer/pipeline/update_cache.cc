// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/update_cache.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/logging.h"
#include "indexer/pipeline/program_digest.h"
#include "indexer/pipeline/reprint_groups.h"
#include "indexer/store/cache_file.h"

namespace yinzheng::indexer {
namespace {

constexpr std::string_view kAnalyses = "analyses";

std::string DigestOfInputs(const std::string& program, const store::v1::Manifest& inputs) {
  base::Sha256 digest;
  digest.UpdateField(program);
  digest.UpdateField(absl::StrCat(inputs.packs_size()));
  for (const store::v1::ManifestPack& pack : inputs.packs()) {
    digest.UpdateField(pack.path());
    digest.UpdateField(pack.sha256());
  }
  for (const store::v1::ManifestFactsFile& file : inputs.facts_files()) {
    digest.UpdateField(file.path());
    digest.UpdateField(file.sha256());
  }
  return digest.FinishHex();
}

}  // namespace

UpdateCache::UpdateCache(base::FileSystem& files, const std::string& index_directory, CacheUse use)
    : files_(files),
      directory_(base::JoinPath(index_directory, store::kCacheDirectory)),
      use_(use) {}

void UpdateCache::Open(const store::v1::Manifest& inputs) {
  if (use_ == CacheUse::kNone) return;
  absl::StatusOr<std::string> program = DigestOfProgram(files_);
  if (!program.ok()) {
    Note(program.status());
    use_ = CacheUse::kNone;
    return;
  }
  documents_key_ = *program;
  analyses_key_ = DigestOfInputs(*program, inputs);
  if (use_ != CacheUse::kUpdate) return;
  Note(analyses_.Load(files_, base::JoinPath(directory_, kAnalyses), analyses_key_));
}

CachedAnalysis UpdateCache::Analyse(const knowledge::ArticleExtractor& extractor,
                                    const v1::Article& article, const text::SourceMap& source_map,
                                    store::v1::ArticleRecord& record) const {
  CachedAnalysis analysed;
  if (use_ != CacheUse::kNone) analysed.key = AnalysisKey(record);
  if (const std::string* packed = analyses_.Find(analysed.key); packed != nullptr) {
    absl::StatusOr<ArticleAnalysis> analysis = UnpackAnalysis(*packed, article);
    if (analysis.ok()) {
      analysed.analysis = *std::move(analysis);
      analysed.packed = *packed;
      analysed.reused = true;
      return analysed;
    }
  }
  analysed.analysis.knowledge = extractor.Extract(article, source_map);
  analysed.analysis.sketch = SketchArticle(article);
  if (use_ == CacheUse::kNone) return analysed;
  if (std::optional<std::string> packed = PackAnalysis(analysed.analysis, article)) {
    analysed.packed = *std::move(packed);
  } else {
    analysed.key.clear();
  }
  return analysed;
}

void UpdateCache::Keep(CachedAnalysis& analysed) {
  ++articles_;
  if (analysed.reused) ++reused_;
  if (analysed.key.empty()) return;
  analyses_.Keep(std::move(analysed.key), std::move(analysed.packed));
}

void UpdateCache::LeaveOut(store::v1::ArticleRecord record) {
  if (use_ != CacheUse::kUpdate) return;
  if (analyses_.Find(AnalysisKey(record)) != nullptr) holds_retracted_ = true;
}

void UpdateCache::TakeUpDocuments(store::GenerationWriter& writer) {
  if (use_ != CacheUse::kUpdate) return;
  if (holds_retracted_) {
    notes_ +=
        "  documents are written anew: those of the last generation held a retracted article\n";
    return;
  }
  if (reused_ * 2 < articles_) {
    notes_ += "  documents are written anew: fewer than half of the articles are as they were\n";
    return;
  }
  const absl::Status taken = writer.TakeUpLast();
  took_documents_ = taken.ok();
  Note(taken);
}

void UpdateCache::Save() {
  if (use_ == CacheUse::kNone) return;
  absl::Status saved = files_.CreateDirs(directory_);
  if (saved.ok()) {
    saved = analyses_.Save(files_, base::JoinPath(directory_, kAnalyses), analyses_key_);
  }
  if (saved.ok()) return;
  base::LogWarning("the next update starts from nothing",
                   {{"path", directory_}, {"error", saved.ToString()}});
}

std::string UpdateCache::Describe() const {
  if (use_ != CacheUse::kUpdate) return notes_;
  return absl::StrCat("used again ", reused_, " of ", articles_, " analyses, ",
                      took_documents_ ? "documents that did not change\n" : "no documents\n",
                      notes_);
}

void UpdateCache::Note(const absl::Status& status) {
  if (status.ok() || absl::IsNotFound(status)) return;
  absl::StrAppend(&notes_, "  cache ignored: ", std::string(status.message()), "\n");
}

}  // namespace yinzheng::indexer
