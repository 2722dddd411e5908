// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_match.h"

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::store {
namespace {

using ::testing::Optional;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Every document of its database, counting those that were looked at.
class CountingSource final : public Xapian::PostingSource {
 public:
  explicit CountingSource(size_t& seen) : seen_(seen) {}
  CountingSource* clone() const override { return new CountingSource(seen_); }
  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    now_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return last_; }
  Xapian::doccount get_termfreq_est() const override { return last_; }
  Xapian::doccount get_termfreq_max() const override { return last_; }
  void next(double) override {
    ++now_;
    ++seen_;
  }
  bool at_end() const override { return now_ > last_; }
  Xapian::docid get_docid() const override { return now_; }

 private:
  size_t& seen_;
  Xapian::docid last_ = 0;
  Xapian::docid now_ = 0;
};

// Pairs of documents share the value of slot 0; slot 1 names the pair.
std::vector<Xapian::Database> Shards(size_t count, size_t pairs) {
  std::vector<Xapian::Database> shards;
  for (size_t shard = 0; shard < count; ++shard) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (size_t pair = 0; pair < pairs; ++pair) {
      Xapian::Document document;
      document.add_term("t" + std::to_string(shard));
      document.add_value(0, std::to_string(shard) + "-" + std::to_string(pair));
      document.add_value(1, "pair " + std::to_string(shard) + "-" + std::to_string(pair));
      database.add_document(document);
      database.add_document(document);
    }
    shards.push_back(database);
  }
  return shards;
}

TEST(ShardMatch, OneMatchInAnyShardWillDo) {
  const std::vector<Xapian::Database> shards = Shards(3, 2);
  EXPECT_TRUE(HasMatch(Xapian::Query("t0"), shards));
  EXPECT_TRUE(HasMatch(Xapian::Query("t2"), shards));
  EXPECT_FALSE(HasMatch(Xapian::Query("t3"), shards));
}

TEST(ShardMatch, EndsWithTheFirstMatch) {
  const std::vector<Xapian::Database> shards = Shards(4, 500);
  size_t seen = 0;
  CountingSource source(seen);
  EXPECT_TRUE(HasMatch(Xapian::Query(&source), shards));
  EXPECT_LT(seen, 10U);
}

TEST(ShardMatch, ValuesOfAllGroupsUnlessTooMany) {
  const std::vector<Xapian::Database> shards = Shards(2, 2);
  EXPECT_THAT(FirstValues(Xapian::Query::MatchAll, {0, 1}, 4, shards),
              Optional(UnorderedElementsAre("pair 0-0", "pair 0-1", "pair 1-0", "pair 1-1")));
  EXPECT_EQ(FirstValues(Xapian::Query::MatchAll, {0, 1}, 3, shards), std::nullopt);
  EXPECT_THAT(FirstValues(Xapian::Query("t1"), {0, 1}, 2, shards), Optional(SizeIs(2)));
}

TEST(ShardMatch, EndsWithTheGroupThatIsTooMany) {
  const std::vector<Xapian::Database> shards = Shards(4, 500);
  size_t seen = 0;
  CountingSource source(seen);
  EXPECT_EQ(FirstValues(Xapian::Query(&source), {0, 1}, 600, shards), std::nullopt);
  EXPECT_LT(seen, 1300U) << "two documents for each group";
}

}  // namespace
}  // namespace yinzheng::store
