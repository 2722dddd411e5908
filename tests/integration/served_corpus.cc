// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/integration/served_corpus.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/pipeline/build.h"
#include "indexer/text/unicode.h"
#include "tests/support/shared_corpus.h"
#include "yinzheng/v1/article_service.grpc.pb.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"

namespace yinzheng::testing {
namespace {

// When the sources of the digests appeared; the files themselves say so in words only.
constexpr std::string_view kMetadata =
    R"({"path":"beijing-innovation-centre-five-years.txt","published":"2021-12"}
{"path":"beijing-innovation-highland-two-sessions.txt","published":"2024-03"}
{"path":"beijing-it-pilot-testing-medical-devices.txt","published":"2023-03"}
{"path":"ftz-science-innovation-area.txt","published":"2021-01-16"}
{"path":"life-valley-and-huairou-science-centre.txt","published":"2023-07"}
)";

template <typename T>
T OrDie(absl::StatusOr<T> result) {
  if (result.ok()) return *std::move(result);
  std::cerr << "served corpus: " << result.status() << std::endl;
  std::abort();
}

std::string ReadBytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string Slice(const std::u32string& body, int32_t start, int32_t end) {
  const auto size = static_cast<int32_t>(body.size());
  start = std::clamp(start, 0, size);
  end = std::clamp(end, start, size);
  return text::EncodeUtf8(std::u32string_view(body).substr(static_cast<size_t>(start),
                                                           static_cast<size_t>(end - start)));
}

}  // namespace

ServedCorpus& ServedCorpus::Get() {
  // Destroyed when the test ends: the folder goes with it.
  static ServedCorpus corpus;
  return corpus;
}

ServedCorpus::ServedCorpus() : input_(SourceDir() / "corpus" / "sample") {
  Build({});
  services::ServerOptions options;
  options.index = index();
  options.listen = "unix:" + (directory_.path() / "socket").string();
  options.worker_threads = 2;
  options.allow_operations = true;
  options.reload_interval = absl::ZeroDuration();
  server_ = OrDie(services::Server::Create(options));
  channel_ = server_->InProcessChannel();
}

void ServedCorpus::Build(const std::filesystem::path& extra) {
  indexer::BuildOptions options;
  options.inputs = {input_.string()};
  if (!extra.empty()) options.inputs.push_back(extra.string());
  options.metadata = directory_.Write("metadata.jsonl", kMetadata).string();
  options.index_directory = index();
  const indexer::BuildResult result = indexer::BuildIndex(options, {});
  if (result.status.ok()) return;
  std::cerr << "served corpus: " << result.status << "\n" << result.report.ToString() << std::endl;
  std::abort();
}

void ServedCorpus::PublishAnother(std::string_view file, std::string_view content) {
  Build(directory_.Write("extra/" + std::string(file), content));
}

const v1::Article& ServedCorpus::Article(const std::string& name) {
  const auto [entry, added] = articles_.try_emplace(name);
  if (added) {
    v1::GetArticleRequest request;
    request.set_name(name);
    request.set_view(v1::ARTICLE_VIEW_FULL);
    v1::GetArticleResponse response;
    const grpc::Status status =
        Call<v1::ArticleService>(&v1::ArticleService::Stub::GetArticle, request, &response);
    EXPECT_TRUE(status.ok()) << name << ": " << status.error_message();
    entry->second = response.article();
  }
  return entry->second;
}

std::string ServedCorpus::EntityNamed(const std::string& name) {
  v1::LookupEntitiesRequest request;
  (*request.mutable_queries())["q"].set_name(name);
  v1::LookupEntitiesResponse response;
  const grpc::Status status =
      Call<v1::EntityService>(&v1::EntityService::Stub::LookupEntities, request, &response);
  EXPECT_TRUE(status.ok()) << status.error_message();
  for (const v1::EntityCandidate& candidate : response.results().at("q").candidates()) {
    if (candidate.match()) return candidate.entity().name();
  }
  ADD_FAILURE() << name << " matches no entity";
  return "";
}

google::rpc::ErrorInfo InfoOf(const grpc::Status& status) {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  EXPECT_EQ(details.details_size(), 1);
  if (details.details_size() != 1) return info;
  EXPECT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.domain(), "yinzheng");
  return info;
}

void ExpectVerbatim(const v1::Citation& citation) {
  ServedCorpus& corpus = ServedCorpus::Get();
  const std::u32string body = text::DecodeUtf8(corpus.Article(citation.article()).body());
  const v1::TextSpan& span = citation.span();
  EXPECT_FALSE(citation.quote().empty());
  EXPECT_EQ(citation.quote(), Slice(body, span.start(), span.end()));
  EXPECT_EQ(citation.prefix(), Slice(body, span.start() - 32, span.start()));
  EXPECT_EQ(citation.suffix(), Slice(body, span.end(), span.end() + 32));
  if (citation.has_value_span()) {
    EXPECT_GE(citation.value_span().start(), span.start()) << citation.quote();
    EXPECT_LE(citation.value_span().end(), span.end()) << citation.quote();
  }
  const std::string bytes = ReadBytes(corpus.input() / citation.source().path());
  EXPECT_EQ(citation.source().sha256(), base::Sha256Hex(bytes)) << citation.source().path();
  const auto begin = static_cast<size_t>(citation.source().start_byte());
  const auto end = static_cast<size_t>(citation.source().end_byte());
  ASSERT_LE(end, bytes.size());
  EXPECT_EQ(bytes.substr(begin, end - begin), citation.quote());
}

}  // namespace yinzheng::testing
