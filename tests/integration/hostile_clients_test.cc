// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// Clients that mean no good, or do not know better: garbage for frames and for messages,
// connections that say nothing and read nothing, floods, cancellations. Each gets an end, and
// whoever comes after is served.

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "clients/cpp/client.h"
#include "clients/cpp/rpc_status.h"
#include "gmock/gmock.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "gtest/gtest.h"
#include "indexer/base/logging.h"
#include "services/server/server.h"
#include "tests/integration/sample_index.h"
#include "tests/support/status_matchers.h"
#include "yinzheng/v1/search_service.grpc.pb.h"

namespace yinzheng::services {
namespace {

using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::SampleIndex;

constexpr char kHttp2Preface[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

// A plain TCP connection to the server; closed by the destructor.
class Connection {
 public:
  explicit Connection(const std::string& address)
      : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in name = {};
    name.sin_family = AF_INET;
    name.sin_port = htons(static_cast<uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<const sockaddr*>(&name), sizeof(name)), 0);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { close(socket_); }

  // What does not go out any more is of no interest: the server has hung up.
  void Send(const std::string& bytes) const {
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    static_cast<void>(sent);
  }

 private:
  const int socket_;
};

class HostileClientsTest : public ::testing::Test {
 protected:
  HostileClientsTest() {
    base::SetLogLevel(base::LogLevel::kError);  // every second call fails here, as it should
  }

  void Serve(int workers, int queue, int per_caller) {
    ServerOptions options;
    options.index = SampleIndex();
    options.listen = "127.0.0.1:0";
    options.worker_threads = workers;
    options.queue_size = queue;
    options.max_requests_per_caller = per_caller;
    options.reload_interval = absl::ZeroDuration();
    YZ_ASSERT_OK_AND_ASSIGN(server_, Server::Create(options));
    client_ =
        client::Client::Connect({.address = server_->address(), .deadline = absl::Seconds(60)});
  }

  // Whether somebody who comes now is served.
  void ExpectServes() {
    v1::SearchRequest request;
    request.set_query("怀柔科学城");
    const auto found = client_->Search(request);
    ASSERT_THAT(found, IsOk());
    EXPECT_FALSE(found->results().empty());
  }

  std::string RandomBytes(size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random_());
    return bytes;
  }

  std::mt19937 random_{20261130};
  std::unique_ptr<Server> server_;
  std::unique_ptr<client::Client> client_;
};

TEST_F(HostileClientsTest, GarbageForFrames) {
  Serve(2, 16, 64);
  for (int i = 0; i < 200; ++i) {
    const Connection connection(server_->address());
    switch (i % 4) {
      case 0:
        connection.Send(RandomBytes(1 + random_() % 4096));
        break;
      case 1:
        connection.Send(kHttp2Preface + RandomBytes(random_() % 4096));
        break;
      case 2:  // frames of every type, with lengths that are honest
        connection.Send(kHttp2Preface);
        for (int type = 0; type < 12; ++type) {
          const std::string payload = RandomBytes(random_() % 64);
          connection.Send(
              std::string{0, 0, static_cast<char>(payload.size()), static_cast<char>(type)} +
              RandomBytes(5) + payload);
        }
        break;
      default:
        connection.Send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    }
  }
  ExpectServes();
}

TEST_F(HostileClientsTest, ConnectionsThatSayNothingAndReadNothing) {
  Serve(2, 16, 64);
  std::vector<std::unique_ptr<Connection>> idle;
  for (int i = 0; i < 200; ++i) {
    idle.push_back(std::make_unique<Connection>(server_->address()));
    if (i % 2 == 0) idle.back()->Send(kHttp2Preface);
  }
  ExpectServes();
}

TEST_F(HostileClientsTest, AFloodIsAnsweredOrRefusedAndEnds) {
  Serve(1, 4, 8);
  constexpr int kThreads = 24;
  constexpr int kCalls = 20;
  std::atomic<int> answered{0};
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < kCalls; ++k) {
        v1::AskRequest request;
        request.set_question("怀柔科学城有多少家企业？");
        const absl::Status status = client_->Ask(request).status();
        if (status.ok()) ++answered;
        if (status.code() == absl::StatusCode::kResourceExhausted) ++refused;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answered + refused, kThreads * kCalls) << "nothing ends in another way";
  EXPECT_GT(answered, 0);
  EXPECT_GT(refused, 0) << "more callers than may run at once";
  ExpectServes();
}

TEST_F(HostileClientsTest, CallsThatAreCancelledAtOnceLeaveNoPlaceTaken) {
  Serve(2, 16, 16);
  const auto stub = v1::SearchService::NewStub(
      grpc::CreateChannel(server_->address(), grpc::InsecureChannelCredentials()));
  for (int i = 0; i < 300; ++i) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    v1::AskRequest request;
    request.set_question("怀柔科学城有多少家企业？");
    v1::AskResponse response;
    std::thread canceller([&context] { context.TryCancel(); });
    const grpc::Status status = stub->Ask(&context, request, &response);
    canceller.join();
    EXPECT_TRUE(status.ok() || status.error_code() == grpc::StatusCode::CANCELLED ||
                status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED)
        << status.error_message();
  }
  // The handlers of cancelled calls end soon; then all places are free again.
  const absl::Time end = absl::Now() + absl::Seconds(30);
  absl::Status status = absl::UnknownError("not tried");
  v1::GetIndexStatusRequest request;
  while (!status.ok() && absl::Now() < end) status = client_->GetIndexStatus(request).status();
  ExpectServes();
}

}  // namespace
}  // namespace yinzheng::services
