// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_UNARY_CALL_H_
#define YINZHENG_SERVICES_RPC_UNARY_CALL_H_

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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
#include "services/request/request_trace.h"
#include "services/rpc/call_guard.h"
#include "services/rpc/call_head.h"
#include "services/rpc/call_observer.h"
#include "services/rpc/grpc_status.h"
#include "services/rpc/worker_pool.h"

namespace yinzheng::services {

// What every call needs from the server. Borrowed by services; outlives them and the workers.
struct CallEnvironment {
  WorkerPool* workers = nullptr;
  const base::Clock* clock = nullptr;
  absl::Duration default_deadline = absl::Seconds(10);
  absl::Duration max_deadline = absl::Seconds(60);
  CallGuard* guard = nullptr;              // null admits every call
  std::vector<CallObserver*> observers{};  // told of every call, in this order
};

// Runs one unary call on the worker pool. gRPC's thread only admits and queues it: a call that is
// not admitted or finds the queue full is answered at once, a deadline that passed while waiting
// answers without working, a caller that goes away is answered at once and the handler is told
// through its RequestContext. The caller finds the id of its request in the trailing metadata
// `x-request-id`, whatever became of it.
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
    static const std::string& method =
        *new std::string(MethodTaking(*Request::descriptor()));  // as long as the program
    auto* call = new UnaryCall(environment, ReadCallHead(*context, method), request->ByteSizeLong(),
                               response);
    context->AddTrailingMetadata("x-request-id", call->state_->head.request_id);
    call->Submit(*context, *request, std::move(handler));
    return call;
  }

  void OnCancel() override {
    state_->cancelled.store(true);
    state_->Finish(absl::CancelledError("answer request: the caller went away"), nullptr);
  }
  void OnDone() override { delete this; }

 private:
  // In place of a time in the queue.
  static constexpr int64_t kNotQueued = -1;
  static constexpr int64_t kInQueue = -2;

  // Shared with the worker, which may outlive the reactor.
  struct State {
    State(const CallEnvironment& call_environment, CallHead call_head, size_t size)
        : environment(call_environment),
          head(std::move(call_head)),
          request_bytes(size),
          start(environment.clock->Now()) {}

    const CallEnvironment& environment;
    CallHead head;
    const size_t request_bytes;
    const absl::Time start;
    // Set before the call is queued, and not changed while anybody else may look.
    Request request;  // empty if the call was not admitted
    std::string caller;
    CallPass pass;  // given back when all work for the call has ended, before it is answered
    std::atomic<int64_t> waited_nanos{kNotQueued};
    const std::shared_ptr<RequestTrace> trace = std::make_shared<RequestTrace>();
    std::atomic<bool> cancelled{false};
    base::Mutex mutex;
    UnaryCall* call ABSL_GUARDED_BY(mutex) = nullptr;  // null once finished

    // The first caller finishes the call; later ones do nothing.
    void Finish(const absl::Status& status, Response* result) {
      const size_t response_bytes = result == nullptr ? 0 : result->ByteSizeLong();
      UnaryCall* unfinished = nullptr;
      {
        base::MutexLock lock(mutex);
        unfinished = std::exchange(call, nullptr);
        if (unfinished != nullptr && result != nullptr) unfinished->response_->Swap(result);
      }
      if (unfinished == nullptr) return;
      Tell(status, response_bytes);
      unfinished->grpc::ServerUnaryReactor::Finish(ToGrpcStatus(status));
    }

    // All of its time if the call is still in the queue.
    std::optional<absl::Duration> Waited(absl::Duration elapsed) const {
      const int64_t nanos = waited_nanos.load();
      if (nanos == kNotQueued) return std::nullopt;
      return nanos == kInQueue ? elapsed : absl::Nanoseconds(nanos);
    }

    void Tell(const absl::Status& status, size_t response_bytes) const {
      if (environment.observers.empty()) return;
      const absl::Duration elapsed =
          std::max(environment.clock->Now() - start, absl::ZeroDuration());
      const CallEnd end{.head = head,
                        .caller = caller,
                        .status = status,
                        .waited = Waited(elapsed),
                        .elapsed = elapsed,
                        .request_bytes = request_bytes,
                        .response_bytes = response_bytes,
                        .phases = trace->phases(),
                        .request = request};
      for (CallObserver* observer : environment.observers) observer->OnEnd(end);
    }
  };

  UnaryCall(const CallEnvironment& environment, CallHead head, size_t request_bytes,
            Response* response)
      : response_(response),
        state_(std::make_shared<State>(environment, std::move(head), request_bytes)) {
    for (CallObserver* observer : environment.observers) observer->OnStart(state_->head.method);
    base::MutexLock lock(state_->mutex);
    state_->call = this;
  }

  void Submit(const grpc::CallbackServerContext& context, const Request& request, Handler handler) {
    const CallEnvironment& environment = state_->environment;
    if (absl::Status admitted = Admit(); !admitted.ok()) {
      state_->Finish(admitted, nullptr);
      return;
    }
    state_->request = request;
    state_->waited_nanos.store(kInQueue);
    std::shared_ptr<State> state = state_;
    const RequestContext request_context(
        *environment.clock, DeadlineOf(context),
        std::shared_ptr<const std::atomic<bool>>(state, &state->cancelled), state->trace);
    const bool queued =
        environment.workers->TrySubmit([state, request_context, handler = std::move(handler)] {
          Run(*state, request_context, handler);
        });
    if (queued) return;
    state->waited_nanos.store(kNotQueued);
    state->pass = CallPass();
    state->Finish(Overloaded(environment.workers->queue_size()), nullptr);
  }

  // Nobody needs the token after this.
  absl::Status Admit() {
    State& state = *state_;
    if (state.environment.guard == nullptr) return absl::OkStatus();
    absl::StatusOr<CallPass> pass = state.environment.guard->Admit(state.head);
    state.head.authorization.clear();
    if (!pass.ok()) return pass.status();
    state.caller = pass->caller();
    state.pass = *std::move(pass);
    return absl::OkStatus();
  }

  // The caller's deadline, the default where it brought none, at most the longest allowed. What is
  // left of it is asked of the clock that gRPC tells it by: ours, Abseil's, notices only after
  // seconds that the machine's time was set.
  absl::Time DeadlineOf(const grpc::CallbackServerContext& context) const {
    const CallEnvironment& environment = state_->environment;
    absl::Duration left = absl::FromChrono(context.deadline() - std::chrono::system_clock::now());
    if (left > absl::Hours(24 * 365)) left = environment.default_deadline;
    return state_->start + std::min(left, environment.max_deadline);
  }

  static void Run(State& state, const RequestContext& context, const Handler& handler) {
    // Never less than nothing, though the clock may have been set back.
    state.waited_nanos.store(std::max<int64_t>(
        0, absl::ToInt64Nanoseconds(state.environment.clock->Now() - state.start)));
    const absl::Status in_time = context.Check();
    absl::StatusOr<Response> result =
        in_time.ok() ? handler(context, state.request) : absl::StatusOr<Response>(in_time);
    // Whoever has the answer may ask the next question at once, and finds the place free.
    state.pass = CallPass();
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
