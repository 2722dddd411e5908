// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Writes articles, passages, entities and facts into their databases: all of them, or, where the
// databases of the last generation were kept, only what differs. What is found is the same either
// way; docids may not be, which is why nothing is ordered by them. Internal to the store.
//
//   writer.Begin(work, key) or writer.TakeUp(cache, key, work); then AddArticle, AddEntity, AddFact
//   for everything; RemoveOthers(); CompactTo for each of builders(); Keep(cache).

#ifndef YINZHENG_INDEXER_STORE_DOCUMENT_WRITER_H_
#define YINZHENG_INDEXER_STORE_DOCUMENT_WRITER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/store/content_keys.h"
#include "indexer/store/database_builder.h"
#include "indexer/store/documents.h"
#include "yinzheng/store/v1/cache.pb.h"

namespace yinzheng::store {

// An article and what has to be written of it.
struct ArticleDocuments {
  enum class Change { kEverything, kData, kNothing };

  ArticleTerms terms;  // What `change` does not need may be left out; never the words.
  std::string bytes;   // The record, serialized.
  Change change = Change::kEverything;
  v1::CachedArticle entry;                    // Without docids.
  const v1::CachedArticle* before = nullptr;  // Of the last generation.
};

// One thread, but for Prepare. May throw what Xapian throws. After an error only destruction is
// useful.
class DocumentWriter {
 public:
  // Both must outlive it. `shards`: databases of passages and of facts (shard_layout.h).
  DocumentWriter(const text::Analyzer& analyzer, const text::PinyinReader& pinyin, size_t shards);

  // A database: its directory, and what metadata::kShard is to say in it (empty: nothing).
  struct Target {
    std::string directory;
    std::string label;
  };
  // In the order of builders(): articles, the shards of passages, entities, the shards of facts.
  const std::vector<Target>& targets() const { return targets_; }

  // New databases in the directory `work`, in the place of any that are there; `keep`: Keep will be
  // called.
  void Begin(const std::string& work, bool keep);
  // Those of `cache`, copied to `work`. On an error nothing was changed but `work`, which is to be
  // emptied, and builders(), which may be empty: then Begin again. kFailedPrecondition also if they
  // are worn.
  absl::Status TakeUp(base::FileSystem& files, const std::string& cache, std::string_view key,
                      const std::string& work);

  // Finds out what has to be written. Safe for concurrent use, beside AddArticle as well.
  absl::StatusOr<ArticleDocuments> Prepare(v1::ArticleRecord record) const;

  // `data`: the message, serialized. Entities come before facts.
  absl::Status AddArticle(ArticleDocuments article);
  absl::Status AddEntity(const yinzheng::v1::Entity& entity, const std::string& data);
  absl::Status AddFact(const yinzheng::v1::Fact& fact, const std::string& data);

  // Everything was added: what was not is of the last generation.
  void RemoveOthers();

  // Everything was added: notes with the passages which days they lie between.
  void NoteDays();

  std::vector<std::unique_ptr<DatabaseBuilder>>& builders() { return builders_; }

  // After CompactTo: moves the databases from `work` to the new directory `cache`.
  absl::Status Keep(base::FileSystem& files, const std::string& work, std::string_view key,
                    const std::string& cache);

 private:
  // Documents of one database by resource name: those of the last generation that were not added
  // yet.
  using Documents = absl::flat_hash_map<std::string, const v1::CachedDocument*>;

  DatabaseBuilder& articles() { return *builders_[0]; }
  DatabaseBuilder& passages(size_t shard) { return *builders_[1 + shard]; }
  DatabaseBuilder& entities() { return *builders_[1 + shards_]; }
  DatabaseBuilder& facts(size_t shard) { return *builders_[2 + shards_ + shard]; }

  std::vector<std::string> Directories() const;
  // How many databases of the kind that the builder at this place is of.
  size_t ShardsAt(size_t place) const;
  void Index();
  void SeeDay(const v1::ArticleRecord& record);
  uint32_t GroupNumber(const v1::ArticleRecord& record, uint32_t number);
  absl::Status ReplacePassages(const ArticleDocuments& article, v1::CachedArticle& entry);
  absl::Status RefreshPassages(const ArticleDocuments& article, const v1::CachedArticle& entry);
  void RemovePassages(const v1::CachedArticle& entry);
  void RegroupPassages(const v1::CachedArticle& entry);

  const text::Analyzer& analyzer_;
  const text::PinyinReader& pinyin_;
  const size_t shards_;
  std::vector<Target> targets_;
  bool keep_ = false;
  std::vector<std::unique_ptr<DatabaseBuilder>> builders_;
  v1::DocumentCache last_;  // Not changed after TakeUp.
  v1::DocumentCache next_;
  absl::flat_hash_map<std::string, const v1::CachedArticle*> last_articles_;
  Documents last_entities_;
  Documents last_facts_;
  KnownEntities known_;
  std::string first_day_;  // Of articles with passages; empty if none is dated.
  std::string last_day_;
  absl::flat_hash_map<std::string, uint32_t> groups_;  // First docids of groups of reprints.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DOCUMENT_WRITER_H_
