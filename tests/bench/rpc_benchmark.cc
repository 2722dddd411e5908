// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What each RPC takes beside one that does nothing and beside a search: one client, one server, one
// Unix socket, requests drawn from the index itself with a fixed seed. All calls of a round follow
// one another, so that whatever else the machine does weighs on all of them alike; the ratios are
// what counts. Prints a table; skips with a message where the news corpus is absent.
//
// YINZHENG_BENCH_INDEX names an index directory to measure instead of building one.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/synchronization/notification.h"
#include "clients/cpp/client.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/security/credentials.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/build.h"
#include "indexer/text/unicode.h"
#include "services/server/server.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/temp_dir.h"

namespace yinzheng {
namespace {

constexpr char kCorpus[] = "corpus/news.jsonl.gz";
constexpr uint32_t kSeed = 20261129;
constexpr int kRounds = 300;
constexpr int kWarmUp = 20;
constexpr int kSampledPages = 20;

// What requests are made of: articles, entities and facts of the index.
class Sampler {
 public:
  absl::Status Read(const client::Client& client) {
    v1::ListArticlesRequest articles;
    articles.set_view(v1::ARTICLE_VIEW_FULL);
    articles.set_page_size(100);
    v1::ListEntitiesRequest entities;
    entities.set_page_size(100);
    v1::SearchFactsRequest facts;
    facts.set_page_size(500);
    for (int page = 0; page < kSampledPages; ++page) {
      YZ_ASSIGN_OR_RETURN(const v1::ListArticlesResponse more, client.ListArticles(articles));
      articles_.insert(articles_.end(), more.articles().begin(), more.articles().end());
      YZ_ASSIGN_OR_RETURN(const v1::ListEntitiesResponse named, client.ListEntities(entities));
      entities_.insert(entities_.end(), named.entities().begin(), named.entities().end());
      YZ_ASSIGN_OR_RETURN(const v1::SearchFactsResponse stated, client.SearchFacts(facts));
      facts_.insert(facts_.end(), stated.facts().begin(), stated.facts().end());
      articles.set_page_token(more.next_page_token());
      entities.set_page_token(named.next_page_token());
      facts.set_page_token(stated.next_page_token());
      if (articles.page_token().empty() || entities.page_token().empty() ||
          facts.page_token().empty()) {
        break;
      }
    }
    if (!articles_.empty() && !entities_.empty() && !facts_.empty()) return absl::OkStatus();
    return absl::FailedPreconditionError("the index has no articles, entities or facts to ask for");
  }

  const v1::Article& Article() { return Pick(articles_); }
  const v1::Entity& Entity() { return Pick(entities_); }
  const v1::Fact& Fact() { return Pick(facts_); }

  // A piece of a body, `size` code points at most.
  std::string Words(size_t size) {
    const v1::Article& article = Article();
    const std::u32string body = text::DecodeUtf8(article.body());
    const size_t start = random_() % std::max<size_t>(1, body.size());
    const std::string words = text::EncodeUtf8(body.substr(start, size));
    return words.empty() ? article.title() : words;
  }

 private:
  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }

  std::mt19937 random_{kSeed};
  std::vector<v1::Article> articles_;
  std::vector<v1::Entity> entities_;
  std::vector<v1::Fact> facts_;
};

// An RPC: draws a request and returns the call to be timed.
struct Rpc {
  const char* name;
  std::function<std::function<absl::Status()>(Sampler&)> draw;
};

template <typename Request, typename Response>
std::function<absl::Status()> CallOf(
    const client::Client& client,
    absl::StatusOr<Response> (client::Client::*method)(const Request&) const, Request request) {
  return [&client, method, request = std::move(request)] {
    return (client.*method)(request).status();
  };
}

// A health check: what transport and dispatch take.
absl::Status CallNothing(grpc::GenericStub& stub) {
  grpc::ClientContext context;
  grpc::ByteBuffer response;
  const grpc::Slice nothing("");
  const grpc::ByteBuffer request(&nothing, 1);
  absl::Notification done;
  grpc::Status status;
  stub.UnaryCall(&context, "/grpc.health.v1.Health/Check", {}, &request, &response,
                 [&](const grpc::Status& result) {
                   status = result;
                   done.Notify();
                 });
  done.WaitForNotification();
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
}

void AddSearchRpcs(const client::Client& client, std::vector<Rpc>& rpcs) {
  rpcs.push_back({"Search", [&](Sampler& sampler) {
                    v1::SearchRequest request;
                    request.set_query(absl::StrCat(sampler.Words(4), " ", sampler.Words(2)));
                    return CallOf(client, &client::Client::Search, request);
                  }});
  rpcs.push_back({"Suggest", [&](Sampler& sampler) {
                    v1::SuggestRequest request;
                    const std::u32string name = text::DecodeUtf8(sampler.Entity().display_name());
                    request.set_prefix(text::EncodeUtf8(name.substr(0, 2)));
                    return CallOf(client, &client::Client::Suggest, request);
                  }});
  rpcs.push_back({"FindSimilarArticles", [&](Sampler& sampler) {
                    v1::FindSimilarArticlesRequest request;
                    request.set_article(sampler.Article().name());
                    return CallOf(client, &client::Client::FindSimilarArticles, request);
                  }});
  rpcs.push_back({"Ask", [&](Sampler& sampler) {
                    const v1::Fact& fact = sampler.Fact();
                    v1::AskRequest request;
                    request.set_question(
                        absl::StrCat(fact.subject().display_name(), fact.property(), "是多少？"));
                    return CallOf(client, &client::Client::Ask, request);
                  }});
}

void AddArticleRpcs(const client::Client& client, std::vector<Rpc>& rpcs) {
  rpcs.push_back({"GetArticle", [&](Sampler& sampler) {
                    v1::GetArticleRequest request;
                    request.set_name(sampler.Article().name());
                    request.set_view(v1::ARTICLE_VIEW_FULL);
                    return CallOf(client, &client::Client::GetArticle, request);
                  }});
  rpcs.push_back({"BatchGetArticles, 10", [&](Sampler& sampler) {
                    v1::BatchGetArticlesRequest request;
                    for (int i = 0; i < 10; ++i) request.add_names(sampler.Article().name());
                    return CallOf(client, &client::Client::BatchGetArticles, request);
                  }});
  rpcs.push_back({"ListArticles", [&](Sampler& /*sampler*/) {
                    return CallOf(client, &client::Client::ListArticles, v1::ListArticlesRequest());
                  }});
  rpcs.push_back({"BatchGetPassages, 1", [&](Sampler& sampler) {
                    v1::BatchGetPassagesRequest request;
                    request.add_names(absl::StrCat(sampler.Article().name(), "/passages/1"));
                    return CallOf(client, &client::Client::BatchGetPassages, request);
                  }});
}

void AddEntityRpcs(const client::Client& client, std::vector<Rpc>& rpcs) {
  rpcs.push_back({"LookupEntities, exact", [&](Sampler& sampler) {
                    v1::LookupEntitiesRequest request;
                    (*request.mutable_queries())["q"].set_name(sampler.Entity().display_name());
                    return CallOf(client, &client::Client::LookupEntities, request);
                  }});
  rpcs.push_back({"GetEntity", [&](Sampler& sampler) {
                    v1::GetEntityRequest request;
                    request.set_name(sampler.Entity().name());
                    return CallOf(client, &client::Client::GetEntity, request);
                  }});
  rpcs.push_back({"ListEntities", [&](Sampler& /*sampler*/) {
                    return CallOf(client, &client::Client::ListEntities, v1::ListEntitiesRequest());
                  }});
  rpcs.push_back({"ListMentions", [&](Sampler& sampler) {
                    v1::ListMentionsRequest request;
                    request.set_entity(sampler.Entity().name());
                    return CallOf(client, &client::Client::ListMentions, request);
                  }});
  rpcs.push_back({"ListRelatedEntities", [&](Sampler& sampler) {
                    v1::ListRelatedEntitiesRequest request;
                    request.set_entity(sampler.Entity().name());
                    return CallOf(client, &client::Client::ListRelatedEntities, request);
                  }});
}

void AddFactRpcs(const client::Client& client, std::vector<Rpc>& rpcs) {
  rpcs.push_back({"SearchFacts, subject", [&](Sampler& sampler) {
                    v1::SearchFactsRequest request;
                    request.set_subject(sampler.Entity().name());
                    return CallOf(client, &client::Client::SearchFacts, request);
                  }});
  rpcs.push_back({"SearchFacts, words", [&](Sampler& sampler) {
                    v1::SearchFactsRequest request;
                    request.set_query(sampler.Words(6));
                    return CallOf(client, &client::Client::SearchFacts, request);
                  }});
  rpcs.push_back({"GetFact", [&](Sampler& sampler) {
                    v1::GetFactRequest request;
                    request.set_name(sampler.Fact().name());
                    return CallOf(client, &client::Client::GetFact, request);
                  }});
  rpcs.push_back({"BatchGetFacts, 10", [&](Sampler& sampler) {
                    v1::BatchGetFactsRequest request;
                    for (int i = 0; i < 10; ++i) request.add_names(sampler.Fact().name());
                    return CallOf(client, &client::Client::BatchGetFacts, request);
                  }});
  rpcs.push_back({"ListProperties", [&](Sampler& sampler) {
                    v1::ListPropertiesRequest request;
                    request.set_subject(sampler.Entity().name());
                    return CallOf(client, &client::Client::ListProperties, request);
                  }});
  rpcs.push_back({"GetTimeline", [&](Sampler& sampler) {
                    v1::GetTimelineRequest request;
                    request.add_subjects(sampler.Entity().name());
                    return CallOf(client, &client::Client::GetTimeline, request);
                  }});
  rpcs.push_back({"ListConflicts, subject", [&](Sampler& sampler) {
                    v1::ListConflictsRequest request;
                    request.set_subject(sampler.Entity().name());
                    return CallOf(client, &client::Client::ListConflicts, request);
                  }});
}

void AddCheckRpcs(const client::Client& client, std::vector<Rpc>& rpcs) {
  rpcs.push_back({"CheckClaim, a sentence", [&](Sampler& sampler) {
                    v1::CheckClaimRequest request;
                    request.set_text(sampler.Fact().citations(0).quote());
                    return CallOf(client, &client::Client::CheckClaim, request);
                  }});
  rpcs.push_back({"VerifyQuotes, 1", [&](Sampler& sampler) {
                    v1::VerifyQuotesRequest request;
                    request.add_quotes()->set_text(sampler.Words(20));
                    return CallOf(client, &client::Client::VerifyQuotes, request);
                  }});
  rpcs.push_back({"AnalyzeText, 200 characters", [&](Sampler& sampler) {
                    v1::AnalyzeTextRequest request;
                    request.set_text(sampler.Words(200));
                    return CallOf(client, &client::Client::AnalyzeText, request);
                  }});
  rpcs.push_back({"GetIndexStatus", [&](Sampler& /*sampler*/) {
                    return CallOf(client, &client::Client::GetIndexStatus,
                                  v1::GetIndexStatusRequest());
                  }});
}

struct Timed {
  Rpc rpc;
  std::vector<double> micros;
};

double Percentile(std::vector<double> times, double share) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1,
                        static_cast<size_t>(share * static_cast<double>(times.size())))];
}

absl::Status Measure(std::vector<Timed>& timed, Sampler& sampler) {
  for (int round = -kWarmUp; round < kRounds; ++round) {
    for (Timed& rpc : timed) {
      const std::function<absl::Status()> call = rpc.rpc.draw(sampler);
      const auto begin = std::chrono::steady_clock::now();
      const absl::Status status = call();
      const std::chrono::duration<double, std::micro> took =
          std::chrono::steady_clock::now() - begin;
      if (!status.ok()) {
        return absl::Status(status.code(), absl::StrCat(rpc.rpc.name, ": ", status.ToString()));
      }
      if (round >= 0) rpc.micros.push_back(took.count());
    }
  }
  return absl::OkStatus();
}

void Print(const std::vector<Timed>& timed) {
  const double nothing = Percentile(timed[0].micros, 0.5);
  const double search = Percentile(timed[1].micros, 0.5);
  absl::PrintF("%d calls of each, microseconds of wall time\n%-28s %8s %8s  %s\n", kRounds, "RPC",
               "p50", "p99", "p50 / empty   p50 / Search");
  for (const Timed& rpc : timed) {
    const double median = Percentile(rpc.micros, 0.5);
    absl::PrintF("%-28s %8.0f %8.0f  %11.2f   %12.2f\n", rpc.rpc.name, median,
                 Percentile(rpc.micros, 0.99), median / nothing, median / search);
  }
}

absl::Status Run(const std::string& index) {
  const testing::TempDir directory;
  services::ServerOptions options;
  options.index = index;
  options.listen = "unix:" + (directory.path() / "socket").string();
  options.worker_threads = 2;
  options.reload_interval = absl::ZeroDuration();
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<services::Server> server,
                      services::Server::Create(options));
  const std::unique_ptr<client::Client> client =
      client::Client::Connect({.address = options.listen, .deadline = absl::Seconds(60)});
  grpc::GenericStub stub(grpc::CreateChannel(options.listen, grpc::InsecureChannelCredentials()));
  std::vector<Rpc> rpcs = {{"empty (health check)", [&](Sampler& /*sampler*/) {
                              return [&stub] { return CallNothing(stub); };
                            }}};
  AddSearchRpcs(*client, rpcs);
  AddArticleRpcs(*client, rpcs);
  AddEntityRpcs(*client, rpcs);
  AddFactRpcs(*client, rpcs);
  AddCheckRpcs(*client, rpcs);
  std::vector<Timed> timed;
  for (Rpc& rpc : rpcs) timed.push_back({std::move(rpc), {}});
  Sampler sampler;
  YZ_RETURN_IF_ERROR(sampler.Read(*client));
  YZ_RETURN_IF_ERROR(Measure(timed, sampler));
  Print(timed);
  return absl::OkStatus();
}

absl::Status BuildAndRun(const std::string& input) {
  const testing::TempDir directory;
  indexer::BuildOptions options;
  options.inputs = {input};
  options.index_directory = (directory.path() / "idx").string();
  options.jobs = 2;
  YZ_RETURN_IF_ERROR(indexer::BuildIndex(options, {}).status);
  return Run(options.index_directory);
}

int Main() {
  const char* given = std::getenv("YINZHENG_BENCH_INDEX");
  const auto corpus = testing::SharedPath(kCorpus);
  absl::Status status;
  if (given != nullptr && *given != '\0') {
    status = Run(given);
  } else if (corpus) {
    status = BuildAndRun(corpus->string());
  } else {
    absl::PrintF("%s\n", testing::SharedMissing(kCorpus).c_str());
  }
  if (status.ok()) return EXIT_SUCCESS;
  absl::FPrintF(stderr, "%s\n", status.ToString().c_str());
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace yinzheng

int main() { return yinzheng::Main(); }
