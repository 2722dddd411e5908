// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The database of suggestions while a generation is written: gathers what there is to suggest, then
// writes it, on a thread of its own if asked to. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_SUGGESTION_WRITER_H_
#define YINZHENG_INDEXER_STORE_SUGGESTION_WRITER_H_

#include <memory>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "indexer/store/database_builder.h"
#include "indexer/store/documents.h"
#include "indexer/store/suggestion_collector.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::store {

// Its methods are for one thread. It waits for its own one before it goes away.
class SuggestionWriter {
 public:
  // `pinyin` must outlive it.
  explicit SuggestionWriter(const text::PinyinReader& pinyin) : pinyin_(pinyin) {}
  SuggestionWriter(const SuggestionWriter&) = delete;
  SuggestionWriter& operator=(const SuggestionWriter&) = delete;
  ~SuggestionWriter();

  // Begins the database in the directory `path`. May throw what Xapian throws.
  void Begin(const std::string& path);

  void AddArticle(const ArticleTerms& article) { collector_.AddArticle(article); }
  void AddEntity(const yinzheng::v1::Entity& entity) { collector_.AddEntity(entity); }

  // Starts to write what was added, after which nothing may be added, and returns at once.
  void StartWriting();
  // Whether that was called.
  bool started() const { return started_; }

  // Has written everything when it returns. Once.
  absl::Status Write();

  // The database, after Write.
  DatabaseBuilder& documents() { return *documents_; }

 private:
  absl::Status WriteAll();

  const text::PinyinReader& pinyin_;
  SuggestionCollector collector_;
  std::unique_ptr<DatabaseBuilder> documents_;
  bool started_ = false;
  absl::Status written_;  // Of the thread, which alone touches it until it is joined.
  std::thread thread_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SUGGESTION_WRITER_H_
