// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// UnaryCall behind a real gRPC server, with one of the contract's services and handlers that wait
// where the test wants them to.

#include "services/rpc/unary_call.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "google/rpc/status.pb.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "yinzheng/v1/index_service.grpc.pb.h"

namespace yinzheng::services {
namespace {

using StatusCall = UnaryCall<v1::GetIndexStatusRequest, v1::GetIndexStatusResponse>;

std::string ReasonOf(const grpc::Status& status) {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  if (!details.ParseFromString(status.error_details()) || details.details().empty()) return "";
  return details.details(0).UnpackTo(&info) ? info.reason() : "";
}

// Answers GetIndexStatus with whatever handler the test gave.
class FakeService final : public v1::IndexService::CallbackService {
 public:
  // Borrows the environment.
  FakeService(const CallEnvironment& environment, StatusCall::Handler handler)
      : environment_(environment), handler_(std::move(handler)) {}

  grpc::ServerUnaryReactor* GetIndexStatus(grpc::CallbackServerContext* context,
                                           const v1::GetIndexStatusRequest* request,
                                           v1::GetIndexStatusResponse* response) override {
    return StartUnaryCall(environment_, context, request, response, handler_);
  }

 private:
  const CallEnvironment& environment_;
  const StatusCall::Handler handler_;
};

// A call that runs in a thread of its own and can be cancelled.
class PendingCall {
 public:
  PendingCall(v1::IndexService::Stub& stub, std::chrono::seconds deadline) {
    context_.set_deadline(std::chrono::system_clock::now() + deadline);
    status_ = std::async(std::launch::async, [this, &stub] {
      v1::GetIndexStatusResponse response;
      return stub.GetIndexStatus(&context_, v1::GetIndexStatusRequest(), &response);
    });
  }

  void Cancel() { context_.TryCancel(); }
  grpc::Status Wait() { return status_.get(); }

 private:
  grpc::ClientContext context_;
  std::future<grpc::Status> status_;
};

// Admits all calls but those of "intruder", and counts the passes that are out.
class FakeGuard final : public CallGuard {
 public:
  absl::StatusOr<CallPass> Admit(const CallHead& head) override {
    if (head.authorization == "intruder") {
      return MakeError(absl::StatusCode::kUnauthenticated, v1::ERROR_REASON_TOKEN_REQUIRED,
                       "call x: no token", {});
    }
    ++out_;
    return CallPass("friend", [this] { --out_; });
  }
  int out() const { return out_; }

 private:
  std::atomic<int> out_{0};
};

// What was told of the calls, as text.
class RecordingObserver final : public CallObserver {
 public:
  void OnStart(std::string_view method) override { Add(std::string(method)); }
  void OnEnd(const CallEnd& end) override {
    std::string phases;
    for (const PhaseTime& phase : end.phases) {
      absl::StrAppend(&phases, " ", std::string(phase.phase), "=",
                      absl::FormatDuration(phase.time));
    }
    Add(absl::StrCat(end.caller, " ", absl::StatusCodeToString(end.status.code()), " waited ",
                     end.waited.has_value() ? absl::FormatDuration(*end.waited) : "never", " of ",
                     absl::FormatDuration(end.elapsed), phases, " sent ", end.response_bytes));
    base::MutexLock lock(mutex_);
    head_ = end.head;
  }
  std::vector<std::string> told() const {
    base::MutexLock lock(mutex_);
    return told_;
  }
  CallHead head() const {
    base::MutexLock lock(mutex_);
    return head_;
  }

 private:
  void Add(std::string line) {
    base::MutexLock lock(mutex_);
    told_.push_back(std::move(line));
  }

  mutable base::Mutex mutex_;
  std::vector<std::string> told_ ABSL_GUARDED_BY(mutex_);
  CallHead head_ ABSL_GUARDED_BY(mutex_);
};

class UnaryCallTest : public testing::Test {
 protected:
  // One worker, so that one waiting handler holds up every other call.
  void Serve(StatusCall::Handler handler, size_t queue_size = 4) {
    workers_.emplace(1, queue_size);
    environment_ = {.workers = &*workers_,
                    .clock = &clock_,
                    .default_deadline = absl::Seconds(10),
                    .guard = &guard_,
                    .observers = {&observer_}};
    service_.emplace(environment_, std::move(handler));
    grpc::ServerBuilder builder;
    builder.RegisterService(&*service_);
    server_ = builder.BuildAndStart();
    stub_ = v1::IndexService::NewStub(server_->InProcessChannel(grpc::ChannelArguments()));
  }

  // A handler that counts, says that it started, and waits for Release().
  StatusCall::Handler Gate() {
    return [this](const RequestContext&,
                  const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
      if (++handled_ == 1) started_.set_value();
      released_.wait();
      return v1::GetIndexStatusResponse();
    };
  }
  void WaitUntilStarted() { started_.get_future().wait(); }
  void Release() { release_.set_value(); }
  void WaitUntilQueued(size_t count) const {
    while (workers_->queued() != count) std::this_thread::yield();
  }

  std::unique_ptr<PendingCall> Start() {
    return std::make_unique<PendingCall>(*stub_, std::chrono::seconds(60));
  }

  // Destroyed in the reverse order, as in the server: gRPC, then the workers.
  std::promise<void> started_;
  std::promise<void> release_;
  std::shared_future<void> released_ = release_.get_future().share();
  std::atomic<int> handled_{0};
  base::FakeClock clock_{absl::Now()};
  FakeGuard guard_;
  RecordingObserver observer_;
  CallEnvironment environment_;
  std::optional<WorkerPool> workers_;
  std::optional<FakeService> service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::IndexService::Stub> stub_;
};

TEST_F(UnaryCallTest, AnswersWithWhatTheHandlerMade) {
  Serve([](const RequestContext&,
           const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    v1::GetIndexStatusResponse response;
    response.set_server_version("1.2.3");
    return response;
  });
  grpc::ClientContext context;
  v1::GetIndexStatusResponse response;
  ASSERT_TRUE(stub_->GetIndexStatus(&context, v1::GetIndexStatusRequest(), &response).ok());
  EXPECT_EQ(response.server_version(), "1.2.3");
}

// After the machine's time was set, some clocks notice later than others.
TEST_F(UnaryCallTest, AClockThatIsAheadTakesNothingOfTheDeadline) {
  Serve([](const RequestContext&,
           const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    return v1::GetIndexStatusResponse();
  });
  clock_.Advance(absl::Hours(72));
  EXPECT_TRUE(Start()->Wait().ok());
}

TEST_F(UnaryCallTest, ObserversSeeHowACallBeginsAndEnds) {
  Serve([this](const RequestContext& context,
               const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    const Phase phase(context, "think");
    clock_.Advance(absl::Milliseconds(5));
    v1::GetIndexStatusResponse response;
    response.set_server_version("1.2.3");
    return response;
  });
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "mine-1");
  context.AddMetadata("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  v1::GetIndexStatusResponse response;
  ASSERT_TRUE(stub_->GetIndexStatus(&context, v1::GetIndexStatusRequest(), &response).ok());
  EXPECT_THAT(observer_.told(), testing::ElementsAre("yinzheng.v1.IndexService/GetIndexStatus",
                                                     "friend OK waited 0 of 5ms think=5ms sent 7"));
  EXPECT_EQ(observer_.head().request_id, "mine-1");
  EXPECT_EQ(observer_.head().traceparent,
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  const auto& trailing = context.GetServerTrailingMetadata();
  ASSERT_EQ(trailing.count("x-request-id"), 1U);
  EXPECT_EQ(trailing.find("x-request-id")->second, "mine-1");
}

TEST_F(UnaryCallTest, WhatIsNotAdmittedIsRefusedWithoutWork) {
  Serve([this](const RequestContext&,
               const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    ++handled_;
    return v1::GetIndexStatusResponse();
  });
  grpc::ClientContext context;
  context.AddMetadata("authorization", "intruder");
  context.AddMetadata("x-request-id", "not a word");
  v1::GetIndexStatusResponse response;
  const grpc::Status status =
      stub_->GetIndexStatus(&context, v1::GetIndexStatusRequest(), &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(ReasonOf(status), "TOKEN_REQUIRED");
  EXPECT_EQ(handled_, 0);
  EXPECT_THAT(observer_.told(), testing::ElementsAre("yinzheng.v1.IndexService/GetIndexStatus",
                                                     testing::HasSubstr("UNAUTHENTICATED")));
  EXPECT_NE(observer_.head().request_id, "not a word");
}

// A caller that floods and cancels must not have more running than one that waits.
TEST_F(UnaryCallTest, APassIsGivenBackWhenTheWorkHasEndedNotWhenTheCallerWent) {
  Serve(Gate());
  const auto call = Start();
  WaitUntilStarted();
  call->Cancel();
  EXPECT_EQ(call->Wait().error_code(), grpc::StatusCode::CANCELLED);
  EXPECT_EQ(guard_.out(), 1);
  Release();
  server_->Shutdown();
  workers_.reset();
  EXPECT_EQ(guard_.out(), 0);
}

// What limits.md promises: so many at once, and a caller with an answer in its hands has none
// running.
TEST_F(UnaryCallTest, APlaceIsFreeOnceTheAnswerIsThere) {
  Serve([](const RequestContext&,
           const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    return v1::GetIndexStatusResponse();
  });
  for (int i = 0; i < 2000; ++i) {
    ASSERT_TRUE(Start()->Wait().ok());
    ASSERT_EQ(guard_.out(), 0);
  }
}

TEST_F(UnaryCallTest, ErrorsOfTheHandlerReachTheCallerWithTheirReason) {
  Serve([](const RequestContext&,
           const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    return ResourceNotFound("entities/1", "look it up");
  });
  const grpc::Status status = Start()->Wait();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(ReasonOf(status), "RESOURCE_NOT_FOUND");
}

TEST_F(UnaryCallTest, AFullQueueRefusesAtOnce) {
  Serve(Gate(), 1);
  const auto running = Start();
  WaitUntilStarted();
  const auto waiting = Start();
  WaitUntilQueued(1);
  const grpc::Status refused = Start()->Wait();
  EXPECT_EQ(refused.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(ReasonOf(refused), "OVERLOADED");
  Release();
  EXPECT_TRUE(running->Wait().ok());
  EXPECT_TRUE(waiting->Wait().ok());
}

TEST_F(UnaryCallTest, ADeadlineThatPassedInTheQueueIsAnsweredWithoutWork) {
  Serve(Gate());
  const auto running = Start();
  WaitUntilStarted();
  const auto waiting = Start();
  WaitUntilQueued(1);
  clock_.Advance(absl::Seconds(61));
  Release();
  EXPECT_TRUE(running->Wait().ok()) << "what was done in vain is sent all the same";
  const grpc::Status late = waiting->Wait();
  EXPECT_EQ(late.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(ReasonOf(late), "DEADLINE_EXCEEDED");
  EXPECT_EQ(handled_, 1);
}

TEST_F(UnaryCallTest, ARunningHandlerIsToldThatTheCallerWentAway) {
  std::promise<absl::Status> seen;
  Serve([&](const RequestContext& context,
            const v1::GetIndexStatusRequest&) -> absl::StatusOr<v1::GetIndexStatusResponse> {
    started_.set_value();
    while (context.Check().ok()) std::this_thread::yield();
    seen.set_value(context.Check());
    return context.Check();
  });
  const auto call = Start();
  WaitUntilStarted();
  call->Cancel();
  EXPECT_EQ(call->Wait().error_code(), grpc::StatusCode::CANCELLED);
  EXPECT_EQ(seen.get_future().get().code(), absl::StatusCode::kCancelled);
}

// gRPC's Shutdown waits for every reactor: it returns, with no deadline of its own and the worker
// still busy, only because the cancellations ended both calls.
TEST_F(UnaryCallTest, CancelledCallsEndWhileTheWorkerIsStillBusy) {
  Serve(Gate());
  const auto running = Start();
  WaitUntilStarted();
  const auto waiting = Start();
  WaitUntilQueued(1);
  running->Cancel();
  waiting->Cancel();
  EXPECT_EQ(running->Wait().error_code(), grpc::StatusCode::CANCELLED);
  EXPECT_EQ(waiting->Wait().error_code(), grpc::StatusCode::CANCELLED);
  server_->Shutdown();
  Release();
  workers_.reset();
  EXPECT_EQ(handled_, 1) << "nobody waits for the second answer, so it is not worked out";
}

TEST_F(UnaryCallTest, ShutdownAnswersWhatRunsAndWhatWaits) {
  Serve(Gate());
  const auto running = Start();
  WaitUntilStarted();
  const auto waiting = Start();
  WaitUntilQueued(1);
  server_->Shutdown(std::chrono::system_clock::now());
  EXPECT_FALSE(running->Wait().ok());
  EXPECT_FALSE(waiting->Wait().ok());
  Release();
  workers_.reset();
  EXPECT_EQ(handled_, 1);
}

}  // namespace
}  // namespace yinzheng::services
