// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// The server when its workers are held up: it refuses what does not fit into the queue, and its
// shutdown answers everything and returns. A worker is held up without any seam in the server: a
// reload reads CURRENT, and here CURRENT is a FIFO that nobody writes to yet.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <memory>
#include <vector>

#include "clients/cpp/client.h"
#include "clients/cpp/rpc_status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/mutex.h"
#include "services/server/server.h"
#include "tests/integration/sample_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::services {
namespace {

using ::yinzheng::testing::CopySampleIndex;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

class ServerShutdownTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_ = folder_.path() / "idx";
    CopySampleIndex(index_);
    std::filesystem::rename(index_ / "CURRENT", index_ / "CURRENT.real");
    std::filesystem::copy(index_ / "CURRENT.real", index_ / "CURRENT");
    ServerOptions options;
    options.index = index_.string();
    options.listen = "127.0.0.1:0";
    options.worker_threads = 1;
    options.queue_size = 1;
    options.allow_operations = true;
    options.drain_timeout = absl::Milliseconds(10);
    options.reload_interval = absl::ZeroDuration();
    YZ_ASSERT_OK_AND_ASSIGN(server_, Server::Create(options));
    client_ =
        client::Client::Connect({.address = server_->address(), .deadline = absl::Seconds(60)});
  }

  // Starts a call that keeps the only worker busy until ReleaseWorker(); returns once it does.
  std::future<absl::Status> HoldWorker() {
    std::filesystem::remove(index_ / "CURRENT");
    EXPECT_EQ(mkfifo((index_ / "CURRENT").c_str(), 0600), 0);
    std::future<absl::Status> call = std::async(std::launch::async, [this] {
      return client_->ReloadIndex(v1::ReloadIndexRequest()).status();
    });
    // Opening for writing waits until the other end is opened for reading: by the worker.
    fifo_ = open((index_ / "CURRENT").c_str(), O_WRONLY | O_CLOEXEC);
    EXPECT_GE(fifo_, 0);
    return call;
  }
  // Puts the real CURRENT back, for whoever reads it next, and ends the reload with an empty one.
  void ReleaseWorker() {
    std::filesystem::rename(index_ / "CURRENT.real", index_ / "CURRENT");
    close(fifo_);
  }

  // Sends `count` calls and waits until all but one have been answered; the last one sits in the
  // queue. Their statuses come as they end.
  std::vector<std::future<void>> FillQueue(size_t count) {
    std::vector<std::future<void>> calls;
    for (size_t i = 0; i < count; ++i) {
      calls.push_back(std::async(std::launch::async, [this] {
        const absl::Status status = client_->GetIndexStatus(v1::GetIndexStatusRequest()).status();
        base::MutexLock lock(mutex_);
        statuses_.push_back(status);
        answered_.SignalAll();
      }));
    }
    base::MutexLock lock(mutex_);
    while (statuses_.size() + 1 < count) answered_.Wait(mutex_);
    return calls;
  }

  TempDir folder_;
  std::filesystem::path index_;
  int fifo_ = -1;
  std::unique_ptr<Server> server_;
  std::unique_ptr<client::Client> client_;
  base::Mutex mutex_;
  base::ConditionVariable answered_;
  std::vector<absl::Status> statuses_ ABSL_GUARDED_BY(mutex_);
};

TEST_F(ServerShutdownTest, RefusesWhatDoesNotFitIntoTheQueue) {
  std::future<absl::Status> running = HoldWorker();
  std::vector<std::future<void>> calls = FillQueue(3);
  ReleaseWorker();
  running.wait();
  for (std::future<void>& call : calls) call.wait();
  base::MutexLock lock(mutex_);
  ASSERT_EQ(statuses_.size(), 3U);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_THAT(statuses_[i], StatusIs(absl::StatusCode::kResourceExhausted));
    const auto info = client::GetErrorInfo(statuses_[i]);
    ASSERT_TRUE(info.has_value());
    EXPECT_EQ(info->reason(), "OVERLOADED");
    EXPECT_EQ(info->metadata().at("queue"), "1");
  }
  EXPECT_THAT(statuses_[2], IsOk()) << "what waited is answered once the worker is free";
}

TEST_F(ServerShutdownTest, ShutdownAnswersWhatRunsAndWhatWaitsAndReturns) {
  std::future<absl::Status> running = HoldWorker();
  std::vector<std::future<void>> calls = FillQueue(2);
  server_->Shutdown();
  EXPECT_FALSE(running.get().ok());
  for (std::future<void>& call : calls) call.wait();
  {
    base::MutexLock lock(mutex_);
    ASSERT_EQ(statuses_.size(), 2U);
    EXPECT_FALSE(statuses_[1].ok());
  }
  ReleaseWorker();
}

}  // namespace
}  // namespace yinzheng::services
