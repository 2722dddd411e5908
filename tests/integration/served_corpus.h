// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The sample corpus, indexed and served inside the test's own process: the whole path from text
// files to answers on the wire, with nothing faked in between.
//
//   ServedCorpus& corpus = ServedCorpus::Get();
//   v1::GetIndexStatusResponse response;
//   grpc::Status status = corpus.Call<v1::IndexService>(&v1::IndexService::Stub::GetIndexStatus,
//                                                       v1::GetIndexStatusRequest(), &response);

#ifndef YINZHENG_TESTS_INTEGRATION_SERVED_CORPUS_H_
#define YINZHENG_TESTS_INTEGRATION_SERVED_CORPUS_H_

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "google/rpc/error_details.pb.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/status.h"
#include "services/server/server.h"
#include "tests/support/temp_dir.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::testing {

// One for a test binary. Aborts with a message if the index cannot be built or served: no test
// could say more.
class ServedCorpus {
 public:
  static ServedCorpus& Get();

  services::Server& server() { return *server_; }
  const std::filesystem::path& input() const { return input_; }
  std::string index() const { return (directory_.path() / "idx").string(); }

  // One call over the in-process channel.
  template <typename Service, typename Method, typename Request, typename Response>
  grpc::Status Call(Method method, const Request& request, Response* response) {
    const auto stub = Service::NewStub(channel_);
    grpc::ClientContext context;
    return (stub.get()->*method)(&context, request, response);
  }

  // The article with its body, as the service returns it; read once.
  const v1::Article& Article(const std::string& name);

  // The `entities/…` that a lookup marks as match for `name`; empty if there is none.
  std::string EntityNamed(const std::string& name);

  // Builds the index again from the sample corpus and one more file, and publishes it.
  void PublishAnother(std::string_view file, std::string_view content);

 private:
  ServedCorpus();
  void Build(const std::filesystem::path& extra);

  TempDir directory_;
  std::filesystem::path input_;
  std::unique_ptr<services::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::map<std::string, v1::Article> articles_;
};

// The ErrorInfo of a failed call; fails the test if there is not exactly one.
google::rpc::ErrorInfo InfoOf(const grpc::Status& status);

// Expects that `citation` is what the article says at its span, between what it says are prefix
// and suffix, and that the bytes of the source file say the same.
void ExpectVerbatim(const v1::Citation& citation);

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_INTEGRATION_SERVED_CORPUS_H_
