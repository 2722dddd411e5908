// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// The whole server inside the test, on an index of the sample corpus: what it listens on, what it
// offers, and which error ends a call that it cannot answer.

#include "services/server/server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "clients/cpp/client.h"
#include "clients/cpp/rpc_status.h"
#include "gmock/gmock.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "gtest/gtest.h"
#include "tests/integration/raw_call.h"
#include "tests/integration/sample_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::services {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::yinzheng::testing::CurrentGeneration;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::RawCall;
using ::yinzheng::testing::SampleIndex;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

// grpc.health.v1 and grpc.reflection.v1alpha as bytes: their generated headers are not installed.
constexpr char kHealthCheck[] = "/grpc.health.v1.Health/Check";
constexpr char kHealthServing[] = "\x08\x01";
constexpr char kReflection[] = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
constexpr char kListServices[] = "\x3a\x01*";

ServerOptions Options() {
  ServerOptions options;
  options.index = SampleIndex();
  options.listen = "127.0.0.1:0";
  options.worker_threads = 2;
  options.reload_interval = absl::ZeroDuration();
  return options;
}

std::string ReasonOf(const absl::Status& status) {
  const auto info = client::GetErrorInfo(status);
  return info.has_value() ? info->reason() : "";
}

TEST(ServerTest, SaysThatItServesAndWhat) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(Options()));
  EXPECT_THAT(RawCall(server->InProcessChannel(), kHealthCheck, ""), IsOkAndHolds(kHealthServing));
  YZ_ASSERT_OK_AND_ASSIGN(const std::string services,
                          RawCall(server->InProcessChannel(), kReflection, kListServices));
  for (const char* name : {"SearchService", "ArticleService", "EntityService", "FactService",
                           "CheckService", "IndexService"}) {
    EXPECT_THAT(services, HasSubstr(std::string("yinzheng.v1.") + name));
  }
}

TEST(ServerTest, AnswersOverTcpFromTheCurrentGeneration) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(Options()));
  EXPECT_THAT(server->address(), Not(HasSubstr(":0"))) << "the port that was picked is named";
  const auto client = client::Client::Connect({.address = server->address()});
  YZ_ASSERT_OK_AND_ASSIGN(const v1::GetIndexStatusResponse status,
                          client->GetIndexStatus(v1::GetIndexStatusRequest()));
  EXPECT_EQ(status.generation().id(), CurrentGeneration(SampleIndex()));
  EXPECT_GT(status.info().counts().articles(), 0);
}

TEST(ServerTest, ListensOnAUnixSocket) {
  const TempDir folder;
  ServerOptions options = Options();
  options.listen = "unix:" + (folder.path() / "socket").string();
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(options));
  EXPECT_EQ(server->address(), options.listen);
  const auto client = client::Client::Connect({.address = server->address()});
  EXPECT_THAT(client->GetIndexStatus(v1::GetIndexStatusRequest()), IsOk());
}

TEST(ServerTest, AServerOnAUnixSocketIsNotPushedAside) {
  const TempDir folder;
  ServerOptions options = Options();
  options.listen = "unix:" + (folder.path() / "socket").string();
  YZ_ASSERT_OK_AND_ASSIGN(std::unique_ptr<Server> server, Server::Create(options));
  EXPECT_THAT(Server::Create(options).status(),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr(options.listen)));
  const auto client = client::Client::Connect({.address = options.listen});
  EXPECT_THAT(client->GetIndexStatus(v1::GetIndexStatusRequest()), IsOk());
  server.reset();
  EXPECT_THAT(Server::Create(options), IsOk()) << "a socket that nobody answers is free";
}

TEST(ServerTest, ASocketPathThatIsTooLongIsRefused) {
  ServerOptions options = Options();
  options.listen = "unix:/tmp/" + std::string(200, 'x');
  EXPECT_THAT(Server::Create(options).status(),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("205 bytes")));
}

TEST(ServerTest, ASecondServerOnTheSamePortIsRefused) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(Options()));
  ServerOptions options = Options();
  options.listen = server->address();
  EXPECT_THAT(
      Server::Create(options).status(),
      StatusIs(absl::StatusCode::kUnavailable, HasSubstr("listen on " + server->address())));
}

TEST(ServerTest, AnIndexThatIsNotThereIsNamed) {
  const TempDir folder;
  ServerOptions options = Options();
  options.index = (folder.path() / "none").string();
  EXPECT_THAT(Server::Create(options).status(),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr(options.index)));
}

TEST(ServerTest, ADeadlineThatPassedCarriesItsReason) {
  ServerOptions options = Options();
  options.max_deadline = absl::Nanoseconds(1);
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(options));
  const auto client = client::Client::Connect({.address = server->address()});
  v1::SearchRequest request;
  request.set_query("怀柔科学城");
  const absl::Status status = client->Search(request).status();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_EQ(ReasonOf(status), "DEADLINE_EXCEEDED");
}

TEST(ServerTest, RefusesWhatIsLargerThanAMessageMayBe) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(Options()));
  const auto client = client::Client::Connect({.address = server->address()});
  v1::CheckClaimRequest request;
  request.set_text(std::string((4 << 20) + 1, 'a'));
  EXPECT_THAT(client->CheckClaim(request).status(), StatusIs(absl::StatusCode::kResourceExhausted));
  request.set_text(std::string(4 << 19, 'a'));
  const absl::Status shorter = client->CheckClaim(request).status();
  EXPECT_THAT(shorter, StatusIs(absl::StatusCode::kInvalidArgument)) << "read, then too long";
  EXPECT_EQ(ReasonOf(shorter), "FIELD_OUT_OF_RANGE");
}

TEST(ServerTest, WithoutTokensNobodyChangesItUnlessTheOperatorSaysSo) {
  ServerOptions options = Options();
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> careful, Server::Create(options));
  const auto client = client::Client::Connect({.address = careful->address()});
  const absl::Status refused = client->ReloadIndex(v1::ReloadIndexRequest()).status();
  EXPECT_THAT(refused,
              StatusIs(absl::StatusCode::kPermissionDenied, HasSubstr("allow_operations")));
  EXPECT_EQ(ReasonOf(refused), "SCOPE_MISSING");
  options.allow_operations = true;
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> open, Server::Create(options));
  const auto other = client::Client::Connect({.address = open->address()});
  EXPECT_THAT(other->ReloadIndex(v1::ReloadIndexRequest()), IsOk());
}

// What a scrape gets: an HTTP/1.0 request over a plain socket.
std::string Scrape(const std::string& address) {
  const int peer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in name = {};
  name.sin_family = AF_INET;
  name.sin_port = htons(static_cast<uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
  name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (connect(peer, reinterpret_cast<const sockaddr*>(&name), sizeof(name)) == 0) {
    const std::string request = "GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n";
    send(peer, request.data(), request.size(), MSG_NOSIGNAL);
    char block[4096];
    for (ssize_t size = 0; (size = recv(peer, block, sizeof(block), 0)) > 0;) {
      answer.append(block, static_cast<size_t>(size));
    }
  }
  close(peer);
  return answer;
}

TEST(ServerTest, MetricsTellOfCallsAndOfWhatIsServed) {
  ServerOptions options = Options();
  options.metrics_listen = "127.0.0.1:0";
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(options));
  const auto client = client::Client::Connect({.address = server->address()});
  v1::SearchRequest request;
  request.set_query("怀柔科学城");
  EXPECT_THAT(client->Search(request), IsOk());
  EXPECT_THAT(
      Scrape(server->metrics_address()),
      AllOf(
          HasSubstr("200 OK"),
          HasSubstr("grpc_server_call_duration_seconds_count{grpc_method=\"yinzheng.v1."
                    "SearchService/Search\",grpc_status=\"OK\"} 1"),
          HasSubstr("yinzheng_phase_duration_seconds_count{grpc_method=\"yinzheng.v1."
                    "SearchService/Search\",phase=\"match\"} 1"),
          HasSubstr("yinzheng_index_info{generation=\"" + CurrentGeneration(SampleIndex()) + "\""),
          HasSubstr("yinzheng_index_resources{kind=\"facts\"}"),
          HasSubstr("yinzheng_index_size_bytes"),
          HasSubstr("yinzheng_index_built_timestamp_seconds"),
          HasSubstr("yinzheng_index_opened_timestamp_seconds"), HasSubstr("yinzheng_workers 2")));
  ServerOptions second = Options();
  second.metrics_listen = server->metrics_address();
  EXPECT_THAT(Server::Create(second).status(),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr(second.metrics_listen)));
}

TEST(ServerTest, ChannelzIsThereWhenAskedFor) {
  constexpr char kGetServers[] = "/grpc.channelz.v1.Channelz/GetServers";
  ServerOptions options = Options();
  options.channelz = true;
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(options));
  EXPECT_THAT(RawCall(server->InProcessChannel(), kGetServers, ""), IsOk());
}

// Load balancers look away at NOT_SERVING; who has not looked yet is answered until the delay ends.
TEST(ServerTest, SaysThatItWillStopBeforeItStopsToAnswer) {
  ServerOptions options = Options();
  options.probe_listen = "127.0.0.1:0";
  options.drain_delay = absl::Seconds(4);
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(options));
  const auto probe =
      grpc::CreateChannel(server->probe_address(), grpc::InsecureChannelCredentials());
  const auto client = client::Client::Connect({.address = server->address()});
  ASSERT_THAT(RawCall(probe, kHealthCheck, ""), IsOkAndHolds(kHealthServing));
  ASSERT_THAT(client->GetIndexStatus(v1::GetIndexStatusRequest()), IsOk());
  std::thread stopping([&server] { server->Shutdown(); });
  constexpr char kNotServing[] = "\x08\x02";
  absl::StatusOr<std::string> health = RawCall(probe, kHealthCheck, "");
  while (health.ok() && *health != kNotServing) health = RawCall(probe, kHealthCheck, "");
  EXPECT_THAT(health, IsOkAndHolds(kNotServing));
  EXPECT_THAT(client->GetIndexStatus(v1::GetIndexStatusRequest()), IsOk());
  stopping.join();
  EXPECT_THAT(client->GetIndexStatus(v1::GetIndexStatusRequest()), Not(IsOk()));
}

TEST(ServerTest, ShutdownMayBeCalledTwice) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<Server> server, Server::Create(Options()));
  server->Shutdown();
  server->Shutdown();
  const auto client =
      client::Client::Connect({.address = server->address(), .deadline = absl::Seconds(2)});
  EXPECT_THAT(client->GetIndexStatus(v1::GetIndexStatusRequest()), Not(IsOk()));
}

}  // namespace
}  // namespace yinzheng::services
