// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/ordered_workers.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::indexer {
namespace {

using ::yinzheng::testing::StatusIs;

// Work whose length varies, so that later items are done first.
std::string Spell(int number) {
  std::string out;
  for (int i = 0; i < (number % 7) * 1000; ++i) out = std::to_string(number);
  return std::to_string(number);
}

class OrderedWorkersTest : public ::testing::TestWithParam<int> {};

TEST_P(OrderedWorkersTest, HandsResultsOnInOrder) {
  std::vector<std::string> got;
  std::vector<std::string> want;
  OrderedWorkers<int, std::string> workers(GetParam(), Spell, [&](std::string word) {
    got.push_back(std::move(word));
    return absl::OkStatus();
  });
  for (int i = 0; i < 500; ++i) {
    want.push_back(std::to_string(i));
    YZ_ASSERT_OK(workers.Submit(i));
  }
  YZ_ASSERT_OK(workers.Finish());
  EXPECT_EQ(got, want);
}

TEST_P(OrderedWorkersTest, StopsAtTheFirstError) {
  int consumed = 0;
  OrderedWorkers<int, std::string> workers(GetParam(), Spell, [&](const std::string& word) {
    ++consumed;
    return word == "3" ? absl::AbortedError("three") : absl::OkStatus();
  });
  absl::Status status;
  for (int i = 0; i < 500 && status.ok(); ++i) status = workers.Submit(i);
  if (status.ok()) status = workers.Finish();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kAborted));
  EXPECT_EQ(consumed, 4);
}

TEST_P(OrderedWorkersTest, MayBeLeftUnfinished) {
  OrderedWorkers<int, std::string> workers(GetParam(), Spell,
                                           [](const std::string&) { return absl::OkStatus(); });
  YZ_ASSERT_OK(workers.Submit(1));
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedWorkersTest, ::testing::Values(0, 1, 2, 8));

}  // namespace
}  // namespace yinzheng::indexer
