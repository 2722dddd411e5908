// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A small real index in a temporary folder, for tests of whatever reads one. Not for production
// code.
//
//   TempIndex index(analyzer);
//   index.AddArticle(MakeArticle("articles/a", "标题", "正文……"));
//   YZ_ASSERT_OK_AND_ASSIGN(auto snapshot, index.Publish());

#ifndef YINZHENG_INDEXER_STORE_TESTING_TEMP_INDEX_H_
#define YINZHENG_INDEXER_STORE_TESTING_TEMP_INDEX_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "indexer/text/segmenter.h"
#include "tests/support/temp_dir.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store::testing {

// The real dictionary and its analyzer, loaded once for all tests of a binary. Aborts if the data
// is missing.
const text::Segmenter& SharedSegmenter();
const text::Analyzer& SharedAnalyzer();
const text::PinyinReader& SharedPinyinReader();

// A record with one passage for each paragraph (line) of `body`, nothing masked and no mentions.
v1::ArticleRecord MakeArticle(std::string_view name, std::string_view title, std::string_view body);

// Adds a mention of `entity` at every occurrence of `name` in the body.
void AddMentions(v1::ArticleRecord& record, std::string_view entity, std::string_view name);

// An entity with a canonical name and abbreviations.
yinzheng::v1::Entity MakeEntity(std::string_view name, std::string_view display_name,
                                yinzheng::v1::EntityType type,
                                const std::vector<std::string>& abbreviations = {});

// Collects records and publishes them to its own folder, again and again if wanted.
class TempIndex {
 public:
  explicit TempIndex(const text::Analyzer& analyzer = SharedAnalyzer(), size_t shards = 1)
      : analyzer_(analyzer), shards_(shards) {}

  void AddArticle(v1::ArticleRecord record) { articles_.push_back(std::move(record)); }
  void AddEntity(yinzheng::v1::Entity entity) { entities_.push_back(std::move(entity)); }
  void AddFact(yinzheng::v1::Fact fact) { facts_.push_back(std::move(fact)); }

  // Writes everything added so far as a generation, makes it current and opens it.
  absl::StatusOr<std::shared_ptr<const IndexSnapshot>> Publish();

  // The index directory.
  std::string path() const { return (directory_.path() / "idx").string(); }

 private:
  const text::Analyzer& analyzer_;
  const size_t shards_;
  yinzheng::testing::TempDir directory_;
  std::vector<v1::ArticleRecord> articles_;
  std::vector<yinzheng::v1::Entity> entities_;
  std::vector<yinzheng::v1::Fact> facts_;
};

}  // namespace yinzheng::store::testing

#endif  // YINZHENG_INDEXER_STORE_TESTING_TEMP_INDEX_H_
