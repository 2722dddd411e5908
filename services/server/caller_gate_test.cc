// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/caller_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

constexpr char kSearch[] = "yinzheng.v1.SearchService/Search";
constexpr char kReload[] = "yinzheng.v1.IndexService/ReloadIndex";
constexpr char kList[] = "yinzheng.v1.IndexService/ListGenerations";
constexpr char kStatus[] = "yinzheng.v1.IndexService/GetIndexStatus";

CallHead Head(std::string_view method, const std::string& authorization = "",
              const std::string& peer = "ipv4:127.0.0.1:40000") {
  CallHead head;
  head.method = method;
  head.peer = peer;
  head.authorization = authorization;
  return head;
}

std::shared_ptr<const AccessTokens> Tokens(const std::vector<std::string>& lines) {
  std::string file;
  for (const std::string& line : lines) absl::StrAppend(&file, line, "\n");
  const auto tokens = AccessTokens::Parse(file, "tokens");
  EXPECT_TRUE(tokens.ok()) << tokens.status();
  return std::make_shared<AccessTokens>(*tokens);
}

class CallerGateTest : public testing::Test {
 protected:
  // The reason of the refusal; empty if the call is admitted.
  static std::string Refusal(CallerGate& gate, const CallHead& head) {
    const auto pass = gate.Admit(head);
    return pass.ok() ? "" : ErrorInfoOf(pass.status()).reason();
  }

  base::FakeClock clock_{absl::FromCivil(absl::CivilDay(2026, 6, 1), absl::UTCTimeZone())};
};

TEST_F(CallerGateTest, WithoutTokensEverybodyReadsAndNobodyChangesTheServer) {
  CallerGate gate({}, clock_);
  EXPECT_EQ(Refusal(gate, Head(kSearch)), "");
  EXPECT_EQ(Refusal(gate, Head(kStatus)), "");
  EXPECT_EQ(Refusal(gate, Head(kList)), "");
  EXPECT_EQ(Refusal(gate, Head(kReload)), "SCOPE_MISSING");
  CallerGate open({.tokens = nullptr, .allow_operations = true}, clock_);
  EXPECT_EQ(Refusal(open, Head(kReload)), "");
}

TEST_F(CallerGateTest, WithTokensEachCallNeedsOneThatPermitsIt) {
  CallerGate gate(
      {.tokens = Tokens({TokenLine("reports", "read", "r1"), TokenLine("ops", "read,operate", "o1"),
                         TokenLine("old", "read", "x1") + " expires:2026-05-31",
                         TokenLine("new", "read", "n1") + " expires:2026-06-01"}),
       .allow_operations = true},
      clock_);
  struct Row {
    const char* method;
    const char* authorization;
    const char* reason;
  };
  for (const Row& row : {
           Row{kSearch, "", "TOKEN_REQUIRED"},
           Row{kSearch, "r1", "TOKEN_REQUIRED"},
           Row{kSearch, "Basic r1", "TOKEN_REQUIRED"},
           Row{kSearch, "Bearer", "TOKEN_REQUIRED"},
           Row{kSearch, "Bearer wrong", "TOKEN_REQUIRED"},
           Row{kSearch, "Bearer r1", ""},
           Row{kSearch, "bearer  r1", ""},
           Row{kSearch, "Bearer r1 ", "TOKEN_REQUIRED"},
           Row{kSearch, "Bearer x1", "TOKEN_REQUIRED"},
           Row{kSearch, "Bearer n1", ""},
           Row{kStatus, "Bearer r1", ""},
           Row{kReload, "Bearer r1", "SCOPE_MISSING"},
           Row{kList, "Bearer r1", "SCOPE_MISSING"},
           Row{kReload, "Bearer o1", ""},
           Row{kList, "Bearer o1", ""},
       }) {
    EXPECT_EQ(Refusal(gate, Head(row.method, row.authorization)), row.reason)
        << row.method << " " << row.authorization;
  }
}

TEST_F(CallerGateTest, TokensCanBeChangedWhileItRuns) {
  CallerGate gate({.tokens = Tokens({TokenLine("a", "read", "one")})}, clock_);
  EXPECT_EQ(Refusal(gate, Head(kSearch, "Bearer one")), "");
  gate.SetTokens(Tokens({TokenLine("a", "read", "two")}));
  EXPECT_EQ(Refusal(gate, Head(kSearch, "Bearer one")), "TOKEN_REQUIRED");
  EXPECT_EQ(Refusal(gate, Head(kSearch, "Bearer two")), "");
}

TEST_F(CallerGateTest, ACallerHasSoManyRequestsAtOnceFromAllItsConnections) {
  CallerGate gate({.max_requests_per_caller = 2}, clock_);
  auto first = gate.Admit(Head(kSearch, "", "ipv4:10.0.0.1:40000"));
  auto second = gate.Admit(Head(kSearch, "", "ipv4:10.0.0.1:40001"));
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->caller(), "ipv4:10.0.0.1");
  EXPECT_EQ(Refusal(gate, Head(kSearch, "", "ipv4:10.0.0.1:40002")), "TOO_MANY_REQUESTS");
  EXPECT_EQ(Refusal(gate, Head(kSearch, "", "ipv4:10.0.0.2:40000")), "");
  EXPECT_EQ(Refusal(gate, Head(kSearch, "", "ipv6:[::1]:40000")), "");
  { const CallPass ended = *std::move(first); }
  EXPECT_EQ(Refusal(gate, Head(kSearch, "", "ipv4:10.0.0.1:40002")), "");
}

TEST_F(CallerGateTest, ATokenIsOneCallerWhereverItComesFrom) {
  CallerGate gate({.tokens = Tokens({TokenLine("a", "read", "one"), TokenLine("a", "read", "two")}),
                   .max_requests_per_caller = 1},
                  clock_);
  const auto pass = gate.Admit(Head(kSearch, "Bearer one", "ipv4:10.0.0.1:40000"));
  ASSERT_TRUE(pass.ok());
  EXPECT_EQ(pass->caller(), "a");
  EXPECT_EQ(Refusal(gate, Head(kSearch, "Bearer two", "ipv4:10.0.0.2:40000")), "TOO_MANY_REQUESTS");
}

}  // namespace
}  // namespace yinzheng::services
