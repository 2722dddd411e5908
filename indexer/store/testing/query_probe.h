// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Queries as people type them against a small real index: which articles are found and what is
// marked in them. For table tests.
//
//   QueryProbe probe({{"a", "标题", "正文……"}});
//   EXPECT_THAT(probe.Ask("正文").ids, ElementsAre("a"));

#ifndef YINZHENG_INDEXER_STORE_TESTING_QUERY_PROBE_H_
#define YINZHENG_INDEXER_STORE_TESTING_QUERY_PROBE_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/testing/temp_index.h"

namespace yinzheng::store::testing {

// An article of one passage a line. `day` and `outlet` may be left out.
struct ProbeArticle {
  std::string id;
  std::string title;
  std::string body;
  std::string day;
  std::string outlet;
};

struct ProbeAnswer {
  std::vector<std::string> ids;    // Best first.
  std::vector<std::string> marks;  // In the first article's passages, best passage first.
  std::vector<std::string> parts;  // Of the query that matched the first article.
  std::map<std::string, std::vector<std::string>> marks_of;  // By id, of every article.
  std::vector<yinzheng::v1::Warning> warnings;
};

// Not thread-safe. Fails the running test, or aborts, where the index cannot be built or searched.
class QueryProbe {
 public:
  // Of the entities, articles mention the canonical name wherever it stands in them.
  explicit QueryProbe(const std::vector<ProbeArticle>& articles,
                      const std::vector<yinzheng::v1::Entity>& entities = {});

  ProbeAnswer Ask(const std::string& query) const;

  // The answer to a compiled query.
  ProbeAnswer Run(CompiledQuery query) const;

  const QueryCompiler& compiler() const { return *compiler_; }
  const IndexSnapshot& snapshot() const { return *snapshot_; }

 private:
  TempIndex index_;
  std::shared_ptr<const IndexSnapshot> snapshot_;
  std::unique_ptr<QueryCompiler> compiler_;
};

// What `spans` mark of a passage.
std::vector<std::string> MarkedTexts(const yinzheng::v1::Passage& passage,
                                     const std::vector<yinzheng::v1::TextSpan>& spans);

}  // namespace yinzheng::store::testing

#endif  // YINZHENG_INDEXER_STORE_TESTING_QUERY_PROBE_H_
