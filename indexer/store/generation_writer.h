// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Builds a generation and publishes it. Nothing is seen by readers before Publish returns; a
// program that dies, or a writer that is destroyed without Publish, leaves what was published
// before untouched.
//
//   YZ_ASSIGN_OR_RETURN(auto writer, GenerationWriter::Create({.index_directory = "idx", .analyzer
//   = &analyzer})); for (const v1::Entity& entity : entities)
//   YZ_RETURN_IF_ERROR(writer->AddEntity(entity)); for (const ArticleRecord& record : records)
//   YZ_RETURN_IF_ERROR(writer->AddArticle(record)); for (const v1::Fact& fact : facts)
//   YZ_RETURN_IF_ERROR(writer->AddFact(fact)); YZ_ASSIGN_OR_RETURN(std::string id,
//   writer->Publish(manifest));

#ifndef YINZHENG_INDEXER_STORE_GENERATION_WRITER_H_
#define YINZHENG_INDEXER_STORE_GENERATION_WRITER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/text/analyzer.h"
#include "yinzheng/store/v1/manifest.pb.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store {

struct WriterOptions {
  std::string index_directory;
  const text::Analyzer* analyzer = nullptr;  // Required; must outlive the writer.
  base::FileSystem* file_system = nullptr;   // Default: the machine's.
  const base::Clock* clock = nullptr;        // Default: the machine's.
  // Says in one line which program writes and what its analysis depends on. If it is given, the
  // directory keeps what a writer with the same key can take up (TakeUpLast), at the cost of about
  // a twentieth of the time and three times the space of a generation. Empty: nothing is kept.
  std::string cache_key;
  // Databases that passages and facts are spread over, at most kMaxShards. With another number the
  // same records are another generation, and nothing kept can be taken up.
  size_t shards = 1;
  int jobs = 1;  // Threads of EndArticles and Publish. With more than one, `file_system` must be
                 // safe for them.
};

// An article with what is to be written of it: finding that out is the costly part of adding it,
// and can be done on many threads.
class PreparedArticle {
 public:
  PreparedArticle(PreparedArticle&&) noexcept;
  PreparedArticle& operator=(PreparedArticle&&) noexcept;
  ~PreparedArticle();

 private:
  friend class GenerationWriter;
  struct Contents;
  explicit PreparedArticle(std::unique_ptr<Contents> contents);
  std::unique_ptr<Contents> contents_;
};

// One thread at a time, but for Prepare. After an error of an Add method only destruction is
// useful.
class GenerationWriter {
 public:
  // Takes the lock of the directory and removes what dead builds left. kFailedPrecondition if
  // another program is building there; kResourceExhausted if the disk is full; kInvalidArgument for
  // a number of shards that is out of range.
  static absl::StatusOr<std::unique_ptr<GenerationWriter>> Create(const WriterOptions& options);
  ~GenerationWriter();

  // Before anything is added: begins with the documents of the last generation, so that only what
  // differs is written. The caller adds everything all the same, and gets what a writer gives that
  // begins with nothing. Any error leaves a writer that does so: kNotFound if nothing was kept,
  // kFailedPrecondition if another program kept it, kDataLoss if it is damaged.
  absl::Status TakeUpLast();

  // Safe for concurrent use, beside AddArticle as well. kInvalidArgument if the record breaks its
  // rules: a name that is no `articles/…`, a passage or mention outside the body, an unnamed
  // passage range. Passages are named `articles/…/passages/<n>` from 1.
  absl::StatusOr<PreparedArticle> Prepare(v1::ArticleRecord record) const;

  // Adds an article and its passages. The same input gives the same generation only if added in the
  // same order. kAlreadyExists for a name that was added before.
  absl::Status AddArticle(PreparedArticle article);
  absl::Status AddArticle(const v1::ArticleRecord& record);

  // Adds an entity as it is; counts are the caller's. Add entities before facts: facts are then
  // found by every name of their subjects.
  absl::Status AddEntity(const yinzheng::v1::Entity& entity);

  // Says that no article and no entity follows: with more than one job, what is suggested from them
  // is written beside the facts that are added from now on. Further ones are refused with
  // kFailedPrecondition. Publish does the same where it was not called.
  absl::Status EndArticles();

  // Adds a fact as it is: verification of its citations is the caller's duty.
  absl::Status AddFact(const yinzheng::v1::Fact& fact);

  // Gives the generation another id than one of the same contents has without this. For what
  // shapes a generation and stands in none of its records. Empty: changes nothing.
  void Distinguish(std::string_view by);

  // Compacts, fsyncs, opens it once to be sure, writes the manifest and makes it current. `partial`
  // carries builder_version and sources; format, analyzer, counts, time and files are filled in.
  // Returns the generation's id, which depends on what was added and not on when. Errors leave
  // nothing published.
  absl::StatusOr<std::string> Publish(const v1::Manifest& partial);

 private:
  class Impl;
  explicit GenerationWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_GENERATION_WRITER_H_
