// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// The server with TLS, client certificates and tokens, over TCP on loopback: what a caller with
// them, without them and with wrong ones gets, and that what is replaced on disk takes effect.

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "clients/cpp/client.h"
#include "clients/cpp/rpc_status.h"
#include "gmock/gmock.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "gtest/gtest.h"
#include "indexer/base/logging.h"
#include "services/server/access_tokens.h"
#include "services/server/server.h"
#include "tests/integration/raw_call.h"
#include "tests/integration/sample_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_certificates.h"

namespace yinzheng::services {
namespace {

using ::testing::HasSubstr;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::RawCall;
using ::yinzheng::testing::SampleIndex;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;
using ::yinzheng::testing::TestAuthority;
using ::yinzheng::testing::TestCertificate;

constexpr char kHealthCheck[] = "/grpc.health.v1.Health/Check";
constexpr char kHealthServing[] = "\x08\x01";

std::string ReasonOf(const absl::Status& status) {
  const auto info = client::GetErrorInfo(status);
  return info.has_value() ? info->reason() : "";
}

class SecureServerTest : public ::testing::Test {
 protected:
  SecureServerTest() {
    base::SetLogLevel(base::LogLevel::kWarning);  // many calls are refused here, as they should be
    WriteServerCertificate(authority_.Issue("localhost"));
    folder_.Write("ca.pem", authority_.root());
  }

  std::string Path(const std::string& name) const { return (folder_.path() / name).string(); }

  // Puts both files in place of the old ones; each is replaced by a rename.
  void WriteServerCertificate(const TestCertificate& made) const {
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>{"server.pem", made.certificate},
          {"server.key", made.private_key}}) {
      folder_.Write(name + ".new", text);
      std::filesystem::rename(Path(name + ".new"), Path(name));
    }
  }

  ServerOptions Options() const {
    ServerOptions options;
    options.index = SampleIndex();
    options.listen = "127.0.0.1:0";
    options.worker_threads = 2;
    options.reload_interval = absl::ZeroDuration();
    options.tls.certificate = Path("server.pem");
    options.tls.private_key = Path("server.key");
    return options;
  }

  void Serve(const ServerOptions& options) {
    YZ_ASSERT_OK_AND_ASSIGN(server_, Server::Create(options));
  }

  client::ClientTls Trusting(const TestAuthority& authority) const {
    client::ClientTls tls;
    tls.root_certificates = authority.root();
    return tls;
  }

  // Sends one call over a connection of its own.
  absl::Status Call(const std::string& token, const std::optional<client::ClientTls>& tls) const {
    return ClientWith(token, tls)->GetIndexStatus(v1::GetIndexStatusRequest()).status();
  }
  std::unique_ptr<client::Client> ClientWith(const std::string& token,
                                             const std::optional<client::ClientTls>& tls) const {
    return client::Client::Connect(
        {.address = server_->address(), .deadline = absl::Seconds(10), .token = token, .tls = tls});
  }

  const TempDir folder_;
  const TestAuthority authority_{"Test authority"};
  std::unique_ptr<Server> server_;
};

TEST_F(SecureServerTest, OnlyCallersThatSpeakTlsAndTrustTheCertificateAreServed) {
  Serve(Options());
  EXPECT_THAT(Call("", Trusting(authority_)), IsOk());
  EXPECT_THAT(Call("", std::nullopt), StatusIs(absl::StatusCode::kUnavailable)) << "no TLS";
  const TestAuthority other("Other authority");
  EXPECT_THAT(Call("", Trusting(other)), StatusIs(absl::StatusCode::kUnavailable))
      << "a certificate that the caller has no reason to trust";
  client::ClientTls other_name = Trusting(authority_);
  other_name.server_name = "elsewhere.example";
  EXPECT_THAT(Call("", other_name), StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(SecureServerTest, WithAClientAuthorityCallersNeedACertificateOfIt) {
  ServerOptions options = Options();
  options.tls.client_ca = Path("ca.pem");
  Serve(options);
  EXPECT_THAT(Call("", Trusting(authority_)), StatusIs(absl::StatusCode::kUnavailable));
  const auto with = [this](const TestCertificate& made) {
    client::ClientTls tls = Trusting(authority_);
    tls.certificate = made.certificate;
    tls.private_key = made.private_key;
    return tls;
  };
  EXPECT_THAT(Call("", with(authority_.Issue("reports"))), IsOk());
  const TestAuthority other("Other authority");
  EXPECT_THAT(Call("", with(other.Issue("reports"))), StatusIs(absl::StatusCode::kUnavailable));
  const TestCertificate expired = authority_.Issue("reports", {.from_day = -2, .to_day = -1});
  EXPECT_THAT(Call("", with(expired)), StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(SecureServerTest, TokensDecideWhoIsAnswered) {
  const std::string tokens = TokenLine("reports", "read", "r1") + "\n" +
                             TokenLine("ops", "read,operate", "o1") + "\n" +
                             TokenLine("old", "read", "x1") + " expires:2020-01-01\n";
  ServerOptions options = Options();
  options.tokens = folder_.Write("tokens", tokens).string();
  Serve(options);
  const client::ClientTls tls = Trusting(authority_);
  struct Row {
    const char* token;
    absl::StatusCode code;
    const char* reason;
  };
  for (const Row& row : {Row{"r1", absl::StatusCode::kOk, ""},
                         Row{"", absl::StatusCode::kUnauthenticated, "TOKEN_REQUIRED"},
                         Row{"wrong", absl::StatusCode::kUnauthenticated, "TOKEN_REQUIRED"},
                         Row{"x1", absl::StatusCode::kUnauthenticated, "TOKEN_REQUIRED"}}) {
    const absl::Status status = Call(row.token, tls);
    EXPECT_EQ(status.code(), row.code) << row.token << " " << status;
    EXPECT_EQ(ReasonOf(status), row.reason);
  }
  const absl::Status refused = ClientWith("r1", tls)->ReloadIndex({}).status();
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kPermissionDenied, HasSubstr("operate")));
  EXPECT_EQ(ReasonOf(refused), "SCOPE_MISSING");
  EXPECT_THAT(ClientWith("o1", tls)->ReloadIndex({}), IsOk());
}

TEST_F(SecureServerTest, ReplacedTokensTakeEffectWithoutARestart) {
  ServerOptions options = Options();
  options.tokens = folder_.Write("tokens", TokenLine("a", "read", "one")).string();
  Serve(options);
  const client::ClientTls tls = Trusting(authority_);
  EXPECT_THAT(Call("one", tls), IsOk());
  folder_.Write("tokens", TokenLine("a", "read", "two"));
  const auto client = ClientWith("two", tls);
  const absl::Time end = absl::Now() + absl::Seconds(30);
  while (!client->GetIndexStatus({}).ok() && absl::Now() < end) std::this_thread::yield();
  EXPECT_THAT(Call("two", tls), IsOk());
  EXPECT_THAT(Call("one", tls), StatusIs(absl::StatusCode::kUnauthenticated));
}

TEST_F(SecureServerTest, AReplacedCertificateTakesEffectWithoutARestart) {
  Serve(Options());
  const TestAuthority next("Next authority");
  EXPECT_THAT(Call("", Trusting(next)), StatusIs(absl::StatusCode::kUnavailable));
  const auto standing = ClientWith("", Trusting(authority_));
  EXPECT_THAT(standing->GetIndexStatus({}), IsOk());
  WriteServerCertificate(next.Issue("localhost"));
  const absl::Time end = absl::Now() + absl::Seconds(30);
  absl::Status status = absl::UnknownError("not tried");
  while (!status.ok() && absl::Now() < end) status = Call("", Trusting(next));
  EXPECT_THAT(status, IsOk());
  EXPECT_THAT(standing->GetIndexStatus({}), IsOk()) << "connections that stand go on";
}

TEST_F(SecureServerTest, ProbesNeedNeitherTlsNorTokenAndGetNothingElse) {
  ServerOptions options = Options();
  options.tokens = folder_.Write("tokens", TokenLine("a", "read", "one")).string();
  options.probe_listen = "127.0.0.1:0";
  Serve(options);
  const auto channel =
      grpc::CreateChannel(server_->probe_address(), grpc::InsecureChannelCredentials());
  EXPECT_THAT(RawCall(channel, kHealthCheck, ""), IsOkAndHolds(kHealthServing));
  // HealthCheckRequest{service: …}: field 1, its length, the name.
  const std::string search = "yinzheng.v1.SearchService";
  EXPECT_THAT(RawCall(channel, kHealthCheck, "\x0a\x19" + search), IsOkAndHolds(kHealthServing));
  EXPECT_THAT(RawCall(channel, "/yinzheng.v1.IndexService/GetIndexStatus", ""),
              StatusIs(absl::StatusCode::kUnimplemented));
  EXPECT_THAT(RawCall(channel, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
                      "\x3a\x01*"),
              StatusIs(absl::StatusCode::kUnimplemented));
}

TEST_F(SecureServerTest, FilesThatCannotWorkStopItBeforeItListens) {
  const TestCertificate other = authority_.Issue("localhost");
  const TestCertificate expired = authority_.Issue("localhost", {.from_day = -2, .to_day = -1});
  const TestCertificate coming = authority_.Issue("localhost", {.from_day = 1, .to_day = 2});
  folder_.Write("other.key", other.private_key);
  folder_.Write("expired.pem", expired.certificate);
  folder_.Write("coming.pem", coming.certificate);
  folder_.Write("text.pem", "no certificate");
  struct Row {
    const char* certificate;
    const char* key;
    const char* message;
  };
  for (const Row& row : {Row{"none.pem", "server.key", "none.pem"},
                         Row{"text.pem", "server.key", "holds no PEM certificate"},
                         Row{"expired.pem", "server.key", "has expired"},
                         Row{"coming.pem", "server.key", "is not valid yet"},
                         Row{"server.pem", "text.pem", "holds no PEM private key"},
                         Row{"server.pem", "other.key", "does not belong to the certificate"}}) {
    ServerOptions options = Options();
    options.tls.certificate = Path(row.certificate);
    options.tls.private_key = Path(row.key);
    EXPECT_THAT(Server::Create(options).status(),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(row.message)));
  }
  ServerOptions options = Options();
  options.tokens = Path("none");
  EXPECT_THAT(Server::Create(options).status(),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("none")));
}

}  // namespace
}  // namespace yinzheng::services
