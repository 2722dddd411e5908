// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_UNARY_CALL_H_
#define YINZHENG_SERVICES_RPC_UNARY_CALL_H_

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "indexer/base/clock.h"
#include "indexer/base/mutex.h"
#include "services/request/error_info.h"
#include "services/request/request_context.h"
#include "services/rpc/grpc_status.h"
#include "services/rpc/worker_pool.h"

namespace yinzheng::services {

// What every call needs from the server. Borrowed by services; outlives them.
struct CallEnvironment {
  WorkerPool* workers = nullptr;
  const base::Clock* clock = nullptr;
  absl::Duration default_deadline = absl::Seconds(10);
  absl::Duration max_deadline = absl::Seconds(60);
};

// Runs one unary call on the worker pool. gRPC's thread only queues it: a full queue answers
// RESOURCE_EXHAUSTED at once, a deadline that passed while waiting answers without working, a
// caller that goes away is answered at once and the handler is told through its RequestContext.
//
// The handler works on copies of request and response: after a cancellation gRPC frees its own
// while the handler may still be running.
template <typename Request, typename Response>
class UnaryCall final : public grpc::ServerUnaryReactor {
 public:
  using Handler = std::function<absl::StatusOr<Response>(const RequestContext& context,
                                                         const Request& request)>;

  // Returns the reactor that a callback service method must return. It deletes itself.
  static grpc::ServerUnaryReactor* Start(const CallEnvironment& environment,
                                         grpc::CallbackServerContext* context,
                                         const Request* request, Response* response,
                                         Handler handler) {
    auto* call = new UnaryCall(response);
    call->Submit(environment, *context, *request, std::move(handler));
    return call;
  }

  void OnCancel() override {
    state_->cancelled.store(true);
    state_->Finish(absl::CancelledError("answer request: the caller went away"), nullptr);
  }
  void OnDone() override { delete this; }

 private:
  // Shared with the worker, which may outlive the reactor.
  struct State {
    std::atomic<bool> cancelled{false};
    base::Mutex mutex;
    UnaryCall* call ABSL_GUARDED_BY(mutex) = nullptr;  // null once finished

    // The first caller finishes the call; later ones do nothing.
    void Finish(const absl::Status& status, Response* result) {
      UnaryCall* unfinished = nullptr;
      {
        base::MutexLock lock(mutex);
        unfinished = std::exchange(call, nullptr);
        if (unfinished != nullptr && result != nullptr) unfinished->response_->Swap(result);
      }
      if (unfinished != nullptr) unfinished->grpc::ServerUnaryReactor::Finish(ToGrpcStatus(status));
    }
  };

  explicit UnaryCall(Response* response) : response_(response), state_(std::make_shared<State>()) {
    base::MutexLock lock(state_->mutex);
    state_->call = this;
  }

  void Submit(const CallEnvironment& environment, const grpc::CallbackServerContext& context,
              const Request& request, Handler handler) {
    const base::Clock& clock = *environment.clock;
    const absl::Time now = clock.Now();
    absl::Time deadline = absl::FromChrono(context.deadline());
    if (deadline == absl::InfiniteFuture() || deadline - now > absl::Hours(24 * 365)) {
      deadline = now + environment.default_deadline;
    }
    deadline = std::min(deadline, now + environment.max_deadline);
    std::shared_ptr<State> state = state_;
    const RequestContext request_context(
        clock, deadline, std::shared_ptr<const std::atomic<bool>>(state, &state->cancelled));
    const bool queued = environment.workers->TrySubmit(
        [state, request_context, request, handler = std::move(handler)] {
          Run(*state, request_context, request, handler);
        });
    if (!queued) state->Finish(Overloaded(environment.workers->queue_size()), nullptr);
  }

  static void Run(State& state, const RequestContext& context, const Request& request,
                  const Handler& handler) {
    if (absl::Status status = context.Check(); !status.ok()) {
      state.Finish(status, nullptr);
      return;
    }
    absl::StatusOr<Response> result = handler(context, request);
    if (result.ok()) {
      state.Finish(absl::OkStatus(), &*result);
    } else {
      state.Finish(result.status(), nullptr);
    }
  }

  static absl::Status Overloaded(size_t queue_size) {
    return MakeError(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_OVERLOADED,
                     absl::StrCat("queue request: ", queue_size,
                                  " requests are waiting already; try again later"),
                     {{"queue", absl::StrCat(queue_size)}});
  }

  Response* response_;
  std::shared_ptr<State> state_;
};

// UnaryCall::Start with the types deduced.
template <typename Request, typename Response, typename Handler>
grpc::ServerUnaryReactor* StartUnaryCall(const CallEnvironment& environment,
                                         grpc::CallbackServerContext* context,
                                         const Request* request, Response* response,
                                         Handler&& handler) {
  return UnaryCall<Request, Response>::Start(environment, context, request, response,
                                             std::forward<Handler>(handler));
}

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RPC_UNARY_CALL_H_
