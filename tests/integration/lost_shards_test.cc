// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Shards that die, hang, come back, or serve what they should not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "indexer/base/file_system.h"
#include "indexer/store/generation_directory.h"
#include "tests/integration/sharded_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"
#include "yinzheng/v1/fact_service.grpc.pb.h"
#include "yinzheng/v1/index_service.grpc.pb.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr size_t kShards = 2;
// Long enough for a shard on a busy machine to answer.
constexpr absl::Duration kReadTimeout = absl::Seconds(2);
// The search, the attempt to connect anew, and room for that machine.
constexpr absl::Duration kBound = absl::Seconds(12);

class LostShardsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!HasShardProgram()) GTEST_SKIP() << "xapian-tools is not installed";
    shards_ = StartShards(ShardedDirectory(kShards), kShards);
    absl::StatusOr<ServedIndex> served = Serve(ShardedDirectory(kShards), folder_.path(), Hosts());
    ASSERT_THAT(served, IsOk());
    served_ = *std::move(served);
  }

  store::ShardHosts Hosts() const {
    store::ShardHosts hosts = shards_.Hosts();
    hosts.connect_timeout = kReadTimeout;
    hosts.read_timeout = kReadTimeout;
    return hosts;
  }

  template <typename Service, typename Method, typename Request, typename Response>
  grpc::Status Call(Method method, const Request& request, Response* response) {
    const auto stub = Service::NewStub(served_.channel);
    grpc::ClientContext context;
    return (stub.get()->*method)(&context, request, response);
  }

  grpc::Status Search(bool allow_partial, v1::SearchResponse* response) {
    v1::SearchRequest request;
    request.set_query("企业");
    request.set_page_size(100);
    request.add_facets(v1::FACET_FIELD_OUTLET);
    request.set_allow_partial_results(allow_partial);
    return Call<v1::SearchService>(&v1::SearchService::Stub::Search, request, response);
  }

  grpc::Status SearchFacts(bool allow_partial, v1::SearchFactsResponse* response) {
    v1::SearchFactsRequest request;
    request.set_query("入驻企业");
    request.add_facets(v1::FACT_FACET_FIELD_SUBJECT);
    request.set_allow_partial_results(allow_partial);
    return Call<v1::FactService>(&v1::FactService::Stub::SearchFacts, request, response);
  }

  // Asks again until the whole answer is there, as it soon has to be.
  v1::SearchResponse WholeAgain() {
    const absl::Time end = absl::Now() + absl::Seconds(60);
    v1::SearchResponse response;
    while (!Search(/*allow_partial=*/false, &response).ok() && absl::Now() < end) response = {};
    return response;
  }

  // A whole search fails in bounded time and says why; a partial one names the shard.
  void ExpectMissing(const std::string& shard, const v1::SearchResponse& whole) {
    const absl::Time start = absl::Now();
    v1::SearchResponse none;
    const grpc::Status refused = Search(/*allow_partial=*/false, &none);
    EXPECT_LT(absl::Now() - start, kBound);
    EXPECT_EQ(refused.error_code(), grpc::StatusCode::UNAVAILABLE) << refused.error_message();
    ExpectDetails(refused, shard);
    v1::SearchResponse partial;
    const grpc::Status answered = Search(/*allow_partial=*/true, &partial);
    ASSERT_TRUE(answered.ok()) << answered.error_message();
    EXPECT_LT(absl::Now() - start, 2 * kBound);
    EXPECT_THAT(partial.missing_shards(), ElementsAre(shard));
    ASSERT_FALSE(partial.warnings().empty());
    EXPECT_EQ(partial.warnings(0).code(), v1::WARNING_CODE_PARTIAL);
    EXPECT_FALSE(partial.stats().total_is_exact());
    EXPECT_GT(partial.results_size(), 0);
    EXPECT_LT(partial.results_size(), whole.results_size());
    EXPECT_THAT(partial.did_you_mean(), IsEmpty());
  }

  static void ExpectDetails(const grpc::Status& status, const std::string& shard) {
    google::rpc::Status details;
    ASSERT_TRUE(details.ParseFromString(status.error_details()));
    ASSERT_EQ(details.details_size(), 2);
    google::rpc::ErrorInfo info;
    ASSERT_TRUE(details.details(0).UnpackTo(&info));
    EXPECT_EQ(info.reason(), "SHARD_UNAVAILABLE");
    EXPECT_EQ(info.metadata().at("shards"), shard);
    google::rpc::RetryInfo retry;
    ASSERT_TRUE(details.details(1).UnpackTo(&retry));
    EXPECT_GT(retry.retry_delay().seconds(), 0);
  }

  // Everything but the generation and times.
  static std::string Told(v1::SearchResponse response) {
    response.clear_stats();
    return response.SerializeAsString();
  }

  TempDir folder_;
  ShardProcesses shards_;
  ServedIndex served_;  // Goes first.
};

TEST_F(LostShardsTest, ADeadShardIsMissedAndComesBack) {
  v1::SearchResponse whole;
  ASSERT_TRUE(Search(/*allow_partial=*/true, &whole).ok());
  EXPECT_THAT(whole.missing_shards(), IsEmpty());
  shards_.passages[1]->Kill();
  ExpectMissing("passages-1", whole);
  v1::SearchFactsResponse facts;
  EXPECT_TRUE(SearchFacts(/*allow_partial=*/false, &facts).ok()) << "facts need no passages";
  shards_.passages[1]->Start();
  const v1::SearchResponse again = WholeAgain();
  EXPECT_EQ(Told(again), Told(whole));
}

TEST_F(LostShardsTest, AShardThatHangsIsMissedAndComesBack) {
  v1::SearchResponse whole;
  ASSERT_TRUE(Search(/*allow_partial=*/true, &whole).ok());
  shards_.passages[0]->Suspend();
  ExpectMissing("passages-0", whole);
  const absl::Time start = absl::Now();
  v1::SearchResponse none;
  for (int i = 0; i < 20; ++i) EXPECT_FALSE(Search(/*allow_partial=*/false, &none).ok());
  EXPECT_LT(absl::Now() - start, kBound) << "while it rests nobody waits for it";
  shards_.passages[0]->Continue();
  EXPECT_EQ(Told(WholeAgain()), Told(whole));
}

TEST_F(LostShardsTest, FactsAreFoundWithoutAShard) {
  v1::SearchFactsResponse whole;
  ASSERT_TRUE(SearchFacts(/*allow_partial=*/true, &whole).ok());
  shards_.facts[0]->Kill();
  v1::SearchFactsResponse response;
  const grpc::Status refused = SearchFacts(/*allow_partial=*/false, &response);
  EXPECT_EQ(refused.error_code(), grpc::StatusCode::UNAVAILABLE);
  ExpectDetails(refused, "facts-0");
  ASSERT_TRUE(SearchFacts(/*allow_partial=*/true, &response).ok());
  EXPECT_THAT(response.missing_shards(), ElementsAre("facts-0"));
  EXPECT_LT(response.total_size(), whole.total_size());
  EXPECT_GT(response.total_size(), 0);
  // Names of facts do not tell their shards: one that is nowhere else may be in the lost one.
  int found = 0;
  int unavailable = 0;
  for (const v1::Fact& fact : whole.facts()) {
    v1::GetFactRequest request;
    request.set_name(fact.name());
    v1::GetFactResponse got;
    const grpc::Status status =
        Call<v1::FactService>(&v1::FactService::Stub::GetFact, request, &got);
    (status.ok() ? found : unavailable) += 1;
    if (!status.ok()) {
      EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
    }
  }
  EXPECT_GT(found, 0);
  EXPECT_GT(unavailable, 0);
}

TEST_F(LostShardsTest, WhatNeedsNoLostShardGoesOn) {
  shards_.passages[0]->Kill();
  v1::ListArticlesRequest list;
  list.set_page_size(100);
  v1::ListArticlesResponse articles;
  ASSERT_TRUE(
      Call<v1::ArticleService>(&v1::ArticleService::Stub::ListArticles, list, &articles).ok());
  int read = 0;
  int unavailable = 0;
  for (const v1::Article& article : articles.articles()) {
    v1::GetArticleRequest request;
    request.set_name(article.name());
    request.set_view(v1::ARTICLE_VIEW_FULL);
    v1::GetArticleResponse response;
    const grpc::Status status =
        Call<v1::ArticleService>(&v1::ArticleService::Stub::GetArticle, request, &response);
    (status.ok() ? read : unavailable) += 1;
    if (!status.ok()) {
      EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
    }
  }
  EXPECT_GT(read, 10);
  EXPECT_GT(unavailable, 10);
  v1::LookupEntitiesRequest lookup;
  (*lookup.mutable_queries())["q"].set_name("云汀大学");
  v1::LookupEntitiesResponse found;
  EXPECT_TRUE(
      Call<v1::EntityService>(&v1::EntityService::Stub::LookupEntities, lookup, &found).ok());
  v1::GetIndexStatusResponse status;
  ASSERT_TRUE(Call<v1::IndexService>(&v1::IndexService::Stub::GetIndexStatus,
                                     v1::GetIndexStatusRequest(), &status)
                  .ok());
  ASSERT_EQ(status.shards_size(), 4);
  EXPECT_EQ(status.shards(0).name(), "passages-0");
  EXPECT_FALSE(status.shards(0).reachable());
  EXPECT_THAT(status.shards(0).problem(), HasSubstr(shards_.passages[0]->address()));
  EXPECT_TRUE(status.shards(1).reachable());
}

TEST_F(LostShardsTest, WithoutAnyShardThereIsNoAnswer) {
  for (const auto& shard : shards_.passages) shard->Kill();
  v1::SearchResponse response;
  const grpc::Status status = Search(/*allow_partial=*/true, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
  ExpectDetails(status, "passages-0, passages-1");
}

TEST_F(LostShardsTest, AServerStartsWithoutAShard) {
  shards_.facts[1]->Kill();
  const TempDir folder;
  absl::StatusOr<ServedIndex> other = Serve(ShardedDirectory(kShards), folder.path(), Hosts());
  ASSERT_THAT(other, IsOk());
  served_ = *std::move(other);
  v1::SearchResponse response;
  EXPECT_TRUE(Search(/*allow_partial=*/false, &response).ok());
  v1::SearchFactsResponse facts;
  ASSERT_TRUE(SearchFacts(/*allow_partial=*/true, &facts).ok());
  EXPECT_THAT(facts.missing_shards(), ElementsAre("facts-1"));
}

TEST_F(LostShardsTest, TheFirstAddressThatServesTheShardIsUsed) {
  store::ShardHosts hosts = Hosts();
  shards_.facts[1]->Kill();
  hosts.hosts[0].passages = {"127.0.0.1:1", shards_.passages[1]->address(),
                             shards_.passages[0]->address()};
  const TempDir folder;
  absl::StatusOr<ServedIndex> other = Serve(ShardedDirectory(kShards), folder.path(), hosts);
  ASSERT_THAT(other, IsOk());
  served_ = *std::move(other);
  v1::SearchResponse response;
  EXPECT_TRUE(Search(/*allow_partial=*/false, &response).ok());
}

// An address that serves something else does not tell what one that is silent would serve.
TEST_F(LostShardsTest, AServerStartsWhereTheRightAddressIsSilent) {
  store::ShardHosts hosts = Hosts();
  hosts.hosts[0].passages = {shards_.passages[1]->address(), "127.0.0.1:1"};
  const TempDir folder;
  absl::StatusOr<ServedIndex> other = Serve(ShardedDirectory(kShards), folder.path(), hosts);
  ASSERT_THAT(other, IsOk());
  served_ = *std::move(other);
  v1::SearchResponse response;
  const grpc::Status refused = Search(/*allow_partial=*/false, &response);
  EXPECT_EQ(refused.error_code(), grpc::StatusCode::UNAVAILABLE);
  ExpectDetails(refused, "passages-0");
}

// What hands on facts one by one cannot be begun again, but the next caller gets new connections.
TEST_F(LostShardsTest, ReadingAllFactsKeepsNoBrokenConnection) {
  v1::SearchFactsResponse facts;
  ASSERT_TRUE(SearchFacts(/*allow_partial=*/false, &facts).ok());
  shards_.facts[1]->Kill();
  shards_.facts[1]->Start();
  const auto list = [&] {
    v1::ListConflictsResponse response;
    return Call<v1::FactService>(&v1::FactService::Stub::ListConflicts, v1::ListConflictsRequest(),
                                 &response);
  };
  const grpc::Status broken = list();
  EXPECT_EQ(broken.error_code(), grpc::StatusCode::UNAVAILABLE) << broken.error_message();
  ExpectDetails(broken, "facts-0, facts-1");
  EXPECT_THAT(broken.error_message(), HasSubstr(shards_.facts[1]->address()));
  const grpc::Status whole = list();
  EXPECT_TRUE(whole.ok()) << whole.error_message();
}

// Xapian would wait without end for a limit of no milliseconds.
TEST_F(LostShardsTest, TheShortestTimeoutIsOne) {
  for (const auto& shard : shards_.passages) shard->Suspend();
  store::ShardHosts hosts = Hosts();
  hosts.read_timeout = absl::Microseconds(100);
  const TempDir folder;
  const absl::Time start = absl::Now();
  EXPECT_THAT(Serve(ShardedDirectory(kShards), folder.path(), hosts), IsOk());
  EXPECT_LT(absl::Now() - start, kBound);
  for (const auto& shard : shards_.passages) shard->Continue();
}

// Damage here is told as damage, wherever other shards are.
TEST_F(LostShardsTest, DamageHereIsNoLostShard) {
  const TempDir folder;
  const std::filesystem::path copy = folder.path() / "idx";
  std::filesystem::copy(ShardedDirectory(kShards), copy, std::filesystem::copy_options::recursive);
  const store::GenerationDirectory index(base::FileSystem::Real(), copy.string());
  YZ_ASSERT_OK_AND_ASSIGN(const std::string current, index.Current());
  const std::filesystem::path file =
      std::filesystem::path(index.PathOf(current)) / "articles" / "iamglass";
  const auto size = std::filesystem::file_size(file);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << std::string(size, 'x');
  EXPECT_THAT(Serve(copy, folder.path(), Hosts()), StatusIs(absl::StatusCode::kDataLoss));
}

// Whatever answers at an address has to be this shard of this generation.
TEST_F(LostShardsTest, OtherDatabasesAreRefused) {
  const TempDir folder;
  const auto refused = [&](const store::ShardHosts& hosts) {
    return Serve(ShardedDirectory(kShards), folder.path(), hosts).status();
  };
  const auto wrong = [](const std::string& what) {
    return StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr(what));
  };
  store::ShardHosts exchanged = Hosts();
  std::swap(exchanged.hosts[0].passages, exchanged.hosts[1].passages);
  EXPECT_THAT(refused(exchanged), wrong("passages 0/2"));
  store::ShardHosts facts = Hosts();
  facts.hosts[0].passages = facts.hosts[0].facts;
  EXPECT_THAT(refused(facts), wrong("facts 0/2"));
  store::ShardHosts few = Hosts();
  few.hosts.pop_back();
  EXPECT_THAT(refused(few), wrong("shard_hosts names 1"));
  // The same number of shards of another corpus.
  const std::filesystem::path other = folder.path() / "other";
  BuildSharded(other,
               folder.Write("news.jsonl", R"({"id":"1","title":"甲","text":"另一篇文章。"})"),
               kShards);
  const ShardProcesses of_other = StartShards(other, kShards);
  store::ShardHosts another = Hosts();
  another.hosts[1].facts = of_other.Hosts().hosts[1].facts;
  EXPECT_THAT(refused(another), wrong("another build"));
}

// Servers need the files of shards that they ask for elsewhere neither to start nor to answer.
TEST_F(LostShardsTest, FilesOfOtherMachinesNeedNotBeHere) {
  const TempDir folder;
  const std::filesystem::path copy = folder.path() / "idx";
  std::filesystem::copy(ShardedDirectory(kShards), copy, std::filesystem::copy_options::recursive);
  const store::GenerationDirectory index(base::FileSystem::Real(), copy.string());
  YZ_ASSERT_OK_AND_ASSIGN(const std::string current, index.Current());
  for (const char* shard : {"passages-0", "passages-1", "facts-0", "facts-1"}) {
    std::filesystem::remove_all(std::filesystem::path(index.PathOf(current)) / shard);
  }
  EXPECT_THAT(Serve(copy, folder.path()), StatusIs(absl::StatusCode::kDataLoss));
  absl::StatusOr<ServedIndex> other = Serve(copy, folder.path(), Hosts());
  ASSERT_THAT(other, IsOk());
  served_ = *std::move(other);
  v1::SearchResponse response;
  EXPECT_TRUE(Search(/*allow_partial=*/false, &response).ok());
}

}  // namespace
}  // namespace yinzheng::testing
