// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// New generations under a running server: swapped in without a lost call, or refused.

#include <atomic>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <thread>

#include "clients/cpp/client.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/mutex.h"
#include "services/server/server.h"
#include "tests/integration/sample_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::services {
namespace {

using ::testing::UnorderedElementsAre;
using ::yinzheng::testing::CopySampleIndex;
using ::yinzheng::testing::CurrentGeneration;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::PublishGeneration;
using ::yinzheng::testing::SampleCorpus;
using ::yinzheng::testing::TempDir;

class ServerSwapTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_ = folder_.path() / "idx";
    CopySampleIndex(index_);
    first_ = CurrentGeneration(index_);
    folder_.Write("more/notice.txt", "青州港通航\n2024-05-06\n青州港一期工程建成，泊位有12个。\n");
  }

  void Serve(absl::Duration reload_interval) {
    ServerOptions options;
    options.index = index_.string();
    options.listen = "127.0.0.1:0";
    options.worker_threads = 2;
    options.allow_operations = true;
    options.reload_interval = reload_interval;
    YZ_ASSERT_OK_AND_ASSIGN(server_, Server::Create(options));
    client_ = client::Client::Connect({.address = server_->address()});
  }

  // A second generation, of the sample and one article more.
  absl::StatusOr<std::string> PublishMore() {
    return PublishGeneration({SampleCorpus(), folder_.path() / "more"}, index_);
  }

  // Asks once and returns the generation that answered; an error fails the test.
  std::string Ask() const {
    v1::SearchRequest request;
    request.set_query("北京 科技创新");
    const absl::StatusOr<v1::SearchResponse> response = client_->Search(request);
    EXPECT_THAT(response, IsOk());
    return response.ok() ? response->generation().id() : "";
  }

  TempDir folder_;
  std::filesystem::path index_;
  std::string first_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<client::Client> client_;
};

TEST_F(ServerSwapTest, NoCallIsLostWhenAGenerationIsSwappedIn) {
  Serve(absl::ZeroDuration());
  base::Mutex mutex;
  std::set<std::string> seen;
  std::atomic<bool> stop{false};
  const auto ask_on = [&] {
    while (!stop) {
      const std::string generation = Ask();
      base::MutexLock lock(mutex);
      seen.insert(generation);
    }
  };
  std::thread one(ask_on);
  std::thread other(ask_on);
  const absl::StatusOr<std::string> second = PublishMore();
  EXPECT_THAT(server_->Reload(), IsOkAndHolds(true));
  EXPECT_THAT(server_->Reload(), IsOkAndHolds(false));
  const std::string after = Ask();
  stop = true;
  one.join();
  other.join();
  seen.insert(after);
  YZ_ASSERT_OK(second);
  EXPECT_EQ(after, *second);
  EXPECT_THAT(seen, UnorderedElementsAre(first_, *second));
}

TEST_F(ServerSwapTest, TheWatcherFindsANewGenerationByItself) {
  Serve(absl::Milliseconds(1));
  EXPECT_EQ(Ask(), first_);
  YZ_ASSERT_OK_AND_ASSIGN(const std::string second, PublishMore());
  std::string answered = Ask();
  while (answered == first_) {
    std::this_thread::yield();
    answered = Ask();
  }
  EXPECT_EQ(answered, second);
}

TEST_F(ServerSwapTest, ADamagedGenerationIsRefusedAndTheOldOneServedOn) {
  Serve(absl::ZeroDuration());
  YZ_ASSERT_OK_AND_ASSIGN(const std::string second, PublishMore());
  const std::filesystem::path file = index_ / ("gen-" + second) / "facts" / "postlist.glass";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  const absl::Status refused = server_->Reload().status();
  EXPECT_EQ(refused.code(), absl::StatusCode::kDataLoss) << refused;
  EXPECT_THAT(std::string(refused.message()), ::testing::HasSubstr("postlist.glass"));
  EXPECT_EQ(Ask(), first_);
}

}  // namespace
}  // namespace yinzheng::services
